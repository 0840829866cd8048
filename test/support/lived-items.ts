import type { Item } from '#domain/item';
import { mayAct } from '#domain/permission';
import { type Instant, MINUTE } from '#domain/time';
import { type Action, type ActionName, actionInputs } from '#domain/workflow/action';
import { advance } from '#domain/workflow/advance';
import type { Definition } from '#domain/workflow/definition';
import { needsWake, nextDue } from '#domain/workflow/due';
import type { Effect } from '#domain/workflow/effect';
import type { Entry } from '#domain/workflow/entry';
import type { Event } from '#domain/workflow/event';
import { offeredActions } from '#domain/workflow/offered';
import { offeredToResident } from '#domain/workflow/resident-acts';
import type { WorkflowFacts } from '#domain/workflow/run';
import { undeliverableEvent } from '#domain/workflow/undeliverable';
import { createRandom } from '#local/demo/random';
import { complaint } from './estate.ts';

export interface Lived {
  item: Item;
  /** As stored: what was decided, and what dispatch noted about mails that did not arrive. */
  timeline: Entry[];
  mails: Effect[];
}
export interface Living {
  definition: Definition;
  facts: WorkflowFacts;
  start: Instant;
  until: Instant;
  /** Things that happen to it at most, beside timers. */
  acts?: number;
}

/** One complaint lived through as the system does it: decided, stored with its wake-ups, timers at their instants. */
export function liveItem(seed: number, { definition, facts, start, until, acts = 12 }: Living): Lived {
  const { next: random } = createRandom(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const category = pick(facts.routing.categories)?.id ?? '';
  const timeline: Entry[] = [];
  const mails: Effect[] = [];
  let item = complaint(start, { category, verified: random() < 0.8 });
  Object.assign(item, { id: `c${seed}`, number: `EL-261123-${seed}`, repeatOf: random() < 0.1 ? 'c0' : null });
  const { reporter } = item.intake;
  Object.assign(item.intake, {
    reporter: {
      ...reporter,
      email: random() < 0.6 ? reporter.email : null,
      phone: random() < 0.8 ? '13900001201' : null,
    },
  });

  let last = start;
  const happen = (event: Event, now: Instant): void => {
    last = now;
    const result = advance(definition, item, event, now, facts);
    if (!result.changed || result.entries[0]?.type === 'refused') return;
    const seq = result.item.seq + (event.type === 'filed' || needsWake(item, result.item) ? 1 : 0);
    item = { ...result.item, seq, version: item.version + 1 };
    timeline.push(...result.entries);
    mails.push(...result.effects);
  };
  const fireUntil = (end: Instant): void => {
    for (let due = nextDue(item); due !== null && due.at <= end; due = nextDue(item))
      happen({ type: 'timer' }, Math.max(due.at, last));
  };

  const somebodyActs = (now: Instant): void => {
    const name = pick(offeredActions(item, definition));
    const by =
      name && pick(facts.directory.organisation.people.filter((one) => mayAct(one, name, item, facts.directory)));
    const action = name && by && actionFor(name, item, now, facts, pick);
    if (action) happen({ type: 'action', by: by.id, action, ...(random() < 0.5 && { via: 'link' }) }, now);
  };
  const residentActs = (now: Instant): void => {
    const report = pick([null, ...item.joined.map(({ id }) => id)]) ?? null;
    const offers = offeredToResident(item, definition, report, now);
    if (offers.verdict) {
      const verdict = pick(['solved', 'partly', 'notSolved'] as const) ?? 'solved';
      happen({ type: 'resident', act: { name: 'verdict', input: { verdict, opinion: '还好' } }, report }, now);
    } else if (offers.nudge) happen({ type: 'resident', act: { name: 'nudge', input: {} }, report }, now);
    else if (offers.information)
      happen({ type: 'resident', act: { name: 'information', input: { text: '还在漏' } }, report }, now);
  };
  const anotherReports = (now: Instant): void => {
    const id = `r${item.joined.length}`;
    const email = pick([null, reporter.email, 'other@resident.example', 'third@resident.example']) ?? null;
    const intake = { ...item.intake, channel: 'web' as const, reporter: { ...reporter, email } };
    happen({ type: 'joined', report: { id, number: `EL-1-${id}`, intake, reply: item.limits.reply } }, now);
  };
  const mailIsLost = (now: Instant): void => {
    const lost = pick(mails);
    if (lost?.type !== 'mail' && lost?.type !== 'mailResident') return;
    const known = timeline.some((entry) => entry.type === 'bounced' && entry.effect === lost.id);
    const event = known ? null : undeliverableEvent(lost);
    if (!event) return;
    const to = lost.type === 'mail' ? lost.to : 'resident';
    const told = { type: 'bounced', effect: lost.id, to, why: '550' } as const;
    timeline.push({ seq: now * 1000, at: now, by: 'system', step: item.step, level: item.level, ...told });
    happen(event, now);
  };

  happen({ type: 'filed' }, start);
  let now = start;
  for (let n = 0; n < acts; n += 1) {
    now += Math.ceil(random() ** 3 * 2000) * MINUTE;
    if (now >= until) break;
    fireUntil(now);
    const chance = random();
    if (chance < 0.72) somebodyActs(now);
    else if (chance < 0.86) residentActs(now);
    else if (chance < 0.92) anotherReports(now);
    else mailIsLost(now);
  }
  fireUntil(until);
  return { item, timeline, mails };
}

type Pick = <T>(list: readonly T[]) => T | undefined;

function actionFor(name: ActionName, item: Item, now: Instant, facts: WorkflowFacts, pick: Pick): Action | null {
  const words = { told: '好的', reason: '原因', question: '怎么办', done: '修好了', text: '备注' };
  const { organisation } = facts.directory;
  const building = organisation.buildings.filter(({ site }) => site === item.site).map(({ id }) => id);
  const given: Record<string, unknown> = {
    ...words,
    at: now + 90 * MINUTE,
    until: now + 600 * MINUTE,
    to: pick(organisation.people.filter(({ active }) => active))?.id,
    department: 'security',
    call: item.calls.find(({ doneAt }) => doneAt === null)?.id,
    reached: now % 2 === 0,
    verdict: pick(['solved', 'partly', 'notSolved']),
    category: pick(facts.routing.categories)?.id,
    building: pick(building),
  };
  const parsed = actionInputs[name].safeParse(given);
  return parsed.success ? ({ name, input: parsed.data } as Action) : null;
}
