import type { DueFor } from '../due-kind.ts';
import type { ClockName } from '../item.ts';
import type { Severity } from '../routing.ts';
import { templateIds } from '../templates/built-in.ts';
import type { Language } from '../text.ts';
import type { Instant } from '../time.ts';
import type { ActionName } from '../workflow/action.ts';
import type { ItemKind, Status } from '../workflow/definition.ts';
import type { MailReason } from '../workflow/effect.ts';
import type { OrderMail } from './order-mail.ts';

/** What a mail is made of: plain data with names instead of ids, in the reader's language. Instants are epoch ms. */

/** Why this person got the mail. People are names ("王伟", "Wang Wei"). */
export type Because =
  /** First asked: their post answers for it. */
  | { type: 'responsible' }
  | { type: 'major' }
  /** Everybody above was asked and reminded in vain: it stays on the reader's list. */
  | { type: 'nobodyActed' }
  /** Nobody of those who should be asked was there or could be reached. */
  | { type: 'nobodyThere' }
  | { type: 'nobodyAcknowledged'; people: string[]; deadline: Instant | null }
  | { type: 'missed'; clock: ClockName; deadline: Instant | null }
  | { type: 'promiseBroken'; deadline: Instant | null }
  | { type: 'escalatedBy'; by: string; reason: string }
  | { type: 'askedBy'; by: string; question: string }
  | { type: 'undeliverable'; people: string[] }
  | { type: 'repeat' }
  /** 返修: for the second time at least. */
  | { type: 'rework' }
  | { type: 'reopened'; reason: string | null }
  /** The resident finds that part of it is left. */
  | { type: 'partly'; reason: string | null }
  /** The resident presses for an answer: to who works on it, and to the level above them. */
  | { type: 'nudged' }
  | { type: 'nudgedAbove'; people: string[] }
  | { type: 'information'; reason: string }
  /** What was opened for it, by number, has ended. */
  /** They walk tonight. */
  | { type: 'patrol'; reason: string }
  /** A point of a patrol was missed: to whom its route names, and the level above. */
  | { type: 'pointMissed'; reason: string }
  | { type: 'linkedEnded'; reason: string }
  /** Of somebody else who reported the same. */
  | { type: 'opinion'; reason: string | null }
  /** A work order that was not passed, and one that was returned to whoever dispatches. */
  | { type: 'declined'; by: string; reason: string }
  | { type: 'returned'; by: string; reason: string }
  | { type: 'handedOver'; by: string; note: string | null }
  | { type: 'broughtIn'; by: string; note: string | null }
  /** Of a visit: full marks for their work. */
  | { type: 'praise'; reason: string | null }
  | { type: 'deputyOf'; absent: string }
  /** They acted; this is their next step. */
  | { type: 'acted' }
  | { type: 'owner' }
  /** They were escalated to before: they hear the end. */
  | { type: 'involved' };

export interface StaffMailView {
  kind: ItemKind;
  /** Of a work order; null: it is none. */
  order: OrderMail | null;
  language: Language;
  reason: MailReason;
  /** What a workflow's step names instead of the usual words. */
  template?: string;
  /** Now and the site's IANA zone: for "in 2 h, Fri 17:30". */
  now: Instant;
  zone: string;
  /** Name of the reader. */
  reader: string;
  company: string;
  site: string;
  number: string;
  category: string;
  severity: Severity;
  major: boolean;
  status: Status;
  /** Building and unit or public place, for people: "Tower 2, 1203". Not in the subject. */
  where: string;
  filedAt: Instant;
  /** In the resident's words. */
  since: string | null;
  description: string;
  /** `at` counts from 1 for people; `post` is what the reader is on this rung ("site director"). */
  level: { at: number; of: number; post: string | null } | null;
  because: Because;
  /** Short summary lines, oldest first, as from `timelineLine`; the last few are shown. */
  soFar: string[];
  due: { at: Instant; for: DueFor } | null;
  /** Who hears next when the deadline passes ("Chen Jie (general manager)"); null: nobody above. */
  next: { to: string[] } | null;
  /** What may be done by the link, most likely first; empty: it only shows. */
  actions: ActionName[];
  link: string;
  /** Reasons `call` and `callOverdue`: what the resident is to be told. */
  call: { told: string | null; template: string } | null;
}

/** Orders opened at one time for one person, in one mail. */
export interface DigestMailView {
  language: Language;
  now: Instant;
  zone: string;
  reader: string;
  company: string;
  site: string;
  /** In the order of the work. `what`: the plan and its facilities; `due`: until when it is to be accepted; each has a link of its own. */
  orders: { number: string; what: string; due: Instant | null; link: string }[];
}

/** Ids there are words for without any document. */
export const messageTemplates: readonly string[] = templateIds(null);

export interface ResidentMailView {
  language: Language;
  /** Id of the notice; one that nobody wrote words for gets the general ones. */
  template: string;
  now: Instant;
  zone: string;
  /** As told at intake; null: "Dear resident". */
  name: string | null;
  company: string;
  site: string;
  sitePhone: string;
  number: string;
  category: string;
  filedAt: Instant;
  /** What staff wrote for the resident, in the resident's language. */
  told: string | null;
  /** Department or post that looks after it; told with the receipt. */
  caretaker: string;
  /** To the page of the receipt: progress, more information, verdict. */
  link: string;
  /** The instant the notice is about: next reply (received, promised, replied), end of the pause, closing after silence. */
  when: Instant | null;
}

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}
