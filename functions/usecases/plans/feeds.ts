import { type Feed, type FeedScope, MOST_FEEDS } from '#domain/plan/feed';
import type { Language } from '#domain/text';
import type { Caller } from '#http/caller';
import { wireInstant } from '#http/schemas/wire';
import type { PageRequest, Ports } from '#ports';
import { InvalidInput, NotAllowed, NotFound, problem } from '../errors.ts';
import type { LoadDirectory } from '../load-directory.ts';
import { sitesOfFeed } from './feed-scope.ts';

type FeedPorts = Pick<Ports, 'feeds' | 'ids' | 'clock'> & { loadDirectory: LoadDirectory };

const view = ({ id, scope, language, at }: Feed) => ({ id, scope, language, at: wireInstant(at) });

/** Calendar feeds (日历订阅) of the caller: made, listed, revoked. An address is told once, when it is made. */
export const createFeeds = ({ feeds, ids, clock, loadDirectory }: FeedPorts, { publicUrl }: { publicUrl: string }) => ({
  async list({ company, person }: Caller, page: PageRequest) {
    const { rows, next } = await feeds.of(company, person.id, page);
    return { data: rows.map(view), next };
  },

  /** @throws NotAllowed (nothing of it is the caller's to see) | InvalidInput (enough feeds) */
  async create({ company, person }: Caller, { scope, language }: { scope: FeedScope; language: Language }) {
    const { directory } = await loadDirectory(company);
    if (sitesOfFeed(person, scope, directory).length === 0) throw new NotAllowed('asset.read');
    const { rows } = await feeds.of(company, person.id, { limit: MOST_FEEDS });
    if (rows.length >= MOST_FEEDS)
      throw new InvalidInput([problem(['scope'], 'too_many_feeds', { value: MOST_FEEDS })]);
    const feed: Feed = { id: ids.next(), owner: person.id, scope, language, at: clock.now() };
    const secret = ids.next();
    await feeds.create(company, feed, secret);
    return { ...view(feed), url: `${publicUrl}/calendar/${secret}.ics` };
  },

  /** From now on its address leads nowhere. @throws NotFound */
  async revoke({ company, person }: Caller, id: string) {
    if (!(await feeds.revoke(company, person.id, id))) throw new NotFound('feed');
    return {};
  },
});
export type FeedUseCases = ReturnType<typeof createFeeds>;
