import type { Directory } from '../organisation.ts';
import type { Instant } from '../time.ts';
import type { Definition } from '../workflow/definition.ts';
import { type CoverageFacts, coverage } from './coverage.ts';
import type { Gap, Lane } from './gap.ts';

/** A directory that will be in force from an instant on. */
export interface Later {
  at: Instant;
  directory: Directory;
}

/** `coverage` where the directory is known to change: what is planned counts from when it is due. `later` ascending. */
export function coverageOver(
  definition: Definition,
  facts: CoverageFacts,
  later: readonly Later[],
  from: Instant,
  to: Instant,
): Lane[] {
  const inside = later.filter(({ at }) => at > from && at < to);
  const parts = [{ at: from, directory: facts.directory }, ...inside];
  return parts
    .map(({ at, directory }, i) => coverage(definition, { ...facts, directory }, at, parts[i + 1]?.at ?? to))
    .reduce((lanes, next) => lanes.map((lane, i) => ({ ...lane, gaps: joined(lane.gaps, next[i]?.gaps ?? []) })));
}

/** Gaps that go on unchanged are one. */
function joined(before: readonly Gap[], after: readonly Gap[]): Gap[] {
  const gaps = [...before];
  const same = ({ state, people, reasons, where }: Gap) => JSON.stringify([state, people, reasons, where]);
  for (const gap of after) {
    const last = gaps.findLastIndex((one) => one.to === gap.from && same(one) === same(gap));
    const known = gaps[last];
    if (known) gaps[last] = { ...known, to: gap.to };
    else gaps.push(gap);
  }
  return gaps;
}
