import type { Calendar } from '../calendar.ts';
import type { Directory } from '../organisation.ts';
import type { Visits } from '../visit-rules.ts';
import type { Candidate } from './candidate.ts';
import { type Asking, dayOf, type PlannedVisit, planVisits } from './plan-visits.ts';

/**
 * What would have come of candidates of the past: each is planned when it came up, after those before it, as they are
 * planned now. `asked`: what households had been asked before. Answers in the order the candidates came up.
 */
export function rehearseVisits(
  visits: Visits,
  candidates: readonly Candidate[],
  asked: ReadonlyMap<string, readonly Asking[]>,
  facts: { directory: Directory; calendar: Calendar },
): PlannedVisit[] {
  const known = new Map(asked);
  const visitors = new Map<string, number>();
  const inOrder = candidates.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return inOrder.flatMap((candidate) => {
    const { household, of, at } = candidate;
    const before = known.get(household) ?? [];
    const history = { households: new Map([[household, before]]), visitors };
    const planned = planVisits(visits, [candidate], history, facts, at);
    for (const one of planned) {
      if (one.outcome === 'none') continue;
      known.set(household, [...before, { at: one.due, of }]);
      const day = dayOf(one.visitor, one.date);
      visitors.set(day, (visitors.get(day) ?? 0) + 1);
    }
    return planned;
  });
}
