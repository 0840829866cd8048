import type { Feed } from '#domain/plan/feed';
import type { Feeds } from '#ports';
import { pageOfRows } from './memory-items.ts';

export function createMemoryFeeds(): Feeds {
  const stored = new Map<string, { company: string; feed: Feed }>();
  return {
    async create(company, feed, secret) {
      stored.set(`${company}/${secret}`, { company, feed });
    },
    find: async (company, secret) => stored.get(`${company}/${secret}`)?.feed ?? null,
    of: async (company, owner, page) =>
      pageOfRows(
        [...stored.values()].flatMap((row) => (row.company === company && row.feed.owner === owner ? [row.feed] : [])),
        page,
      ),
    async revoke(company, owner, id) {
      const found = [...stored].find(
        ([, row]) => row.company === company && row.feed.owner === owner && row.feed.id === id,
      );
      return found !== undefined && stored.delete(found[0]);
    },
  };
}
