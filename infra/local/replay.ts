import { readFileSync } from 'node:fs';
import { localDate } from '#domain/time';
import { createLogger } from '#http/logger';
import { figureLines } from './replay/figures.ts';
import { readReplayOptions } from './replay/options.ts';
import { problemsIn } from './replay/outcome.ts';
import { createProgress } from './replay/progress.ts';
import { planForDemo, replay } from './replay/run.ts';
import { readServiceRequests } from './replay/service-request.ts';

/** `npm run replay -- <requests.csv>`: real service requests through the running system; exit code 1 when one is lost. */
const { stdout, stderr, argv } = process;

try {
  const { file, dataDir, limit } = readReplayOptions(argv.slice(2));
  const plan = planForDemo(readServiceRequests(readFileSync(file, 'utf8')));
  const total = Math.min(limit, plan.cases.length);
  stderr.write(`${total} of ${plan.cases.length} requests, ${plan.weeks} weeks later than in the file`);
  stderr.write(plan.beyondHorizon ? '; some dates lie past the known calendar\n' : '\n');
  const ending = plan.cases.slice(0, total).filter(({ end }) => end !== null).length;
  const progress = createProgress(stderr, total + ending);
  const figures = await replay({
    plan,
    dataDir,
    limit,
    logger: createLogger({ service: 'replay', level: 'WARN' }),
    onProgress: ({ at, filed, ended }) =>
      progress(filed + ended, `${localDate(at, 'Asia/Shanghai')} filed ${filed}, ended ${ended}`),
  });
  stdout.write(`${figureLines(figures).join('\n')}\n`);
  const problems = problemsIn(figures.outcome);
  for (const problem of problems) stderr.write(`${problem}\n`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} catch (error) {
  stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
