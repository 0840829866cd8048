import { withoutContacts } from '#domain/contacts';
import { wordsSought } from '#domain/learned/said';
import { may } from '#domain/permission';
import { spanOfDates } from '#domain/span';
import { addDays, localDate } from '#domain/time';
import type { Caller } from '#http/caller';
import type { SaidQuery, SaidView } from '#http/schemas/learned';
import { wireInstant } from '#http/schemas/wire';
import type { Ports } from '#ports';
import type { ListOf } from '../list-work.ts';
import type { LoadDirectory } from '../load-directory.ts';
import { requireAtSite, siteOf } from '../site-access.ts';

const DEFAULT_DAYS = 365;

/** What was said in a site's visits, newest first; numbers and addresses in it are for those who may read them. Throws NotAllowed | NotFound. */
export const createListSaid =
  ({ learned, clock, loadDirectory }: Pick<Ports, 'learned' | 'clock'> & { loadDirectory: LoadDirectory }) =>
  async (caller: Caller, query: SaidQuery): Promise<ListOf<SaidView>> => {
    const { company, person } = caller;
    const { site, words, low, reason, cursor, limit } = query;
    const { directory } = await loadDirectory(company);
    requireAtSite(caller, 'item.list', site, directory);
    const { zone } = siteOf(site, directory);
    const to = query.to ?? localDate(clock.now(), zone);
    const span = spanOfDates(query.from ?? addDays(to, 1 - DEFAULT_DAYS), to, zone);
    const filter = { words: wordsSought(words), low: low === 'true', reason: reason ?? null };
    const { rows, next } = await learned.said(company, site, span, filter, { cursor, limit });
    const shown = may(person, 'phone.read', { site }, directory) ? (text: string) => text : withoutContacts;
    return {
      data: rows.map(({ at, texts, ...said }) => ({
        ...said,
        at: wireInstant(at),
        texts: texts.map(({ question, text }) => ({ question, text: shown(text) })),
      })),
      next,
    };
  };
