import { Link } from 'react-router';
import { localTime } from '#domain/time';
import { itemPath, useItemWords } from '../../components/item-words.ts';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import type { Day } from './order-days.ts';
import type { PlannedDays, PlannedEntry } from './use-planned.ts';

/** What every form of the calendar draws. */
export interface Drawn {
  zone: string;
  today: string;
  days: ReadonlyMap<string, Day>;
  planned: PlannedDays;
  nameOf: (plan: string) => string;
}

/** A line each; `full`: with place, owner and time, as there is room for them. */
export function Entries({ entries, zone, full = false }: { entries: Day; zone: string; full?: boolean }) {
  const { t } = useWords();
  const { names } = useWorkplace();
  const words = useItemWords();
  if (entries.length === 0) return null;
  return (
    <ul className="order-entries">
      {entries.map(({ row, state, at }) => (
        <li key={row.id}>
          <Link to={itemPath(row)} className="order-entry" data-state={state} title={words.where(row)}>
            {words.title(row)}
            {state === 'late' && <span className="unseen"> {t('orderList.overdue')}</span>}
            {full && (
              <>
                <span className="entry-sub">{words.where(row)}</span>
                <span className="entry-sub">
                  <time dateTime={new Date(at).toISOString()}>{localTime(at, zone)}</time>
                  {' · '}
                  {row.owner ? names.person(row.owner) : t('item.noOwner')}
                </span>
              </>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** What plans will bring: each leads to its day in the year view. */
export function Planned({
  date,
  entries,
  nameOf,
}: Pick<Drawn, 'nameOf'> & { date: string; entries: readonly PlannedEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <ul className="order-entries">
      {entries.map(({ plan, orders }) => (
        <li key={plan}>
          <Link to={`/plans/year?day=${date}`} className="order-entry" data-state="planned">
            {nameOf(plan)}
            {orders > 1 && ` × ${orders}`}
          </Link>
        </li>
      ))}
    </ul>
  );
}
