import { aligned, isSequence } from './align.ts';
import { isOneValue, isPlain, keyed, same } from './structure.ts';

/** On the way to a value: a field of an object, or an entry of a list with what it is (as it will be, else as it was). */
export type Step = { field: string } | { key: string; entry: unknown };

/** One thing that differs between two versions of a document. `moved`: only the order of a list. */
export type Change =
  | { type: 'changed'; path: Step[]; before: unknown; after: unknown }
  | { type: 'added'; path: Step[]; after: unknown }
  | { type: 'removed'; path: Step[]; before: unknown }
  | { type: 'moved'; path: Step[]; before: unknown[]; after: unknown[] };

/** All that differs, in the order of the document. Total: takes any two values. */
export function differences(before: unknown, after: unknown, path: Step[] = []): Change[] {
  if (same(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) {
    const last = path.at(-1);
    if (last && 'field' in last && isSequence(last.field)) return inSequence(before, after, path);
    const [old, now] = keyed(before, after) ?? [];
    if (old && now) return inList(old, now, path);
  } else if (isPlain(before) && isPlain(after) && !isOneValue(before) && !isOneValue(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) =>
      differences(before[field], after[field], [...path, { field }]),
    );
  }
  return [{ type: 'changed', path, before, after }];
}

function inList(before: Map<string, unknown>, after: Map<string, unknown>, path: Step[]): Change[] {
  const to = (key: string, entry: unknown): Step[] => [...path, { key, entry }];
  const kept = [...before].filter(([key]) => after.has(key));
  const keptNow = [...after].filter(([key]) => before.has(key));
  const moved = kept.some(([key], index) => key !== keptNow[index]?.[0]);
  return [
    ...keptNow.flatMap(([key, entry]) => differences(before.get(key), entry, to(key, entry))),
    ...[...after].flatMap(([key, entry]): Change[] =>
      before.has(key) ? [] : [{ type: 'added', path: to(key, entry), after: entry }],
    ),
    ...[...before].flatMap(([key, entry]): Change[] =>
      after.has(key) ? [] : [{ type: 'removed', path: to(key, entry), before: entry }],
    ),
    ...(moved
      ? [
          {
            type: 'moved' as const,
            path,
            before: kept.map(([, entry]) => entry),
            after: keptNow.map(([, entry]) => entry),
          },
        ]
      : []),
  ];
}

/** Entries that have no name are known by their place. */
function inSequence(before: readonly unknown[], after: readonly unknown[], path: Step[]): Change[] {
  const to = (index: number, entry: unknown): Step[] => [...path, { key: String(index), entry }];
  return aligned(before, after).flatMap(({ was, is }): Change[] => {
    if (is === null) return [{ type: 'removed', path: to(was, before[was]), before: before[was] }];
    if (was === null) return [{ type: 'added', path: to(is, after[is]), after: after[is] }];
    return differences(before[was], after[is], to(is, after[is]));
  });
}
