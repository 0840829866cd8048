import type { Item } from '../item.ts';
import { addressOf } from '../mail/address.ts';
import { mayAct } from '../permission.ts';
import { personById } from '../recipients.ts';
import type { Instant } from '../time.ts';
import { type Advanced, advance } from '../workflow/advance.ts';
import type { Definition } from '../workflow/definition.ts';
import { nextDue } from '../workflow/due.ts';
import type { Entry, Happening } from '../workflow/entry.ts';
import type { Event } from '../workflow/event.ts';
import { offeredToResident } from '../workflow/resident-acts.ts';
import type { WorkflowFacts } from '../workflow/run.ts';
import { undeliverableEvent } from '../workflow/undeliverable.ts';
import { withWake } from '../workflow/wake.ts';
import type { Act, Behaviour, Scripted } from './behaviour.ts';
import { type Pending, pendingOf, type Scene } from './react.ts';
import type { MailEffect, Refused, Simulated, SimulatedMail, Turn } from './simulated.ts';

export interface Given {
  definition: Definition;
  /** As filed and routed, no step entered yet (`newComplaint`); filed at its `createdAt`, a whole second. */
  item: Item;
  /** Directory, rosters, absences and calendar as they are known now: what they say of later days holds. */
  facts: WorkflowFacts;
  behaviour: Behaviour;
  /** Nothing later is looked at. */
  until: Instant;
  /** Addresses that take no mail already. */
  suppressed?: readonly string[];
  /** Turns taken at most. @default 3,000, more than happens in a year; a definition may go on for ever */
  most?: number;
}

/** An imagined mail server's word for an address that takes no mail. */
export const REFUSED = 'refused';
const MOST_TURNS = 3_000;
const SECOND = 1_000;

/**
 * The line of an item: everything that would go on its timeline and every mail that would be sent, by the same `advance`
 * as the real system, with what that adds around it - mails that come back, wake-ups, whole seconds. Pure; the real
 * system makes the same line of the same acts (a test compares them).
 */
export function simulate(given: Given): Simulated {
  return new Simulation(given).run();
}

class Simulation {
  private item: Item;
  private now: Instant;
  private readonly entries: Entry[] = [];
  private readonly mails: SimulatedMail[] = [];
  private readonly turns: Turn[] = [];
  private readonly refused: Refused[] = [];
  private readonly acts: Scripted[] = [];
  private readonly queue: MailEffect[] = [];
  private readonly done = new Set<string>();
  private readonly suppressed: Set<string>;
  private readonly callers = new Map<string, string>();
  private readonly verdicts = new Map<number, number>();
  private readonly appended = new Map<Instant, number>();
  private readonly most: number;
  private ownerSince: Instant;
  private stepSince: Instant;
  private path: string[] = [];

  constructor(private readonly given: Given) {
    this.item = given.item;
    this.now = given.item.createdAt;
    this.ownerSince = this.now;
    this.stepSince = this.now;
    this.suppressed = new Set(given.suppressed);
    this.most = given.most ?? MOST_TURNS;
  }

  run(): Simulated {
    this.decide({ type: 'filed' }, { started: true });
    this.close({ type: 'filed' });
    let next = this.next();
    while (next !== null && next.at <= this.given.until && this.turns.length < this.most) {
      this.now = Math.max(this.now, next.at);
      if (next.pending === null) {
        this.decide({ type: 'timer' });
        this.close({ type: 'timer' });
      } else this.act(next.pending);
      next = this.next();
    }
    const { entries, mails, turns, refused, acts, item, now } = this;
    const cut = turns.length >= this.most && next !== null && next.at <= this.given.until;
    return { entries, mails, turns, refused, acts, item, now, next: next?.at ?? null, cut };
  }

  /** What comes first: a time that is up, before anybody who acts at the same moment. */
  private next(): { at: Instant; pending: Pending | null } | null {
    const due = nextDue(this.item);
    const timer = due && this.wakesAt(due.at);
    const [first] = this.pending();
    if (first && (timer === null || first.at < timer)) return { at: first.at, pending: first };
    return timer === null ? null : { at: timer, pending: null };
  }

  /** Executions sleep whole seconds, one at least. */
  private wakesAt(at: Instant): Instant {
    if (at <= this.now) return this.now;
    return this.now + Math.ceil((at - this.now) / SECOND) * SECOND;
  }

  private pending(): Pending[] {
    const { rules, script } = this.given.behaviour;
    const clicked = script.map((one, n): Pending => {
      const { at, ...act } = one;
      return { at: Math.max(at, this.now), key: `script/${n}`, act };
    });
    const reacting = pendingOf(rules, this.scene()).map((one) => ({ ...one, at: Math.max(one.at, this.now) }));
    return [...clicked, ...reacting].filter(({ key }) => !this.done.has(key)).sort((a, b) => a.at - b.at);
  }

  private scene(): Scene {
    const { item, now, ownerSince, stepSince, callers, verdicts } = this;
    const { definition, facts } = this.given;
    return { item, definition, facts, now, ownerSince, stepSince, callers, verdicts };
  }

  private act({ key, act }: Pending): void {
    this.done.add(key);
    const why = this.perform(act);
    if (why === null) {
      this.acts.push({ ...act, at: this.now });
      const verdict = /^(\d+)\/verdict\//.exec(key)?.[1];
      if (verdict !== undefined) this.verdicts.set(Number(verdict), (this.verdicts.get(Number(verdict)) ?? 0) + 1);
      this.close({ type: 'act', act });
    } else if (key.startsWith('script/')) this.refused.push({ at: this.now, act, why });
  }

  /** @returns why it could not be done; null: it was */
  private perform(act: Act): string | null {
    const { item } = this;
    const { definition, facts } = this.given;
    if ('act' in act) {
      if (!offeredToResident(item, definition, null, this.now)[act.act.name]) return 'notOffered';
      this.decide({ type: 'resident', act: act.act, report: null });
      return null;
    }
    const person = personById(facts.directory, act.by);
    if (!person || !mayAct(person, act.action.name, item, facts.directory)) return 'notAllowed';
    const event: Event = { type: 'action', by: act.by, action: act.action, via: 'link' };
    const first = advance(definition, item, event, this.now, facts).entries[0];
    if (first?.type === 'refused') return first.why;
    this.decide(event);
    return null;
  }

  private decide(event: Event, { started = false } = {}): void {
    const before = this.item;
    const result = advance(this.given.definition, before, event, this.now, this.given.facts);
    if (!result.changed) return;
    this.keep(before, result, started);
  }

  /** What a commit does: numbers, wake-ups, effects in line. */
  private keep(before: Item, { item, entries, effects, path }: Advanced, started: boolean): void {
    item.version = before.version + 1;
    const wanted = started ? effects : withWake(before, item, effects);
    if (started) item.seq += 1;
    if (item.owner !== before.owner) this.ownerSince = this.now;
    if (item.entered !== before.entered) this.stepSince = this.now;
    this.item = item;
    this.entries.push(...entries);
    this.path.push(...path);
    for (const effect of wanted) if (effect.type === 'mail' || effect.type === 'mailResident') this.queue.push(effect);
  }

  /** Sends what was decided, and ends the turn. */
  private close(cause: Turn['cause']): void {
    for (let effect = this.queue.shift(); effect !== undefined; effect = this.queue.shift()) this.send(effect);
    this.turns.push({ at: this.now, cause, path: this.path, told: this.entries.length, item: this.item });
    this.path = [];
  }

  private send(effect: MailEffect): void {
    const { item, now } = this;
    const failed = this.failing(effect);
    const told = this.entries.length;
    this.mails.push({ at: now, effect, failed, item, told, turn: this.turns.length });
    const to = effect.type === 'mail' ? effect.to : 'resident';
    if (failed === null) {
      const reason = effect.type === 'mail' ? effect.reason : 'resident';
      this.append({ type: 'sent', effect: effect.id, to, reason, template: effect.template });
      if (effect.type === 'mail' && effect.call && !this.callers.has(effect.call))
        this.callers.set(effect.call, effect.to);
      return;
    }
    this.append({ type: 'bounced', effect: effect.id, to, why: failed });
    const event = undeliverableEvent(effect);
    if (event) this.decide(event);
  }

  private failing(effect: MailEffect): string | null {
    const to = effect.type === 'mail' ? effect.to : 'resident';
    const address = addressOf({ item: this.item, facts: this.given.facts }, effect);
    if (address === null) return 'no address';
    if (this.suppressed.has(address)) return 'suppressed';
    const bounces = this.given.behaviour.rules.some((rule) => rule.does === 'bounce' && rule.to === to);
    if (!bounces) return null;
    this.suppressed.add(address);
    return REFUSED;
  }

  /** Outside a decision: numbered by the moment, above every decision's. */
  private append(happening: Happening): void {
    const { item, now } = this;
    const n = this.appended.get(now) ?? 0;
    this.appended.set(now, n + 1);
    const entry = { seq: now * 1000 + n, at: now, by: 'system', step: item.step, level: item.level } as const;
    this.entries.push({ ...entry, ...happening });
  }
}
