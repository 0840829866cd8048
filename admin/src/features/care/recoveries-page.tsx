import { type HttpError, useCustom } from '@refinedev/core';
import { Select } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { fenOf, yuanWords } from '#domain/money';
import { localDate } from '#domain/time';
import type { RecoveryPage, RecoveryRow } from '#http/schemas/recovery';
import { useCursorList } from '../../components/cursor-list.ts';
import { itemPath } from '../../components/item-words.ts';
import { usePageTitle } from '../../components/page-title.ts';
import { Pager } from '../../components/pager.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import '../../styles/care.css';
import { useNow } from '../clock/system-clock.tsx';
import { useWorkplace } from '../workplace/workplace.tsx';

const MONTHS = 12;

/** What was given on the spot to put things right (服务补救) in a month of the site: sums, by whom, each with its case. */
export default function RecoveriesPage() {
  const { t, language } = useWords();
  const { site } = useWorkplace();
  const [params, setParams] = useSearchParams();
  const months = lastMonths(localDate(useNow(), site?.zone ?? 'UTC').slice(0, 7));
  const month = months.find((one) => one === params.get('month')) ?? months[0] ?? '';
  const names = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  usePageTitle(t('nav.recoveries'));
  return (
    <div className="page">
      <div className="page-head page-head-row">
        <div className="page-head-words">
          <h1>{t('nav.recoveries')}</h1>
          <p className="quiet">{t('recovery.lead')}</p>
        </div>
        <Select
          className="filter"
          aria-label={t('recovery.month')}
          value={month}
          onChange={(value: string) => setParams(value === months[0] ? {} : { month: value }, { replace: true })}
          options={months.map((value) => ({ value, label: names.format(new Date(`${value}-01T00:00:00Z`)) }))}
        />
      </div>
      {site && <Month key={`${site.id} ${month}`} site={site.id} month={month} />}
    </div>
  );
}

/** The present one first. */
function lastMonths(present: string): string[] {
  const [year = 0, month = 1] = present.split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, back) => {
    const count = year * 12 + month - 1 - back;
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  });
}

function Month({ site, month }: { site: string; month: string }) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const when = useWhen(site);
  const list = useCursorList<RecoveryRow & { id: string }>({ resource: 'recoveries', filters: { site, month } });
  const sums = useSums(site, month);
  const yuan = (amount: number) => t('recovery.yuan', { amount: yuanWords(fenOf(amount)) });
  const given = ({ gesture, amount }: RecoveryRow) =>
    [...(gesture ? [gesture[language]] : []), ...(amount > 0 ? [yuan(amount)] : [])].join(' · ');
  if (list.loading) return <RowsSkeleton />;
  if (list.error) return <Failed error={list.error} retry={list.retry} />;
  if (list.rows.length === 0 && list.page === 1)
    return <Empty title={t('recovery.none')} hint={t('recovery.noneHint')} />;
  return (
    <div className="stack">
      {sums && (
        <section className="panel">
          <h2>{t('recovery.total', { amount: yuan(sums.total.amount), count: sums.total.count })}</h2>
          <ul className="recovery-people">
            {sums.people.map(({ person, amount, count }) => (
              <li key={person}>
                <span>{names.person(person)}</span>
                <span>{t('recovery.byPerson', { amount: yuan(amount), count })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className={list.stale ? 'panel stale' : 'panel'}>
        <h2>{t('recovery.each')}</h2>
        <ul className="recoveries">
          {list.rows.map((row) => (
            <li key={`${row.item} ${row.at} ${row.person}`}>
              <span>
                <Link to={itemPath({ kind: row.kind, id: row.item })}>{row.number}</Link>
                <strong>{given(row)}</strong>
              </span>
              <span className="quiet">
                {names.person(row.person)} · <time dateTime={row.at}>{when.at(row.at)}</time>
              </span>
            </li>
          ))}
        </ul>
      </section>
      <Pager list={list} />
    </div>
  );
}

/** Of the whole month, whatever page of it is shown. */
function useSums(site: string, month: string): Pick<RecoveryPage, 'total' | 'people'> | undefined {
  const { query } = useCustom<RecoveryPage, HttpError>({
    url: '/api/recoveries',
    method: 'get',
    config: { query: { site, month, limit: 1 } },
    errorNotification: false,
  });
  return query.data?.data;
}
