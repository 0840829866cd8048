import type { Caller } from '#http/caller';
import type { ComplaintSummary } from '#http/schemas/complaint';
import type { PageRequest, Ports } from '#ports';
import { summaryView } from './view-summary.ts';

export interface ListOf<T> {
  data: T[];
  next: string | null;
}

/** "My work": what waits for the caller, most urgent first. Needs no permission: it is theirs by being asked. */
export const createListWork =
  ({ items, clock }: Pick<Ports, 'items' | 'clock'>) =>
  async ({ company, person }: Caller, page: PageRequest): Promise<ListOf<ComplaintSummary>> => {
    const { rows, next } = await items.work(company, person.id, page);
    const now = clock.now();
    return { data: rows.map((row) => summaryView(row, now)), next };
  };
