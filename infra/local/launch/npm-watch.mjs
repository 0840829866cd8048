import { readFileSync } from 'node:fs';

const LOOK_EVERY = 300;

/** The npm that runs us, through a shell or not; null = none, or not Linux. */
const findNpm = () => {
  let pid = process.ppid;
  for (let level = 0; level < 2; level += 1) {
    const stat = statOf(pid);
    if (stat === null) return null;
    if (stat.name.startsWith('npm')) return pid;
    pid = stat.parent;
  }
  return null;
};

const statOf = (pid) => {
  try {
    const [, name = '', parent = ''] = /^\d+ \((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return { name, parent: Number(parent) };
  } catch {
    return null;
  }
};

/**
 * npm hands SIGTERM to its shell only, and kill -9 to nobody: whoever stops npm would leave us behind. Calls `gone` once
 * when npm or the shell between has ended; answers a function that stops watching.
 */
export const watchNpm = (gone) => {
  if (process.env.npm_lifecycle_event === undefined) return () => {};
  const parent = process.ppid;
  const npm = findNpm();
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === null || statOf(npm)?.name.startsWith('npm'))) return;
    clearInterval(timer);
    gone();
  }, LOOK_EVERY);
  timer.unref();
  return () => clearInterval(timer);
};
