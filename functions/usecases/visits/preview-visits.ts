import type { Building } from '#domain/organisation';
import { type Span, spanOfDates } from '#domain/span';
import { addDays, type Instant, instantAt, localDate } from '#domain/time';
import { buildingsDue, dueOn, goesByDate } from '#domain/visit/by-date';
import type { Candidate } from '#domain/visit/candidate';
import { byTime } from '#domain/visit/candidates';
import { visitProblems } from '#domain/visit-problems';
import type { Visits } from '#domain/visit-rules';
import type { Caller } from '#http/caller';
import type { PreviewCandidate, PreviewVisits, VisitPreview } from '#http/schemas/visit';
import { wireInstant } from '#http/schemas/wire';
import type { Page, Ports } from '#ports';
import { InvalidInput, problem } from '../errors.ts';
import type { Facts, LoadFacts } from '../load-facts.ts';
import { requireAtSite } from '../site-access.ts';
import { createCandidatesOf } from './follow-up.ts';

type PreviewPorts = Pick<Ports, 'clock' | 'items' | 'documents' | 'households' | 'visitBook'> & {
  loadFacts: LoadFacts;
};
/** One after the other; a cursor says which it goes on in. */
const sources = ['complaint', 'workOrder', 'homes'] as const;
type Source = (typeof sources)[number];

const DAYS = 30;
const ITEMS = 40;
const HOMES = 100;

/** `item`: what a visit would have followed; null: nothing but time. */
interface Found {
  candidate: Candidate;
  item: { number: string; category: string; kind: 'complaint' | 'workOrder' } | null;
  unit: string | null;
}

/**
 * Who would have been thought of in the last 30 days, page by page: all that ended then, and all homes a rule of time named.
 * What comes of them the planning itself says, wherever it is run. @throws NotAllowed | NotFound | InvalidInput | BadCursor
 */
export const createPreviewVisits = (ports: PreviewPorts) => {
  /** What has been felt in a building is asked of the same homes each time. */
  const rememberingHomes = (): Ports['households'] => {
    const known = new Map<string, ReturnType<Ports['households']['bySite']>>();
    return {
      ...ports.households,
      bySite(company, site, building, page) {
        const key = JSON.stringify([building, page]);
        const found = known.get(key) ?? ports.households.bySite(company, site, building, page);
        known.set(key, found);
        return found;
      },
    };
  };

  async function endedItems(company: string, site: string, kind: 'complaint' | 'workOrder', at: At, visits: Visits) {
    const candidatesOf = createCandidatesOf({ ...ports, households: rememberingHomes() });
    const { rows, next } = await ports.items.ended(
      company,
      site,
      at.period,
      { kind },
      { limit: ITEMS, ...(at.cursor && { cursor: at.cursor }) },
    );
    const found = await Promise.all(
      rows.map(async ({ id }): Promise<Found[]> => {
        const item = await ports.items.get(company, id);
        if (!item) return [];
        const candidates = await candidatesOf(visits, item, at.facts);
        const { number, category } = item;
        return candidates.map(({ candidate, household: { unit } }) => ({
          ...{ candidate, unit },
          item: { number, category, kind },
        }));
      }),
    );
    return { found: found.flat(), looked: rows.length, next };
  }

  async function homesByDate(company: string, site: string, at: At, visits: Visits) {
    if (!goesByDate(visits)) return { found: [], looked: 0, next: null };
    const { zone } = at.facts.calendar;
    const here = at.facts.directory.organisation.buildings.filter((one) => one.site === site);
    const days = Array.from({ length: DAYS }, (_, n) => addDays(at.first, n)).map((date) => ({
      ...{ date, at: instantAt(date, '00:00', zone) },
      buildings: new Map(buildingsDue(visits, date, here).map((one): [string, Building] => [one.id, one])),
    }));
    const { rows, next } = await ports.households.bySite(company, site, null, {
      limit: HOMES,
      ...(at.cursor && { cursor: at.cursor }),
    });
    const found = rows.flatMap((home) =>
      days.flatMap((day): Found[] => {
        const building = day.buildings.get(home.building);
        const due = building ? dueOn(visits, day.date, building, [home.id]) : [];
        return due.map((one) => ({ candidate: byTime(one, home, day.at), item: null, unit: home.unit }));
      }),
    );
    return { found, looked: 0, next };
  }

  return async (caller: Caller, { site, body, cursor }: PreviewVisits): Promise<VisitPreview> => {
    const { company } = caller;
    const facts = await ports.loadFacts(company, site);
    requireAtSite(caller, 'document.publish', site, facts.directory);
    const wrong = visitProblems(body, facts.directory.organisation);
    if (wrong.length > 0)
      throw new InvalidInput(wrong.map(({ path, code, value }) => problem(['body', ...path], code, { value })));
    const { zone } = facts.calendar;
    const today = localDate(ports.clock.now(), zone);
    const first = addDays(today, 1 - DAYS);
    // Whole days: pages of one reading are about the same period.
    const period = spanOfDates(first, today, zone);
    const { source, inner } = placeOf(cursor);
    const at: At = { facts, first, period, cursor: inner };
    const page =
      source === 'homes'
        ? await homesByDate(company, site, at, body)
        : await endedItems(company, site, source, at, body);
    const homes = new Set(page.found.map(({ candidate }) => candidate.household));
    const asked = await Promise.all(
      [...homes].map(async (home) => {
        const { askings } = await ports.visitBook.household(company, home);
        return [home, askings.filter((one) => one.at < period.from)] as const;
      }),
    );
    const before = new Map(asked);
    return {
      looked: page.looked,
      candidates: page.found.map((one) => candidateView(one, before.get(one.candidate.household) ?? [])),
      next: goOn(source, page),
    };
  };
};

interface At {
  facts: Facts;
  /** The first local day looked at; the last is today. */
  first: string;
  period: Span;
  cursor: string | null;
}

function placeOf(cursor: string | undefined): { source: Source; inner: string | null } {
  const [first, inner = ''] = (cursor ?? '').split(/:(.*)/s);
  return { source: sources.find((one) => one === first) ?? 'complaint', inner: inner === '' ? null : inner };
}
function goOn(source: Source, { next }: Pick<Page<unknown>, 'next'>): string | null {
  if (next !== null) return `${source}:${next}`;
  const following = sources[sources.indexOf(source) + 1];
  return following === undefined ? null : `${following}:`;
}

const candidateView = (
  { candidate, item, unit }: Found,
  asked: readonly { at: Instant; of: string | null }[],
): PreviewCandidate => {
  const { id, rule, of, round, at, severity, building, household, workers, wish, reach } = candidate;
  return {
    ...{ id, rule: rule.id, of, round, at: wireInstant(at), severity, building, unit, household, item },
    ...{ workers: [...workers], wish, reach },
    asked: asked.map((one) => ({ at: wireInstant(one.at), of: one.of })),
  };
};
