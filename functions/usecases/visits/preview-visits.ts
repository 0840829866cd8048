import type { Item } from '#domain/item';
import { DAY } from '#domain/time';
import type { Candidate } from '#domain/visit/candidate';
import { type Asking, noHistory, planVisits } from '#domain/visit/plan-visits';
import { visitProblems } from '#domain/visit-problems';
import type { Visits } from '#domain/visit-rules';
import type { Caller } from '#http/caller';
import type { VisitPreview } from '#http/schemas/visit';
import { wireInstantOrNull } from '#http/schemas/wire';
import type { Ports } from '#ports';
import { InvalidInput, problem } from '../errors.ts';
import type { LoadFacts } from '../load-facts.ts';
import { requireAtSite } from '../site-access.ts';
import { createCandidatesOf } from './follow-up.ts';

type PreviewPorts = Pick<Ports, 'clock' | 'items' | 'documents' | 'households'> & { loadFacts: LoadFacts };

const DAYS = 30;
/** Ended items looked at, the latest first. */
const MOST = 200;
const AT_ONCE = 20;

/**
 * Who would have been visited in the last 30 days: the very planning that decides for what ends now, over what ended then,
 * as if nobody had been visited before. Rules of time are not tried. @throws NotAllowed | NotFound | InvalidInput
 */
export const createPreviewVisits = (ports: PreviewPorts) => {
  const candidatesOf = createCandidatesOf(ports);
  return async (caller: Caller, { site, body }: { site: string; body: Visits }): Promise<VisitPreview> => {
    const { company } = caller;
    const facts = await ports.loadFacts(company, site);
    requireAtSite(caller, 'document.publish', site, facts.directory);
    const wrong = visitProblems(body, facts.directory.organisation);
    if (wrong.length > 0)
      throw new InvalidInput(wrong.map(({ path, code, value }) => problem(['body', ...path], code, { value })));
    const now = ports.clock.now();
    const period = { from: now - DAYS * DAY, to: now + 1 };
    const ended: Item[] = [];
    let more = false;
    for (const kind of ['complaint', 'workOrder'] as const) {
      let cursor: string | undefined;
      do {
        const page = await ports.items.ended(company, site, period, { kind }, { limit: 100, cursor });
        const found = await Promise.all(page.rows.map(({ id }) => ports.items.get(company, id)));
        ended.push(...found.flatMap((item) => item ?? []));
        cursor = page.next ?? undefined;
      } while (cursor && ended.length < MOST);
      more ||= cursor !== undefined;
    }
    const items = new Map(ended.map((item) => [item.id, item]));
    const candidates: Candidate[] = [];
    for (let from = 0; from < ended.length; from += AT_ONCE) {
      const some = await Promise.all(ended.slice(from, from + AT_ONCE).map((item) => candidatesOf(body, item, facts)));
      candidates.push(...some.flat().map(({ candidate }) => candidate));
    }
    const first = Math.min(now, ...candidates.map(({ at }) => at));
    const households = new Map<string, readonly Asking[]>(noHistory.households);
    const planned = planVisits(body, candidates, { households, visitors: noHistory.visitors }, facts, first);
    const rows = planned.flatMap((one) => {
      const item = items.get(one.candidate.of ?? '');
      if (!item) return [];
      const { id, number, category, unit } = item;
      const made = one.outcome === 'visit' ? one : null;
      return [
        {
          ...{ item: id, number, category, unit, building: one.candidate.building },
          rule: one.candidate.rule.name,
          why: one.outcome === 'none' ? one.why : null,
          visitor: made?.visitor ?? null,
          channel: made?.channel ?? null,
          due: wireInstantOrNull(made?.due ?? null),
        },
      ];
    });
    return { looked: ended.length, more, rows };
  };
};
