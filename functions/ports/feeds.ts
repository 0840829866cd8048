import type { PersonId } from '#domain/item';
import type { Feed } from '#domain/plan/feed';
import type { Page, PageRequest } from '../ports.ts';

/** Calendar feeds. Of the secret in an address only its digest is kept. */
export interface Feeds {
  create(company: string, feed: Feed, secret: string): Promise<void>;
  /** The feed behind an address; null: there is none, or not any more. */
  find(company: string, secret: string): Promise<Feed | null>;
  /** Somebody's, oldest first. */
  of(company: string, owner: PersonId, page: PageRequest): Promise<Page<Feed>>;
  /** False: it is not there (any more). */
  revoke(company: string, owner: PersonId, id: string): Promise<boolean>;
}
