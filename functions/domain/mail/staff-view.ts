import type { DueFor } from '../due-kind.ts';
import type { Item } from '../item.ts';
import { namesFor, postOf, siteOf, timelineFor, whereWords } from '../item-words.ts';
import type { Checklist } from '../maintenance.ts';
import { isSensible } from '../order-offers.ts';
import type { Person } from '../organisation.ts';
import { mayAct } from '../permission.ts';
import { resolveRecipients } from '../recipients.ts';
import type { Language, Text } from '../text.ts';
import type { Instant } from '../time.ts';
import type { Names } from '../timeline/said.ts';
import type { ActionName } from '../workflow/action.ts';
import type { Definition, ItemKind } from '../workflow/definition.ts';
import type { Effect } from '../workflow/effect.ts';
import type { Entry } from '../workflow/entry.ts';
import { offeredActions } from '../workflow/offered.ts';
import { currentAsk, type WorkflowFacts } from '../workflow/run.ts';
import { orderMail } from './order-mail.ts';
import { missedPoints, type Saying, walkWords } from './patrol-words.ts';
import type { Because, StaffMailView } from './view.ts';

type MailEffect = Extract<Effect, { type: 'mail' }>;
/** An item with what a mail about it is composed from, all of one moment. */
export interface InHand {
  item: Item;
  definition: Definition;
  facts: WorkflowFacts;
  /** Of a work order, pinned, and what it is called; left out: not known here. */
  checklist?: Checklist | null;
  workName?: Text | null;
}
/** One timeline entry as a line for people; null: not worth telling in a summary. */
export type TellLine = (
  entry: Entry,
  names: Names,
  language: Language,
  zone: string,
  now: Instant,
  kind?: ItemKind,
) => string | null;
/** Timeline lines a mail repeats at most. */
const LINES = 6;

/**
 * What a link may do as long as its asking waits: the step's own verbs; for a call, that call. Signed into the link, so
 * also what is only possible later in the step (resume after a pause).
 */
export function verbsFor(gathered: InHand, person: Person, effect: Pick<MailEffect, 'ask' | 'reason'>): ActionName[] {
  const { item, definition, facts } = gathered;
  const calling = effect.reason === 'call' || effect.reason === 'callOverdue';
  if (!calling && (effect.ask === null || effect.ask !== item.ask?.id)) return [];
  const verbs: ActionName[] = calling
    ? ['called']
    : (currentAsk(definition, item)?.actions.map(({ action }) => action) ?? []);
  return [...verbs, 'recover' as const, 'note' as const].filter((name) => mayAct(person, name, item, facts.directory));
}

/** Told beside the ladder: which level the reader is on says nothing about why. */
const unranked: ReadonlySet<string> = new Set([
  'nudged',
  'information',
  'linkedEnded',
  'pointMissed',
  'call',
  'callOverdue',
] satisfies MailEffect['reason'][]);

/** Everything a staff mail says, from the item as it stands when the mail is sent. */
export function staffMailView(
  gathered: InHand,
  effect: MailEffect,
  person: Person,
  timeline: readonly Entry[],
  now: Instant,
  { link, line }: { link: string; line: TellLine },
): StaffMailView {
  const { item, definition, facts } = gathered;
  const { language } = person;
  const names = namesFor(facts, item, person);
  const site = siteOf(facts, item);
  const verbs = verbsFor(gathered, person, effect);
  const call = effect.call ? item.calls.find(({ id }) => id === effect.call) : undefined;
  const step = currentAsk(definition, item);
  const offered = offeredActions(item, definition);
  const soFar = timelineFor(person, timeline).flatMap(
    (entry) => line(entry, names, language, site.zone, now, item.kind) ?? [],
  );
  return {
    kind: item.kind,
    order: orderMail(item, gathered.checklist ?? facts.checklist ?? null, site.zone, person),
    language,
    reason: effect.reason,
    template: effect.template,
    now,
    zone: site.zone,
    reader: person.name[language],
    company: facts.directory.organisation.company.name[language],
    site: site.name[language],
    number: item.number,
    category: gathered.workName?.[language] ?? names.category(item.category),
    severity: item.severity,
    major: item.major,
    status: item.status,
    where: whereWords(item, facts, language),
    filedAt: item.createdAt,
    since: item.intake.since,
    description: item.intake.description,
    level:
      step && effect.ask !== null && !unranked.has(effect.reason) && !(item.order?.patrol && effect.level === 0)
        ? { at: effect.level + 1, of: step.levels.length, post: postOf(person, facts, item, language) }
        : null,
    because: becauseOf(effect, timeline, names.person, person.id, item, { language, zone: site.zone }),
    soFar: soFar.slice(-LINES),
    due: missedDue(effect, timeline) ?? dueOf(item, effect),
    next: nextPeople(gathered, effect, person.id, now, names.person),
    actions: inOrder(
      verbs.filter((name) => offered.includes(name) && name !== 'recover' && isSensible(item, person.id, name)),
    ),
    link,
    call: call ? { told: call.told, template: call.template } : null,
  };
}

/** A checklist is filled in before anything else. */
const inOrder = (verbs: readonly ActionName[]): ActionName[] =>
  verbs.toSorted((a, b) => Number(b === 'check') - Number(a === 'check'));

/** A mail about a deadline that passed names that one. */
function missedDue({ reason, cause }: MailEffect, timeline: readonly Entry[]): { at: Instant; for: DueFor } | null {
  const missed = reason === 'overdue' ? timeline.find(({ seq }) => seq === cause) : undefined;
  return missed?.type === 'missed' ? { at: missed.deadline, for: missed.promised ? 'promise' : missed.clock } : null;
}

/** What the mail's deadline is for: the asking's own, or the resident clock the owner must meet. */
export function dueOf(
  item: Item,
  effect: Pick<MailEffect, 'ask' | 'reason' | 'due'>,
): { at: Instant; for: DueFor } | null {
  if (item.endedAt !== null) return null;
  if (effect.reason === 'call') return effect.due === null ? null : { at: effect.due, for: 'call' };
  if (effect.ask !== null && effect.due !== null)
    return { at: effect.due, for: item.status === 'resolved' ? 'answer' : 'acknowledge' };
  const { reply, resolve } = item.clocks;
  if (reply && reply.metAt === null) return { at: reply.deadline, for: reply.promised === null ? 'reply' : 'promise' };
  if (resolve && resolve.metAt === null) return { at: resolve.deadline, for: 'resolve' };
  return null;
}

/** Who is told when this deadline passes too: the next level that has somebody; at the top once more the top, but for `reader`. */
export function nextPeople(
  { item, definition, facts }: InHand,
  effect: Pick<MailEffect, 'ask'>,
  reader: string,
  now: Instant,
  name: (id: string) => string,
): StaffMailView['next'] {
  const step = currentAsk(definition, item);
  if (!step || effect.ask === null || effect.ask !== item.ask?.id) return null;
  const from = Math.min(item.ask.level + 1, step.levels.length - 1);
  for (const level of step.levels.slice(from)) {
    const { people } = resolveRecipients(level.to, item, facts.directory, facts.calendar, now);
    if (people.includes(reader)) return null;
    if (people.length > 0) return { to: people.map(name) };
  }
  return null;
}

/** "Why you": from the timeline entry that caused the mail and what led to it. */
function becauseOf(
  effect: MailEffect,
  timeline: readonly Entry[],
  name: (id: string) => string,
  reader: string,
  item: Item,
  said: Saying,
): Because {
  const before = timeline.filter(({ seq }) => seq <= effect.cause);
  const last = <T extends Entry['type']>(type: T) =>
    before.findLast((entry): entry is Extract<Entry, { type: T }> => entry.type === type);
  const acted = last('acted');
  const by = acted ? name(acted.by) : '';
  const standIn = before.findLast((entry) => entry.type === 'substituted' && entry.deputy === reader);
  switch (effect.reason) {
    case 'raised':
      return raisedBecause(before, name);
    case 'handedOver':
      return acted?.action.name === 'handOver'
        ? { type: 'handedOver', by, note: acted.action.input.note ?? null }
        : { type: 'responsible' };
    case 'broughtIn':
      return acted?.action.name === 'bringIn'
        ? { type: 'broughtIn', by, note: acted.action.input.note }
        : { type: 'involved' };
    case 'nextStep':
      return { type: 'acted' };
    case 'ended':
      return { type: item.owner === reader ? 'owner' : 'involved' };
    case 'informed':
      return item.visit ? { type: 'praise', reason: item.visit.answers?.remarks ?? null } : { type: 'major' };
    case 'overdue':
      return { type: 'owner' };
    case 'nudged':
      return isUpTo(reader, item)
        ? { type: 'nudged' }
        : { type: 'nudgedAbove', people: item.owner === null ? [] : [name(item.owner)] };
    case 'pointMissed':
      return { type: 'pointMissed', reason: missedPoints(last('pointsMissed'), said) };
    case 'linkedEnded':
      return { type: 'linkedEnded', reason: last('linkedEnded')?.number ?? '' };
    case 'information':
      return saidBy(timeline.find(({ seq }) => seq === effect.cause));
    default: {
      if (effect.template === 'nobodyActed') return { type: 'nobodyActed' };
      if (item.order?.patrol && effect.level === 0)
        return { type: 'patrol', reason: walkWords(item.order.patrol, said) };
      if (isInPlaceOfNobody(before)) return { type: 'nobodyThere' };
      const visited = last('visitReopened');
      if (visited && visited.seq > (acted?.seq ?? 0)) return { type: 'reopened', reason: visited.said };
      if (acted?.action.name === 'verdict') {
        const { verdict, opinion } = acted.action.input;
        return {
          type: verdict === 'partly' && !reopened(before, acted.seq) ? 'partly' : 'reopened',
          reason: opinion || null,
        };
      }
      if (item.kind === 'workOrder' && acted && acted.seq > (last('raised')?.seq ?? 0)) {
        if (acted.action.name === 'decline') return { type: 'declined', by, reason: acted.action.input.reason };
        if (acted.action.name === 'notMine') return { type: 'returned', by, reason: acted.action.input.reason };
      }
      return standIn?.type === 'substituted'
        ? { type: 'deputyOf', absent: name(standIn.absent) }
        : { type: 'responsible' };
    }
  }
}

/** The step before asked nobody: this one stands in for it. */
function isInPlaceOfNobody(before: readonly Entry[]): boolean {
  const led = before.findLast(({ type }) => type === 'exhausted' || type === 'acted');
  return led?.type === 'exhausted' && led.unreached === true;
}

const isUpTo = (reader: string, { owner, ask }: Item): boolean =>
  owner === reader || (owner === null && (ask?.asked.some(({ person }) => person === reader) ?? false));

/** What the resident added, or thinks of the result. */
function saidBy(entry: Entry | undefined): Because {
  if (entry?.type === 'information') return { type: 'information', reason: entry.text };
  if (entry?.type === 'visitReopened') return { type: 'opinion', reason: entry.said };
  return { type: 'opinion', reason: entry?.type === 'opinion' ? entry.opinion : null };
}

/** A workflow may reopen what is partly solved, too: then a superior was asked after the verdict. */
const reopened = (timeline: readonly Entry[], verdict: number): boolean =>
  timeline.some((entry) => entry.type === 'raised' && entry.why === 'reopened' && entry.seq > verdict);

function raisedBecause(before: readonly Entry[], name: (id: string) => string): Because {
  const missed = before.findLast((entry) => entry.type === 'missed');
  const raised = before.findLast((entry) => entry.type === 'raised');
  // At the top nothing can be raised: a clock that passed asks the same people again.
  if (missed?.type === 'missed' && missed.seq > (raised?.seq ?? 0))
    return missed.promised
      ? { type: 'promiseBroken', deadline: missed.deadline }
      : { type: 'missed', clock: missed.clock, deadline: missed.deadline };
  if (raised?.type !== 'raised') return { type: 'responsible' };
  const earlier = before.filter(({ seq }) => seq < raised.seq);
  const asked = earlier.findLast((entry) => entry.type === 'asked');
  const acted = earlier.findLast((entry) => entry.type === 'acted');
  const action = acted?.type === 'acted' ? acted.action : null;
  const by = acted ? name(acted.by) : '';
  const people = asked?.type === 'asked' ? asked.people.map(name) : [];
  switch (raised.why) {
    case 'expired':
      return { type: 'nobodyAcknowledged', people, deadline: asked?.type === 'asked' ? asked.due : null };
    case 'missed':
      return {
        type: 'missed',
        clock: raised.clock ?? 'reply',
        deadline: missed?.type === 'missed' ? missed.deadline : null,
      };
    case 'promiseBroken':
      return { type: 'promiseBroken', deadline: missed?.type === 'missed' ? missed.deadline : null };
    case 'escalated':
      return { type: 'escalatedBy', by, reason: action?.name === 'escalate' ? action.input.reason : '' };
    case 'asked':
      return { type: 'askedBy', by, question: action?.name === 'askSuperior' ? action.input.question : '' };
    case 'undeliverable':
      return { type: 'undeliverable', people };
    case 'repeat':
      return { type: 'repeat' };
    case 'reopened':
      return { type: 'reopened', reason: whyReopened(earlier) };
    case 'rework':
      return { type: 'rework' };
    case 'care':
    case 'rule':
      return { type: 'responsible' };
  }
}

/** What the resident said last: of the result, or when somebody asked how it went. */
function whyReopened(earlier: readonly Entry[]): string | null {
  const said = earlier.findLast(({ type }) => type === 'visitReopened' || type === 'acted');
  if (said?.type === 'visitReopened') return said.said;
  return said?.type === 'acted' && said.action.name === 'verdict' ? (said.action.input.opinion ?? null) : null;
}
