import { coverageStates, type Gap } from '#domain/coverage/gap';
import type { Instant } from '#domain/time';

/** Gaps that say the same of different hours: "every night", as one line of a list. */
export interface GapGroup extends Omit<Gap, 'from' | 'to'> {
  /** Ascending, none of them over. */
  stretches: { from: Instant; to: Instant }[];
}

/** What is over is left out; the worst first, then what comes first. */
export function groupGaps(gaps: readonly Gap[], now: Instant): GapGroup[] {
  const groups = new Map<string, GapGroup>();
  for (const { from, to, ...same } of whole(gaps)) {
    if (to <= now) continue;
    const key = JSON.stringify(same);
    const group = groups.get(key) ?? { ...same, stretches: [] };
    group.stretches.push({ from, to });
    groups.set(key, group);
  }
  const begin = ({ stretches }: GapGroup) => stretches[0]?.from ?? 0;
  const rank = ({ state }: GapGroup) => coverageStates.indexOf(state);
  return [...groups.values()].sort((a, b) => rank(a) - rank(b) || begin(a) - begin(b));
}

/** Hours one after the other without anybody are one stretch, with all its reasons: why may change at noon. */
function whole(gaps: readonly Gap[]): Gap[] {
  const found: Gap[] = [];
  for (const gap of gaps) {
    const where = JSON.stringify(gap.where);
    const before = found.findIndex(
      (one) => one.state === 'nobody' && one.to === gap.from && JSON.stringify(one.where) === where,
    );
    const last = found[before];
    if (gap.state !== 'nobody' || last === undefined) found.push(gap);
    else {
      const reasons = new Map([...last.reasons, ...gap.reasons].map((reason) => [JSON.stringify(reason), reason]));
      found[before] = { ...last, to: gap.to, reasons: [...reasons.values()] };
    }
  }
  return found;
}
