import type { Item } from '#domain/item';
import { type Instant, localDate, localTime } from '#domain/time';
import type { Action, ActionInput, ActionName } from '#domain/workflow/action';
import { type Advanced, advance } from '#domain/workflow/advance';
import type { Definition } from '#domain/workflow/definition';
import { nextDue } from '#domain/workflow/due';
import type { Effect } from '#domain/workflow/effect';
import type { Entry } from '#domain/workflow/entry';
import type { Event } from '#domain/workflow/event';
import type { WorkflowFacts } from '#domain/workflow/run';
import { complaint, facts as demoFacts } from '#test/support/estate';
import { defaultComplaint } from '#workflows/default-complaint';

/** "11-23 14:30" at the demo site. */
export const when = (at: Instant | null): string =>
  at === null ? '-' : `${localDate(at, 'Asia/Shanghai').slice(5)} ${localTime(at, 'Asia/Shanghai')}`;

/** One line a mail: "raised engineering-head 1 11-23 14:30" (reason, person, level, due); "resident promised". */
export function mailLine(effect: Effect): string {
  if (effect.type === 'mail') return `${effect.reason} ${effect.to} ${effect.level} ${when(effect.due)}`;
  return effect.type === 'mailResident' ? `resident ${effect.template}` : effect.type;
}

/** Makes any write to the value, or to anything in it, an error. */
export function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}

export interface LifeOptions {
  definition?: Definition;
  facts?: WorkflowFacts;
  category?: string;
  verified?: boolean;
  /** A care rule has it start higher. */
  care?: true;
  item?: Partial<Item>;
  /** Filed already; @default a complaint */
  filed?: Item;
}

/** One item lived through step by step with a stepped clock; every answer is the mail lines of what was just done. */
export class Life {
  readonly definition: Definition;
  facts: WorkflowFacts;
  item: Item;
  now: Instant;
  last: Advanced;
  readonly timeline: Entry[] = [];

  constructor(now: Instant, options: LifeOptions = {}) {
    this.definition = options.definition ?? defaultComplaint;
    this.facts = options.facts ?? demoFacts;
    this.now = now;
    this.item = deepFreeze(options.filed ?? complaint(now, options));
    this.last = { item: this.item, entries: [], effects: [], path: [], changed: false };
    this.happen({ type: 'filed', ...(options.care && { care: options.care }) });
  }

  happen(event: Event, now: Instant = this.now): string[] {
    this.now = now;
    this.last = advance(this.definition, this.item, event, now, this.facts);
    this.item = deepFreeze(this.last.item);
    this.timeline.push(...this.last.entries);
    return this.mails();
  }

  act<N extends ActionName>(by: string, name: N, input: ActionInput<N>, now?: Instant): string[] {
    return this.happen({ type: 'action', by, action: { name, input } as Action }, now);
  }

  /** Sleeps until the next deadline and does what is due then. */
  next(): string[] {
    const due = nextDue(this.item);
    if (due === null) throw new Error('nothing is due');
    return this.happen({ type: 'timer' }, due.at);
  }

  /** Everything that falls due up to and including `until`, each at its own time: "11-23 14:30 raised ...". */
  wait(until: Instant): string[] {
    const lines: string[] = [];
    for (let due = nextDue(this.item); due !== null && due.at <= until; due = nextDue(this.item))
      lines.push(...this.next().map((line) => `${when(this.now)} ${line}`));
    this.now = until;
    return lines;
  }

  mails(): string[] {
    return this.last.effects.map(mailLine);
  }

  /** What the last event put on the timeline, by type. */
  happened(): string[] {
    return this.last.entries.map(({ type }) => type);
  }

  /** Why the last action was refused; null: it was not. */
  refusal(): string | null {
    const entry = this.last.entries[0];
    return entry?.type === 'refused' ? entry.why : null;
  }
}

export const file = (now: Instant, options?: LifeOptions): Life => new Life(now, options);
