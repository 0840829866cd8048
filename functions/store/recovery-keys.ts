import type { PersonId } from '#domain/item';
import type { Instant } from '#domain/time';
import { digits, join, type Key, sortable } from './keys.ts';

/** Service recovery (服务补救): a site's month in one partition. */
export const recoveriesPartition = (company: string, site: string, month: string) =>
  join('C', company, 'S', site, 'RECOVERIES', month);
/** `version`: of the item it was decided on. */
export const recoverySort = (at: Instant, item: string, version: number) =>
  join('R', sortable(at), item, digits(version, 8));
export const recoveryPrefix = 'R#';
export const recoveryPattern = /^R#\d{15}#[^#]+#\d{8}$/;
/** What one person gave in it. */
export const givenKey = (company: string, site: string, month: string, person: PersonId): Key => ({
  pk: recoveriesPartition(company, site, month),
  sk: join('G', person),
});
export const givenPrefix = 'G#';
