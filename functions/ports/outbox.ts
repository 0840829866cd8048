import type { Instant } from '#domain/time';
import type { ItemKind } from '#domain/workflow/definition';
import type { Effect } from '#domain/workflow/effect';
import type { NewEntry, Page, PageRequest } from '../ports.ts';

export interface OutboxRow {
  company: string;
  item: string;
  kind: ItemKind;
  effect: Effect;
  state: 'pending' | 'done' | 'failed';
  attempts: number;
  /** Earliest next try. */
  notBefore: Instant;
  at: Instant;
  error: string | null;
  /** How often somebody asked for another round of tries. @default 0 */
  retries?: number;
}
/** A mail as the list of deliveries shows it; `number` is its complaint's. */
export interface MailRow extends OutboxRow {
  number: string;
  finishedAt: Instant | null;
  providerId: string | null;
}
export interface Outbox {
  /** An effect that belongs to no decision; false: one of its id is there already. */
  add(row: OutboxRow): Promise<boolean>;
  get(company: string, item: string, effect: string): Promise<OutboxRow | null>;
  /** Effects of one item in order, whatever became of them; those that are done go 30 days later. */
  all(company: string, item: string): Promise<OutboxRow[]>;
  /** Pending effects of one item in order. */
  pendingOf(company: string, item: string): Promise<OutboxRow[]>;
  /**
   * Conditional on still being pending; returns false when somebody else was first. `entry` goes on the item's timeline
   * in the same transaction, as `Items.append` would put it there.
   */
  finish(
    row: OutboxRow,
    state: 'done' | 'failed',
    at: Instant,
    detail: { error?: string; providerId?: string },
    entry?: NewEntry,
  ): Promise<boolean>;
  /**
   * Counts the attempt before a send: an attempt found counted and unfinished was ambiguous. Null: somebody else was
   * first, or began within the last `lease` ms and has not reported back. @default 0
   */
  attempt(row: OutboxRow, at: Instant, lease?: number): Promise<OutboxRow | null>;
  /** Also stores `row.attempts`. Nothing happens when it is no longer pending or has been tried more often by now. */
  postpone(row: OutboxRow, notBefore: Instant, error: string): Promise<void>;
  /** Mails of a site, newest first; those that are done go 30 days later. */
  mails(
    company: string,
    site: string,
    state: OutboxRow['state'] | undefined,
    page: PageRequest,
  ): Promise<Page<MailRow>>;
  /** Conditional on having failed: pending again from the first attempt. False: it has not failed, or not any more. */
  retry(row: OutboxRow, at: Instant): Promise<boolean>;
  /** Pending with `notBefore` before `until`, all companies, for the sweeper. */
  stuck(until: Instant, page: PageRequest): Promise<Page<OutboxRow>>;
}
