import type { PersonId } from '#domain/item';
import { personById } from '#domain/recipients';
import { addDays, type Instant, instantAt, localDate, MINUTE } from '#domain/time';
import type { System } from '#local/system';
import type { GroupRequest } from '#usecases/act-together';
import type { PlannedComplaint } from './history-plan.ts';
import type { DemoSite } from './parts.ts';
import { line } from './told.ts';

const BUILDING = 'b4';
const RESIDENTS = 3;
/** Minutes from one call of a resident to the next. */
const APART = 4;
/** Minutes from linking them until all are answered, until all is mended, and from there until the residents are asked. */
const ANSWERED = 4;
const MENDED = 140;
const JUDGED = 360;

/** One building without water: three residents call one after the other in the morning, a fifth of the span before its end. */
export function planOutage({ site, households }: DemoSite, until: Instant, days: number): PlannedComplaint[] {
  const date = addDays(localDate(until, site.zone), -Math.ceil(days / 5));
  const morning = instantAt(date, '07:10', site.zone);
  return households
    .filter(({ building, members }) => building === BUILDING && members.some(({ email }) => email !== null))
    .slice(0, RESIDENTS)
    .map(({ id, building, unit }, n) => ({
      key: `outage ${n}`,
      at: morning + n * APART * MINUTE,
      course: 'smooth',
      steps: [],
      outage: true,
      body: {
        site: site.id,
        category: 'power-water-outage',
        building,
        unit,
        household: id,
        description: line[site.language].noWater,
        channel: 'phone',
        wants: 'solution',
        similar: 'new',
      },
    }));
}

interface OutageOptions {
  system: Pick<System, 'desk' | 'loadFacts'>;
  company: string;
  site: string;
  clerk: PersonId;
  /** Filed, all of them. */
  complaints: readonly string[];
  /** Does something so many minutes from now. */
  add(minutes: number, run: () => Promise<void>): void;
  judge(complaint: string): Promise<void>;
}

/** What the clerk who hears it a third time does: links them, answers all at once and closes them together. */
export async function handleOutage({ system, company, site, clerk, complaints, add, judge }: OutageOptions) {
  const { directory } = await system.loadFacts(company, site);
  const person = personById(directory, clerk);
  const language = directory.organisation.sites.find(({ id }) => id === site)?.language;
  if (!person || !language) throw new Error(`${site} has nobody to handle an outage.`);
  const caller = { company, person, language };
  const words = line[language];
  const { id } = await system.desk.linkComplaints(caller, { complaints: [...complaints], title: words.outageTitle });
  const together = async (request: GroupRequest) => {
    const { results } = await system.desk.actTogether(caller, id, request);
    const refused = results.find(({ refusal }) => refusal !== null);
    if (refused) throw refused.refusal;
  };
  add(ANSWERED, () => together({ complaints, texts: { [language]: words.outage }, action: 'reply' }));
  add(MENDED, () =>
    together({ complaints, texts: { [language]: words.restored }, action: 'resolve', done: words.outageDone }),
  );
  for (const complaint of complaints) add(MENDED + JUDGED, () => judge(complaint));
}
