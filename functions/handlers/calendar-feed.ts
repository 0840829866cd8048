import { LinkInvalid } from '#domain/errors';
import { clientAddress } from '#http/client-address';
import type { Clock } from '#ports';
import { type LimitRequests, TooMany } from '#usecases/limit-requests';
import type { ReadFeed } from '#usecases/plans/read-feed';
import type { Answer, Visit } from './resident-page.ts';

export interface FeedParts {
  company: string;
  clock: Clock;
  readFeed: ReadFeed;
  limitRequests: LimitRequests;
  /** Secret of our own CloudFront; null: there is none before us. */
  edgeSecret(): Promise<string | null>;
}

/** A secret as `Ids` make them; anything else is asked of no table. */
const NAME = /^(\w{20,40})\.ics$/;
const SECOND = 1_000;

const answer = (statusCode: number, type: string, body: string, headers: Record<string, string> = {}): Answer => ({
  statusCode,
  headers: {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'private, max-age=900',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex, nofollow',
    ...headers,
  },
  body,
});

/** `/calendar/<secret>.ics`, read by programs: refusals are a line of text. */
export const createFeedHandler =
  (parts: FeedParts) =>
  async ({ event }: Visit, name: string): Promise<Answer> => {
    const { company, clock } = parts;
    const secret = NAME.exec(name)?.[1];
    try {
      const address = clientAddress(event, await parts.edgeSecret());
      await parts.limitRequests(company, [{ kind: 'feed', name: address }]);
      if (secret === undefined) throw new LinkInvalid();
      return answer(200, 'text/calendar', await parts.readFeed(company, secret));
    } catch (error) {
      const again = { 'cache-control': 'no-store' };
      if (error instanceof LinkInvalid)
        return answer(404, 'text/plain', '没有这个日历订阅，或已停用。 This calendar is not there any more.', again);
      if (!(error instanceof TooMany)) throw error;
      const wait = String(Math.ceil((error.again - clock.now()) / SECOND));
      return answer(429, 'text/plain', '请求过多，请稍后再试。 Too many requests.', { ...again, 'retry-after': wait });
    }
  };
