import type { Level, StepOf } from '#domain/workflow/definition';

/** The part of an `ask` step that climbs. */
export type Ladder = Pick<StepOf<'ask'>, 'levels' | 'exhausted' | 'unreached' | 'watch'>;

export const MOST_LEVELS = 10;

/** A level that is added: one more superior, with the limit of the items. */
const newLevel: Level = { to: [], within: 'acknowledge' };

/** Levels with what they are known by on screen, which stays theirs when they move. */
export interface Rungs {
  levels: Level[];
  keys: string[];
}

export const added = ({ levels, keys }: Rungs, key: string): Rungs => ({
  levels: [...levels, newLevel],
  keys: [...keys, key],
});

export const copied = (rungs: Rungs, index: number, key: string): Rungs => ({
  levels: rungs.levels.flatMap((level, at) => (at === index ? [level, structuredClone(level)] : [level])),
  keys: rungs.keys.flatMap((known, at) => (at === index ? [known, key] : [known])),
});

export const removed = ({ levels, keys }: Rungs, index: number): Rungs => ({
  levels: levels.filter((_, at) => at !== index),
  keys: keys.filter((_, at) => at !== index),
});

/** The level with some of its settings changed; `undefined` takes one away. */
export function withChange(level: Level, change: { [F in keyof Level]?: Level[F] | undefined }): Level {
  const { to, ...rest } = { ...level, ...change };
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { to: to ?? level.to, ...Object.fromEntries(given) };
}
