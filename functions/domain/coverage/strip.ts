import type { Instant } from '../time.ts';
import { type CoverageState, coverageStates, type Gap } from './gap.ts';

export interface Stretch {
  from: Instant;
  to: Instant;
  state: CoverageState;
}

/** Gaps of all items laid over each other, the worst on top: ascending, disjoint, neighbours that are alike as one. */
export function stripOf(gaps: readonly Gap[]): Stretch[] {
  const cuts = [...new Set(gaps.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const open = new Map(coverageStates.map((state) => [state, 0]));
  const changes = new Map<Instant, [CoverageState, number][]>();
  const note = (at: Instant, state: CoverageState, by: number) => {
    const known = changes.get(at);
    if (known) known.push([state, by]);
    else changes.set(at, [[state, by]]);
  };
  for (const { from, to, state } of gaps) {
    note(from, state, 1);
    note(to, state, -1);
  }
  const strip: Stretch[] = [];
  for (const [i, from] of cuts.entries()) {
    for (const [state, by] of changes.get(from) ?? []) open.set(state, (open.get(state) ?? 0) + by);
    const to = cuts[i + 1];
    const state = coverageStates.find((one) => (open.get(one) ?? 0) > 0);
    if (to === undefined || state === undefined) continue;
    const last = strip.at(-1);
    if (last && last.to === from && last.state === state) last.to = to;
    else strip.push({ from, to, state });
  }
  return strip;
}
