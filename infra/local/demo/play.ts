import { deadline } from '#domain/add-limit';
import type { Calendar } from '#domain/calendar';
import type { Item, PersonId } from '#domain/item';
import type { Directory } from '#domain/organisation';
import { personById } from '#domain/recipients';
import { type Instant, MINUTE } from '#domain/time';
import type { ActionName } from '#domain/workflow/action';
import { NewComplaint } from '#http/schemas/complaint';
import type { System } from '#local/system';
import { throughMonths } from '#local/timers';
import { ActionRefused, NotAllowed } from '#usecases/errors';
import { createPublishChange, type PlannedChange } from './changes.ts';
import { isUrgent, PROMISED, type Step } from './course.ts';
import type { PlannedComplaint } from './history-plan.ts';
import { handleOutage } from './outage.ts';
import { line } from './told.ts';
import { attachPhoto, reportByWeb, type Upload } from './web-report.ts';

type PlaySystem = Pick<
  System,
  'ports' | 'timers' | 'loadFacts' | 'loadDirectory' | 'fileComplaint' | 'fileReport' | 'actOnItem' | 'desk'
>;

export interface PlayOptions {
  system: PlaySystem;
  company: string;
  plan: readonly PlannedComplaint[];
  changes: readonly PlannedChange[];
  /** When people look at the work that plans of maintenance have brought. */
  rounds: readonly { at: Instant; run: () => Promise<void> }[];
  upload: Upload;
  /** No step is taken from here on. */
  until: Instant;
  /** Asked before each minute in which something happens. */
  isStopped?: () => boolean;
}
export interface Played {
  filed: number;
  acted: number;
  /** Actions on work orders. */
  worked: number;
  /** Steps that came too late to be offered: somebody or the clock was first. */
  missed: number;
}

interface Turn {
  at: Instant;
  order: number;
  run: () => Promise<void>;
}

/** People of the demo estate at work: files what is planned and takes each complaint along its course, on the system's clock. */
export async function playHistory({
  system,
  company,
  plan,
  changes,
  rounds,
  upload,
  until,
  isStopped,
}: PlayOptions): Promise<Played> {
  const { ports, timers } = system;
  const played: Played = { filed: 0, acted: 0, worked: 0, missed: 0 };
  const turns: Turn[] = [];
  let order = 0;
  const add = (at: Instant, run: Turn['run']) => {
    order += 1;
    turns.push({ at: Math.ceil(at / MINUTE) * MINUTE, order, run });
  };

  const take = async (planned: PlannedComplaint, index: number): Promise<void> => {
    const { directory, calendar } = await system.loadFacts(company, planned.body.site);
    const clerk = clerkOf(directory, planned.body.site, index);
    const person = personById(directory, clerk);
    if (!person) throw new Error(`${planned.body.site} has no clerk.`);
    const { key, web: household, body } = planned;
    const id = household
      ? await reportByWeb(system, { company, key, household, body })
      : (await system.fileComplaint({ company, person }, NewComplaint.parse(body), key)).id;
    if (id === null) return;
    played.filed += 1;
    const item = await itemOf(id);
    if (planned.photos) await attachPhoto(upload, company, item, 'resident', index);
    const next = (from: Instant, n: number): void => {
      const step = planned.steps[n];
      if (!step) return;
      const at = later(from, step.after, isUrgent(item.severity), calendar);
      add(at, async () => {
        const before = await itemOf(id);
        await act(before, step, clerk, calendar, `${key}-${n}`);
        if (planned.photos && step.do === 'resolve' && before.owner)
          await attachPhoto(upload, company, before, before.owner, index + plan.length);
        next(ports.clock.now(), n + 1);
      });
    };
    next(planned.at, 0);
    if (planned.outage) await noteOutage(planned, id, clerk, calendar);
  };

  const outage: string[] = [];
  const ofOutage = plan.filter((planned) => planned.outage).length;
  const noteOutage = async (planned: PlannedComplaint, id: string, clerk: PersonId, calendar: Calendar) => {
    outage.push(id);
    if (outage.length < ofOutage) return;
    await handleOutage({
      system,
      company,
      site: planned.body.site,
      clerk,
      complaints: outage,
      add: (minutes, run) => add(ports.clock.now() + minutes * MINUTE, run),
      judge: async (one) => act(await itemOf(one), { after: 0, do: 'solved' }, clerk, calendar, `outage-${one}`),
    });
  };

  const itemOf = async (id: string): Promise<Item> => {
    const item = await ports.items.get(company, id);
    if (!item) throw new Error(`Complaint ${id} was filed and is not there.`);
    return item;
  };

  const act = async (item: Item, step: Step, clerk: PersonId, calendar: Calendar, key: string): Promise<void> => {
    const words = line[item.intake.reporter.language];
    for (const { id, doneAt } of item.calls)
      if (doneAt === null)
        await tryTo(item.id, clerk, 'called', { call: id, reached: true, note: words.called }, `${key}-${id}`);
    const now = ports.clock.now();
    const inputs = {
      accept: [clerk, 'accept', {}],
      acknowledge: [inCharge(item), 'acknowledge', {}],
      promise: [item.owner, 'promise', { at: promiseAt(now, item, calendar), told: words.promise }],
      reply: [item.owner, 'reply', { told: words.reply }],
      resolve: [item.owner, 'resolve', { done: words.done, told: words.told }],
      reject: [inCharge(item), 'reject', { reason: words.reason, told: words.invalid }],
      withdraw: [clerk, 'withdraw', { reason: words.withdrawn }],
      solved: [clerk, 'verdict', { verdict: 'solved', score: 4 + (item.seq % 2), opinion: words.good }],
      notSolved: [clerk, 'verdict', { verdict: 'notSolved', score: 2, opinion: words.bad }],
    } as const satisfies Record<Step['do'], readonly [PersonId | null, ActionName, object]>;
    const [by, action, input] = inputs[step.do];
    await tryTo(item.id, by ?? clerk, action, input, key);
  };

  const tryTo = async (itemId: string, by: PersonId, action: ActionName, input: object, key: string): Promise<void> => {
    try {
      await system.actOnItem({ company, itemId, by, action, input, key });
      played.acted += 1;
    } catch (error) {
      if (!(error instanceof ActionRefused || error instanceof NotAllowed)) throw error;
      played.missed += 1;
    }
  };

  plan.forEach((planned, index) => {
    add(planned.at, () => take(planned, index));
  });
  const publish = createPublishChange(system, company);
  for (const change of changes) add(change.at, () => publish(change));
  for (const { at, run } of rounds) add(at, run);
  for (let turn = nextOf(turns, until); turn && !isStopped?.(); turn = nextOf(turns, until)) {
    if (turn.at > ports.clock.now()) await timers.to(turn.at, throughMonths);
    await turn.run();
  }
  return played;
}

/** The earliest, of several the one added first; taken out. Null: none before `until`. */
function nextOf(turns: Turn[], until: Instant): Turn | null {
  let best = -1;
  turns.forEach((turn, index) => {
    const than = turns[best];
    if (!than || turn.at < than.at || (turn.at === than.at && turn.order < than.order)) best = index;
  });
  const [turn] = best < 0 || (turns[best]?.at ?? until) >= until ? [] : turns.splice(best, 1);
  return turn ?? null;
}

const later = (from: Instant, minutes: number, urgent: boolean, calendar: Calendar): Instant =>
  urgent ? from + minutes * MINUTE : deadline(from, { kind: 'workingHours', minutes }, calendar);
const promiseAt = (now: Instant, { severity }: Item, calendar: Calendar): Instant =>
  later(now, isUrgent(severity) ? PROMISED.urgent : PROMISED.other, isUrgent(severity), calendar);

/** Who was asked last, at the highest level; else the owner. */
function inCharge({ ask, owner }: Item): PersonId | null {
  const waiting = (ask?.asked ?? []).filter(({ confirmed, reached }) => reached && !confirmed);
  const level = Math.max(...waiting.map((asked) => asked.level));
  return waiting.find((asked) => asked.level === level)?.person ?? owner;
}

/** The clerks of a site in turn. */
function clerkOf({ organisation }: Directory, site: string, index: number): PersonId {
  const departments = organisation.sites.find(({ id }) => id === site)?.departments ?? [];
  const clerks = departments.find(({ id }) => id === 'customer-centre')?.handlers ?? [];
  const clerk = clerks[index % clerks.length];
  if (!clerk) throw new Error(`${site} has no customer centre.`);
  return clerk;
}
