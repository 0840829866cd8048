import type { Verdict } from '#domain/item';
import type { Instant } from '#domain/time';
import type { Progress } from '#domain/timeline/tell-resident';
import type { ResidentActName } from '#domain/workflow/resident-act';
import type { ResidentOffers } from '#domain/workflow/resident-acts';
import type { UploadForm } from '#ports';
import type { PageFrame } from './view.ts';

/** Where a complaint stands, as far as a resident need tell apart. */
export type Stage = 'received' | 'assigned' | 'working' | 'paused' | 'resolved' | 'closed' | 'invalid' | 'withdrawn';

/** Data of a resident's page, in the resident's language. Instants are epoch ms. */
export interface ReceiptView extends PageFrame {
  site: string;
  number: string;
  now: Instant;
  zone: string;
  /** Of the site. */
  phone: string;
  /** Filed just now. */
  fresh: boolean;
  category: string;
  where: string;
  filedAt: Instant;
  /** In their own words; null: not known any more. */
  description: string | null;
  stage: Stage;
  /** Department or post. */
  caretaker: string;
  nextReply: Instant | null;
  pausedUntil: Instant | null;
  /** When silence closes it. */
  closesAt: Instant | null;
  /** Oldest first. */
  progress: (Progress & { at: Instant })[];
  verdict: Verdict | null;
  offers: ResidentOffers;
  /** Posts straight to storage and comes back; null: no more photos. */
  upload: UploadForm | null;
  uploaded: 'kept' | 'rejected' | null;
  /** What they did just now. */
  done: ResidentActName | null;
  /** Address of this page, to keep; null: they have it by mail. */
  keep: string | null;
  /** Path of a new report from the same place. */
  again: string;
  /** Fresh for each GET; the same form posted twice acts once. */
  nonce: string;
  /** A form that could not be taken, with everything typed. `problem` is about no single field. */
  posted: {
    act: ResidentActName;
    values: Record<string, string>;
    errors: Record<string, string[]>;
    problem: string | null;
  } | null;
}
