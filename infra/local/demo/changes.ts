import { messageTemplates } from '#domain/mail/view';
import type { Absence, Absences } from '#domain/organisation';
import { personById } from '#domain/recipients';
import type { Routing } from '#domain/routing';
import { addDays, DAY, type Instant, instantAt, localDate } from '#domain/time';
import type { System } from '#local/system';
import { createPublishDocument } from '#usecases/publish-document';
import type { DemoSite } from './parts.ts';
import { text } from './parts.ts';

/** Something a manager publishes in the course of the history. */
export interface PlannedChange {
  at: Instant;
  by: string;
  note: string;
  change: { kind: 'routing'; rules: Routing['rules'] } | { kind: 'absences'; added: Absence[] };
}

const isCategory = (value: string) => ({ field: 'category', is: 'eq' as const, value });
const rules: Routing['rules'] = [
  {
    id: 'night-parking',
    name: text('夜间占道停车', 'Parking at night'),
    when: {
      all: [
        isCategory('parking'),
        {
          any: [
            { field: 'filedHour', is: 'gte', value: 22 },
            { field: 'filedHour', is: 'lt', value: 6 },
          ],
        },
      ],
    },
    gives: { severity: 'high' },
  },
  {
    id: 'harbour-parking',
    name: text('停车证由客服受理', 'Parking permits at the desk'),
    when: { all: [{ field: 'site', is: 'eq', value: 'harbour-view' }, isCategory('parking')] },
    gives: { department: 'customer-centre' },
  },
  {
    id: 'old-buildings-pests',
    name: text('八年以上楼栋的虫害', 'Pests in buildings of eight years and more'),
    when: { all: [isCategory('greening-pests'), { field: 'buildingAgeYears', is: 'gte', value: 8 }] },
    gives: { severity: 'normal' },
  },
];

/** Who is away, in days from the end of the history; `null`: nobody stands in, which the rosters' page warns of. */
type Away = readonly [person: string, from: number, to: number, deputy: string | null];
const away: Record<string, { director: string; note: string; past: readonly Away[]; present: readonly Away[] }> = {
  'east-lake': {
    director: 'site-director',
    note: '十一月请假安排',
    past: [['repairer-b', -30, -26, 'repairer-a']],
    present: [
      ['steward-b2', -1, 3, 'steward-b1'],
      ['duty-manager-b', 5, 7, null],
      ['cleaning-lead', 8, 13, 'environment-head'],
    ],
  },
  'harbour-view': {
    director: 'hv-site-director',
    note: 'Leave until the end of the month',
    past: [['hv-repairer-a', -21, -17, 'hv-repairer-b']],
    present: [
      ['hv-clerk-b', -1, 2, 'hv-clerk-a'],
      ['hv-steward-h3', 4, 9, 'hv-steward-h1'],
    ],
  },
};

/** What is published in the `days` before `until`, oldest first. */
export function planChanges(sites: readonly DemoSite[], until: Instant, days: number): PlannedChange[] {
  const absences = sites.flatMap(({ site: { id, zone } }): PlannedChange[] => {
    const planned = away[id];
    if (!planned) return [];
    const midnight = (n: number) => instantAt(addDays(localDate(until, zone), n), '00:00', zone);
    const absencesOf = (list: readonly Away[]) =>
      list.map(([person, from, to, deputy]) => ({ person, deputy, from: midnight(from), to: midnight(to) }));
    return [planned.past, planned.present].map((list) => ({
      // On the afternoon two days before the first of them goes.
      at: midnight(Math.min(...list.map(([, from]) => from)) - 2) + 15 * 3_600_000,
      by: planned.director,
      note: planned.note,
      change: { kind: 'absences', added: absencesOf(list) },
    }));
  });
  const routing: PlannedChange = {
    at: until - Math.floor(days * 0.8) * DAY,
    by: 'general-manager',
    note: '夜间停车提级；停车证归客服；老楼虫害按一般处理 · Night parking, permits, pests in old buildings',
    change: { kind: 'routing', rules },
  };
  return [routing, ...absences].filter(({ at }) => at > until - days * DAY && at < until).sort((a, b) => a.at - b.at);
}

/** Publishes as the person would in the panel: judged as a whole, versioned, on the audit log. */
export function createPublishChange(system: Pick<System, 'ports' | 'loadDirectory'>, company: string) {
  const { ports, loadDirectory } = system;
  const publish = createPublishDocument({ ...ports, loadDirectory }, { templates: messageTemplates });
  return async ({ by, note, change }: PlannedChange): Promise<void> => {
    const { directory } = await loadDirectory(company);
    const person = personById(directory, by);
    const current = await ports.documents.current(company, change.kind, 'main');
    if (!person || !current) throw new Error(`${by} cannot publish ${change.kind}.`);
    const { body, version } = current;
    const changed =
      change.kind === 'routing'
        ? { ...(body as Routing), rules: change.rules }
        : { absences: [...ownAbsences(body as Absences, person.sites), ...change.added] };
    const request = { kind: change.kind, id: 'main', expected: version, note, body: changed };
    await publish({ company, person, language: person.language }, request);

    /** A director sends the own sites' part only. */
    function ownAbsences({ absences }: Absences, sites: readonly string[]): Absence[] {
      return absences.filter((one) => personById(directory, one.person)?.sites.some((site) => sites.includes(site)));
    }
  };
}
