import { useState } from 'react';
import type { Level } from '#domain/workflow/definition';
import type { Rungs } from './edit-ladder.ts';

let made = 0;
export const newKey = (): string => {
  made += 1;
  return `level-${made}`;
};

/** The levels with keys that go with them; where the number of levels changed elsewhere (undo), keys go or come at the end. */
export function useRungs(levels: Level[]): [Rungs, (keys: string[]) => void] {
  const [kept, setKept] = useState<string[]>(() => levels.map(newKey));
  const keys = kept.slice(0, levels.length);
  if (keys.length < levels.length || keys.length < kept.length) {
    while (keys.length < levels.length) keys.push(newKey());
    setKept(keys);
  }
  return [{ levels, keys }, setKept];
}
