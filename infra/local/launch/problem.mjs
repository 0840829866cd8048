/** Something a person must put right; its message is one line that says what to do. */
export class Problem extends Error {
  name = 'Problem';
}

/** Runs a command's main function: a Problem is one line on stderr and exit code 1. */
export const run = async (main) => {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.stderr.write(error instanceof Problem ? `${error.message}\n` : `${error.stack}\n`);
    process.exitCode = 1;
  }
};
