import type { DueFor } from '#domain/due-kind';
import type { Severity } from '#domain/routing';
import type { Language } from '#domain/text';
import type { Instant } from '#domain/time';
import type { ActionName } from '#domain/workflow/action';
import type { ItemKind, Status } from '#domain/workflow/definition';
import type { OfferedAction } from '#http/schemas/complaint';
import type { UploadForm } from '#ports';
import type { CarePart } from './care-part.ts';
import type { OrderView } from './order-view.ts';

/** Data of the staff pages: names instead of ids, in the reader's language. Instants are epoch ms. */

export interface PageFrame {
  language: Language;
  /** null on pages that must not tell what the link was about. */
  site: string | null;
  number: string | null;
}

/** As the API offers it, with what only the page needs. */
export type PageOffer = OfferedAction & {
  categories?: { id: string; name: string }[];
  buildings?: { id: string; name: string }[];
  assets?: { id: string; name: string }[];
  /** Words to begin with, by field. */
  proposed?: Record<string, string>;
};

export interface ActionPageView extends PageFrame {
  kind: ItemKind;
  now: Instant;
  /** Of the site: all times on the page and in its fields. */
  zone: string;
  category: string;
  severity: Severity;
  major: boolean;
  status: Status;
  where: string;
  filedAt: Instant;
  /** In the resident's words. */
  since: string | null;
  description: string;
  /** What forms asked for, as last answered, in words. */
  answers: { label: string; shown: string }[];
  /** Name; null: nobody yet. */
  owner: string | null;
  /** `at` counts from 1. */
  level: { at: number; of: number; post: string | null } | null;
  due: { at: Instant; for: DueFor } | null;
  /** Who hears next when the deadline passes. */
  next: { to: string[] } | null;
  /** Timeline lines, oldest first; the last few are shown. */
  soFar: string[];
  /** The owner only; null for everybody else. */
  resident: { name: string | null; phone: string | null; preferredTime: string | null } | null;
  /** What to know of the household before ringing; null: nothing for this reader. */
  care: CarePart | null;
  /** Kept photos: the page links to `?photo=<id>` of itself, which answers with a redirect to the short-lived address. */
  photos: string[];
  offers: PageOffer[];
  /** Of a work order; null: it is none. */
  order: OrderView | null;
  /** What `call the resident` tasks are to tell, by call id. */
  calls: Record<string, { told: string | null }>;
  /** `?do=<action>` of the address, or what is to be proposed first; null: the usual first one. */
  open: ActionName | null;
  /** Fresh for each GET; the same form posted twice acts once. */
  nonce: string;
  /** A form that could not be taken: shown again with everything typed. `problem` is about no single field. */
  posted: {
    action: ActionName;
    values: Record<string, string>;
    errors: Record<string, string[]>;
    problem: string | null;
  } | null;
}

export interface ResultPageView extends PageFrame {
  kind: ItemKind;
  now: Instant;
  zone: string;
  /** What they did; null when only a photo came back. */
  done: ActionName | null;
  status: Status;
  owner: string | null;
  due: { at: Instant; for: DueFor } | null;
  next: { to: string[] } | null;
  /** The reader's next step; null: nothing is left to do for them. */
  stepLink: string | null;
  /** Whether a mail leads there too: one sent just now, the one they came from, or none. */
  mailed: 'now' | 'before' | null;
  /** After nobody was at home: where to promise when to come again; null: no promise is to be proposed. */
  promiseLink: string | null;
  /** Posts straight to storage and comes back by redirect; null: no photo wanted here. */
  upload: UploadForm | null;
  /** Photos of the complaint so far. */
  photos: number;
  /** What became of the upload that came back just now. */
  uploaded: 'kept' | 'rejected' | null;
}

export interface StatePageView extends PageFrame {
  kind: ItemKind;
  now: Instant;
  zone: string;
  /** 'handled': somebody was faster; 'moved': the step is over by itself; 'ended': the item is; 'expired': the link is. */
  why: 'handled' | 'moved' | 'ended' | 'expired' | 'readOnly';
  handled: { by: string; at: Instant; action: ActionName | null } | null;
  category: string;
  status: Status;
  owner: string | null;
  due: { at: Instant; for: DueFor } | null;
  soFar: string[];
  order: OrderView | null;
  /** The present step of the reader, if the reader has one. */
  stepLink: string | null;
}
