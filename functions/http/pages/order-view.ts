import type { Instant } from '#domain/time';
import type { Status } from '#domain/workflow/definition';
import type { ChecklistView } from './check-view.ts';

/** What the page of a work order shows beside what every item has. */
export interface OrderView {
  /** Of a round the first few. `more` is on its label: maker, model, warranty. */
  facilities: { name: string; number: string; place: string; more: string[] }[];
  /** Facilities that are not named for want of room. */
  others: number;
  plan: { name: string; day: string } | null;
  /** Why it was opened, when by another item. */
  origin: { number: string; why: string; detail: string | null } | null;
  rework: { number: string; times: number } | null;
  checklist: ChecklistView | null;
  /** Earlier orders of the same facility, newest first; null: not the reader's to see. */
  earlier: { number: string; at: Instant; plan: string | null; status: Status; failed: number }[] | null;
}
