import type { Value } from './condition.ts';
import type { Limit, Limits } from './limit.ts';
import type { Order, Origin } from './order.ts';
import type { Severity } from './routing.ts';
import type { Language } from './text.ts';
import type { Instant } from './time.ts';
import type { Visit } from './visit.ts';
import type { ItemKind, Status } from './workflow/definition.ts';

export type PersonId = string;
export type ClockName = 'reply' | 'resolve';

/** A resident-facing clock. Runs from filing; survives acknowledgement and hand-over. All instants epoch ms. */
export interface ItemClock {
  startedAt: Instant;
  limit: Limit;
  deadline: Instant;
  /** 'calendar@version' the deadline was computed with; null for elapsed limits. */
  calendar: string | null;
  /** A promise that replaced the deadline (reply clock only). */
  promised: Instant | null;
  metAt: Instant | null;
  missedAt: Instant | null;
  /** Pauses that stopped it, in order. */
  pauses: { from: Instant; to: Instant }[];
}

/** One person asked in the current step. `reached: false` = bounced, suppressed or absent without deputy. */
export interface Asked {
  person: PersonId;
  level: number;
  at: Instant;
  reached: boolean;
  confirmed: boolean;
}

/** What the current `ask` step waits for. */
export interface Ask {
  /** Grows with every step entered: a link is bound to it and to the step. */
  id: number;
  /** How far this asking has climbed; the next level is the one above. */
  level: number;
  /** The level whose timer runs: 0 after entry even when the item stands higher. */
  timer: number;
  /** When the current level was last asked: `due` counts from here. */
  since: Instant;
  asked: Asked[];
  /** When the level expires; null: watched clocks only, or waits for good. */
  due: Instant | null;
  /** The limit behind `due`, for the explanation. */
  dueLimit: Limit | null;
  repeated: number;
  /** `since`: the asking or the reminder before it, which `next` counts from. */
  reminder: { since: Instant; next: Instant; left: number } | null;
}

/** A "call the resident" task: a notice for a resident without e-mail. */
export interface Call {
  id: string;
  template: string;
  /** What the resident is to be told, if somebody wrote it. */
  told: string | null;
  since: Instant;
  due: Instant;
  overdue: boolean;
  doneAt: Instant | null;
}

/** A report from the web that was recognised as this item. Who sent it is unknown: they see nothing of the first one's. */
export interface Joined {
  id: string;
  /** A number of its own: the answer looks the same in every case. */
  number: string;
  at: Instant;
  name: string | null;
  email: string | null;
  language: Language;
  /** What its receipt said. */
  replyBy: Instant;
  nudgedAt: Instant | null;
  verdict: Verdict | null;
}

/** 处理评价 */
export interface Verdict {
  verdict: 'solved' | 'partly' | 'notSolved';
  score: number | null;
  opinion: string | null;
}

/** Who complains, as told at intake; personal data, never in a subject or log. */
export interface Reporter {
  household: string | null;
  name: string | null;
  phone: string | null;
  email: string | null;
  language: Language;
  /** "after 18:00", "weekends". */
  preferredTime: string | null;
}

/** The intake form (受理). */
export interface Intake {
  description: string;
  /** Since when, in the resident's words. */
  since: string | null;
  alreadySaid: string | null;
  /** 求发泄 / 求尊重 / 求补偿 / plain solution */
  wants: 'heard' | 'respect' | 'compensation' | 'solution' | null;
  channel: 'desk' | 'phone' | 'message' | 'web' | 'staff';
  takenBy: PersonId | null;
  reporter: Reporter;
  photos: string[];
}

export const noPromises = { kept: 0, broken: 0 } as const;

/** A work item with its place in its workflow: one row. Pure data. */
export interface Item {
  id: string;
  company: string;
  kind: ItemKind;
  /** For people: "EL-261123-007". */
  number: string;
  site: string;
  building: string | null;
  unit: string | null;
  /** Public place instead of a unit ("lobby, lift 2"). */
  place: string | null;
  category: string;
  department: string;
  severity: Severity;
  major: boolean;
  /** Filed within 30 days after an earlier one of the same household and category was closed. */
  repeatOf: string | null;
  intake: Intake;
  /** Pinned. */
  workflow: { id: string; version: number };
  /** Pinned words of its mails; null: the built-in ones (filed before there was a document). */
  templates: { id: string; version: number } | null;
  /** Pinned fields beyond the fixed ones; null: none. */
  forms: { id: string; version: number } | null;
  /** Of a work order; null: it is none. Absent, as the next two, on rows older than these fields. */
  order: Order | null;
  /** Of a visit; null: it is none. */
  visit: Visit | null;
  /** The item that opened this one; null: filed by people or by a plan. */
  origin: Origin | null;
  limits: Limits;
  createdAt: Instant;

  /** Row version, grows with every commit; 0 = not stored yet. */
  version: number;
  /** Execution epoch: executions are named `<id>-<epoch>`. */
  epoch: number;

  status: Status;
  step: string;
  owner: PersonId | null;
  /** High-water mark of escalation, 0 = nobody above was needed. Never falls. */
  level: number;
  /** The level was raised and its people have not been asked yet. */
  raised: boolean;
  ask: Ask | null;
  /** What a `wait` step waits for; `limit` null: a date of the item. */
  wait: { since: Instant; limit: Limit | null; until: Instant } | null;
  clocks: Partial<Record<ClockName, ItemClock | undefined>>;
  pause: { since: Instant; until: Instant; reason: string; status: Status } | null;
  calls: Call[];
  attempts: number;
  verdict: Verdict | null;
  joined: Joined[];
  /** When the resident last pressed for an answer (催办). */
  nudgedAt: Instant | null;
  reopened: number;
  /** The last time. */
  reopenedAt: Instant | null;
  /** Promised replies (承诺回复) that came in time, and those that did not. */
  promises: { kept: number; broken: number };
  /** Everyone escalated to: they hear the end. */
  involved: PersonId[];
  /** Fen it has cost so far to put things right on the spot (服务补救). Rows stored before there were any lack it. */
  recovered?: number;
  /** Everyone ever asked: they may go on reading it. Absent on rows older than this field. */
  wereAsked?: PersonId[];
  /** Fields set by `set` steps and forms; readable in conditions as `fields.<name>`. */
  fields: Record<string, Value>;
  /** Next number for timeline entries and effects. */
  seq: number;
  /** Steps entered so far; `ask.id` comes from it. */
  entered: number;
  updatedAt: Instant;
  endedAt: Instant | null;
  /** Engine gave up (loop guard): says why; never happens with a checked definition. */
  stuck: string | null;
}
