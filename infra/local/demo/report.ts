import type { History } from './history.ts';

const LOOK = 500;

export const filledAnew =
  '上次示范数据未生成完，现在重新生成。The demo estate was not filled to its end last time: it begins anew.';

interface Out {
  stdout: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>;
  stderr: Pick<NodeJS.WriteStream, 'write'>;
}

/** Tells on the terminal how far the filling is, and calls `finish` when all was lived through. */
export async function reportHistory(history: History, finish: () => void, { stdout, stderr }: Out): Promise<void> {
  let told = -1;
  const tell = () => {
    const progress = history.progress();
    if (!progress || progress.day === told) return;
    told = progress.day;
    const line = `  正在生成示范数据：第 ${progress.day} / ${progress.days} 天 filling the demo estate: day ${progress.day} of ${progress.days}`;
    if (stdout.isTTY) stdout.write(`\r${line}\u001b[K`);
    else if (told % 10 === 0) stdout.write(`${line}\n`);
  };
  const timer = setInterval(tell, LOOK);
  try {
    const played = await history.done;
    if (!played) return;
    finish();
    const line = `  示范数据已就绪：${played.filed} 件投诉 the demo estate is filled: ${played.filed} complaints`;
    stdout.write(`${stdout.isTTY ? '\r\u001b[K' : ''}${line}\n`);
  } catch (error) {
    stderr.write(`The demo estate could not be filled: ${error instanceof Error ? error.stack : error}\n`);
  } finally {
    clearInterval(timer);
  }
}
