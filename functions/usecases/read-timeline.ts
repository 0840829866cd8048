import type { Entry } from '#domain/workflow/entry';
import type { Ports } from '#ports';

/** The whole timeline of one item, oldest first. */
export async function readTimeline(ports: Pick<Ports, 'items'>, company: string, id: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  let cursor: string | undefined;
  do {
    const page = await ports.items.timeline(company, id, { limit: 100, cursor });
    entries.push(...page.rows);
    cursor = page.next ?? undefined;
  } while (cursor);
  return entries;
}
