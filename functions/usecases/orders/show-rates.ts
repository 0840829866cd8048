import { epochDay } from '#domain/civil-date';
import { may, sitesOf } from '#domain/permission';
import { type DayPeriod, periodBefore, readFor, talliesBy, talliesOf, trendPeriods } from '#domain/rate-sums';
import { addDays, localDate } from '#domain/time';
import type { Caller } from '#http/caller';
import type { PeriodTallies, RatesQuery, RatesView } from '#http/schemas/rates';
import type { Ports } from '#ports';
import { InvalidInput, problem } from '../errors.ts';
import type { LoadDirectory } from '../load-directory.ts';
import { requireAtSite, siteOf } from '../site-access.ts';

const DEFAULT_DAYS = 30;
/** A year, leap day and all: a row a day is read. */
const MOST_DAYS = 366;

/** The period asked for, else the last 30 days. @throws InvalidInput */
export function periodOf(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  today: string,
): DayPeriod {
  const last = to ?? (from !== undefined && from > today ? from : today);
  const first = from ?? addDays(last, 1 - DEFAULT_DAYS);
  if (epochDay(last) - epochDay(first) >= MOST_DAYS) throw new InvalidInput([problem(['from'], 'period_too_long')]);
  return { from: first, to: last };
}

/** The five service standards of a site in a period, with the one before, a trend and, when asked, each part. Throws NotAllowed | NotFound | InvalidInput. */
export const createShowRates =
  ({ rates, clock, loadDirectory }: Pick<Ports, 'rates' | 'clock'> & { loadDirectory: LoadDirectory }) =>
  async (caller: Caller, query: RatesQuery): Promise<RatesView> => {
    const { company, person: who } = caller;
    const { site, area, person, kind, by } = query;
    const filter = { area, person, kind };
    const { directory } = await loadDirectory(company);
    requireAtSite(caller, 'item.list', site, directory);
    const todayAt = (id: string) => localDate(clock.now(), siteOf(id, directory).zone);
    const period = periodOf(query, todayAt(site));
    const counted = await rates.sums(company, site, readFor(period, todayAt(site)), 'maintenance');
    const tallied = (of: DayPeriod): PeriodTallies => ({ ...of, rates: talliesOf(counted, of, filter) });

    const ofSites = async () => {
      const sites = sitesOf(who, directory.organisation).filter((id) => may(who, 'item.list', { site: id }, directory));
      return Promise.all(
        sites.map(async (id) => {
          const days = { from: period.from, to: later(period.to, todayAt(id)) };
          return { id, rates: talliesOf(await rates.sums(company, id, days, 'maintenance'), period, { kind }) };
        }),
      );
    };
    const groups =
      by === undefined
        ? null
        : by === 'site'
          ? await ofSites()
          : talliesBy(counted, period, by, filter).map(({ id, tallies }) => ({ id, rates: tallies }));
    return {
      ...tallied(period),
      before: tallied(periodBefore(period)),
      trend: trendPeriods(period).map(tallied),
      groups,
    };
  };

const later = (one: string, other: string): string => (one > other ? one : other);
