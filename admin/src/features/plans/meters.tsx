import { useId } from 'react';
import { Link } from 'react-router';
import type { MaintenancePlan } from '#domain/maintenance-plan';
import { localDate } from '#domain/time';
import type { MeterView } from '#http/schemas/plan';
import { useCursorList } from '../../components/cursor-list.ts';
import { dayWords } from '../../components/day-words.ts';
import { Pager } from '../../components/pager.tsx';
import { Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords, type Words } from '../../i18n/language.ts';
import type { SitePlans } from './use-site-plans.ts';

interface MetersProps {
  plan: MaintenancePlan;
  found: SitePlans;
}

/** At which reading each asset's next order comes and about when, by the plan as it is published. */
export function Meters({ plan: { id }, found }: MetersProps) {
  const { t, language } = useWords();
  const heading = useId();
  const list = useCursorList<MeterView & { id?: string }>({
    resource: `plans/${found.site}/${id}/meters`,
    filters: {},
    pageSize: 20,
  });
  const dayOf = (instant: string) => dayWords(localDate(Date.parse(instant), found.zone), language, true);
  return (
    <section className="panel" aria-labelledby={heading}>
      <h2 id={heading}>{t('plans.meters')}</h2>
      {list.loading && <RowsSkeleton />}
      {list.error && <Failed message={list.error.message} retry={list.retry} />}
      <ul className="next-dates">
        {list.rows.map((row) => {
          const asset = found.assets.get(row.asset);
          return (
            <li key={row.asset}>
              <Link to={`/assets/${row.asset}`}>{asset ? `${asset.number} ${asset.name}` : t('plans.assetGone')}</Link>
              {linesOf(row, t, dayOf).map((line) => (
                <span key={line} className="quiet">
                  {line}
                </span>
              ))}
            </li>
          );
        })}
      </ul>
      <Pager list={list} />
    </section>
  );
}

function linesOf({ read, next, expected, open, unit }: MeterView, t: Words, dayOf: (at: string) => string): string[] {
  if (read === null) return [t('plans.meterUnread')];
  const value = rounded(read.value);
  if (open) return [t('plans.meterRead', { value, unit }), t('plans.meterOpen')];
  if (next === null) return [t('plans.meterRead', { value, unit })];
  const at = t('plans.meterNext', { next: rounded(next), unit });
  if (read.value >= next) return [at, t('plans.meterReached', { value, unit })];
  return [
    at,
    t('plans.meterLeft', { value, left: rounded(next - read.value), unit }),
    expected ? t('plans.meterExpected', { date: dayOf(expected) }) : t('plans.meterNoPace'),
  ];
}

/** Readings may have decimals; differences of them more than anybody read. */
const rounded = (value: number): string => String(Math.round(value * 100) / 100);
