import type { CalendarDocument } from '#domain/calendar-document';
import { newComplaint } from '#domain/complaint';
import { type RawAnswers, readAnswers } from '#domain/forms/answers';
import type { FormField } from '#domain/forms/forms';
import type { Intake, Item } from '#domain/item';
import type { Maintenance } from '#domain/maintenance';
import { newOrder } from '#domain/new-order';
import type { Site } from '#domain/organisation';
import { addDays, instantAt, isoWeekday, localDate, localTime } from '#domain/time';
import type { ItemKind } from '#domain/workflow/definition';
import type { WorkflowFacts } from '#domain/workflow/run';

/** An invented complaint, as the form holds it. */
export interface Scene {
  site: string;
  building: string | null;
  unit: string;
  place: string;
  category: string;
  description: string;
  /** What was filled in of forms, by field. */
  answers: Record<string, unknown>;
  channel: Intake['channel'];
  /** How the resident can be told. */
  reach: 'email' | 'phone' | 'none';
  repeat: boolean;
  verified: boolean;
  /** Local "YYYY-MM-DDTHH:MM". */
  moment: string;
}

/** Answers to the form of the scene's category. */
export interface Filled {
  form: readonly FormField[];
  answers: RawAnswers;
}

const noSettings: Maintenance = { kinds: [], impacts: [], checklists: [] };

/** A work order for what was complained of: the repair its first handler answers for. */
function orderOf(complaint: Item, { organisation }: WorkflowFacts['directory']): Item | null {
  const { departments } = organisation.sites.find(({ id }) => id === complaint.site) ?? { departments: [] };
  const responsible = departments.find(({ id }) => id === complaint.department)?.handlers[0] ?? null;
  const reporter = { ...complaint.intake.reporter, phone: null, email: null };
  const { category: kind, createdAt, intake } = complaint;
  return newOrder(
    {
      ...complaint,
      ...{
        kind,
        responsible,
        deputy: null,
        like: complaint,
        assets: [],
        plan: null,
        checklist: null,
        rework: null,
        patrol: null,
      },
      ...{ per: 'asset', maintenance: { id: 'main', version: 0 }, intake: { ...intake, reporter } },
    },
    { maintenance: noSettings },
    createdAt,
  );
}

/** The item as filed and routed, ready to be simulated; null: its category leads nowhere. A wrong answer is as none. */
export function itemOf(
  scene: Scene,
  facts: WorkflowFacts,
  workflow: string,
  zone: string,
  { form, answers }: Filled = { form: [], answers: {} },
  kind: ItemKind = 'complaint',
): Item | null {
  const site = facts.directory.organisation.sites.find(({ id }) => id === scene.site);
  if (!site) return null;
  const [date = '', time = ''] = scene.moment.split('T');
  const at = instantAt(date, time.slice(0, 5), zone);
  const item = newComplaint(
    {
      id: 'imagined',
      company: 'imagined',
      number: `${site.code}-${date.slice(2).replaceAll('-', '')}-001`,
      site: scene.site,
      building: scene.building,
      unit: scene.unit || null,
      place: scene.place || null,
      category: scene.category,
      intake: intakeOf(scene, site),
      verified: scene.verified,
      repeatOf: scene.repeat ? 'earlier' : null,
      pin: () => ({ id: workflow, version: 0 }),
      answers: readAnswers(form, answers, { photos: null }).values,
    },
    facts,
    at,
  );
  // Whatever routing says, it is this workflow that is looked at.
  const filed = item && kind === 'workOrder' ? orderOf(item, facts.directory) : item;
  return filed && { ...filed, workflow: { id: workflow, version: 0 } };
}

function intakeOf({ channel, description, reach }: Scene, { language, departments }: Site): Intake {
  const desk = departments.find(({ id }) => id === 'customer-centre');
  return {
    description,
    since: null,
    alreadySaid: null,
    wants: null,
    channel,
    takenBy: channel === 'web' ? null : (desk?.handlers[0] ?? null),
    photos: [],
    reporter: {
      household: null,
      name: null,
      phone: reach === 'none' ? null : '13900000000',
      email: reach === 'email' ? 'resident@example.invalid' : null,
      language,
      preferredTime: null,
    },
  };
}

/** The present in a site's local time, on the minute. */
export const momentNow = (now: number, zone: string): string => `${localDate(now, zone)}T${localTime(now, zone)}`;

/**
 * The last Friday before a National Day (1 October), 18:40: everybody has gone, and many for a week. The next one whose
 * holidays the calendar knows, else the last.
 */
export function beforeNationalDay(now: number, zone: string, calendar: CalendarDocument): string {
  const today = localDate(now, zone);
  const year = Number(today.slice(0, 4));
  const known = [year, year + 1, year - 1].map((one) => `${one}-10-01`).filter((date) => isKnown(calendar, date));
  const date = known.find((one) => one > today) ?? known[0] ?? `${year + 1}-10-01`;
  return `${fridayBefore(date)}T18:40`;
}

const isKnown = ({ exceptions }: CalendarDocument, date: string): boolean =>
  exceptions.some((one) => one.date === date && one.open.length === 0);

/** The next day that is a working Monday's morning, 09:30. */
export function nextMonday(now: number, zone: string): string {
  const today = localDate(now, zone);
  return `${addDays(today, 8 - isoWeekday(today))}T09:30`;
}

function fridayBefore(date: string): string {
  const back = (isoWeekday(date) - 5 + 7) % 7 || 7;
  return addDays(date, -back);
}

/** The coming night, 02:10. */
export const tonight = (now: number, zone: string): string => `${addDays(localDate(now, zone), 1)}T02:10`;
