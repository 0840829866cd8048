import { useSyncExternalStore } from 'react';
import type { Definition } from '#domain/workflow/definition';
import type { InFlightGroup } from '#http/schemas/impact';

/** A group that is to move; `step`: where those go that cannot stay where they stand. */
export interface GroupMove {
  step: string | null;
}
/** What one chose for open complaints while looking at a workflow. */
interface Chosen {
  /** In force when it was chosen. */
  from: number;
  /** What they are to go on by. */
  target: Definition;
  moves: ReadonlyMap<string, GroupMove>;
}

export const groupKey = ({ workflow, step, level }: InFlightGroup): string =>
  JSON.stringify([workflow.id, workflow.version, step, level]);

/** In this tab, by workflow: from the look before publishing until they have moved. */
const chosen = new Map<string, Chosen>();
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useChosen = (id: string): Chosen | null => useSyncExternalStore(subscribe, () => chosen.get(id) ?? null);

/** `move` null: they stay on the version they run on. */
export function choose(id: string, key: string, move: GroupMove | null, { from, target }: Omit<Chosen, 'moves'>): void {
  const moves = new Map(chosen.get(id)?.moves);
  if (move) moves.set(key, move);
  else moves.delete(key);
  chosen.set(id, { from, target, moves });
  tell();
}

/** The draft was edited on: what was chosen holds for it as it is now. */
export function retarget(id: string, target: Definition): void {
  const before = chosen.get(id);
  if (before && before.target !== target) chosen.set(id, { ...before, target });
}

/** Under way: what was chosen stays, should it be interrupted, and does not begin by itself again. */
export function begin(id: string, version: number): void {
  const before = chosen.get(id);
  if (!before) return;
  chosen.set(id, { ...before, from: version });
  tell();
}

export function forget(id: string): void {
  if (chosen.delete(id)) tell();
}
