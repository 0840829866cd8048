import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { pad } from '#domain/civil-date';
import { addDays, localDate } from '#domain/time';
import type { ComplaintSummary } from '#http/schemas/complaint';
import { ComplaintRows } from '../../components/complaint-rows.tsx';
import { dayWords } from '../../components/day-words.ts';
import { itemPath, useItemWords } from '../../components/item-words.ts';
import { usePhone } from '../../components/media.ts';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { useMay } from '../workplace/may.ts';
import { byDay, type Day, monthOf, weeksOf } from './order-days.ts';
import type { OrdersViewProps } from './order-list.tsx';
import { useAllRows } from './use-all-rows.ts';
import { type PlannedDays, type PlannedEntry, usePlanned } from './use-planned.ts';

const EVERY = 60_000;
/** Entries of a day before "n more". */
const SHOWN = 3;
const NOTHING: PlannedDays = new Map();

interface CalendarProps extends Pick<OrdersViewProps, 'site' | 'filter'> {
  /** As it stands in the address; null: this month. */
  month: string | null;
  turn: (month: string | null) => void;
}

/** Orders by the day they are due or ended, and for those who read plans what is still to come. */
export default function OrderCalendar(props: CalendarProps) {
  return useMay('document.read') ? (
    <WithPlanned {...props} />
  ) : (
    <Calendar {...props} planned={NOTHING} nameOf={String} />
  );
}

function WithPlanned(props: CalendarProps) {
  const { language } = useWords();
  const { site, filter, month } = props;
  const { today, from, to } = useMonth(site.zone, month);
  const tomorrow = addDays(today, 1);
  const { days, plans } = usePlanned(site.id, { from: from > tomorrow ? from : tomorrow, to }, filter);
  const nameOf = (id: string) => plans.find((plan) => plan.id === id)?.name[language] ?? id;
  return <Calendar {...props} planned={days} nameOf={nameOf} />;
}

function useMonth(zone: string, asked: string | null) {
  const today = localDate(useNow(), zone);
  const month = monthOf(asked, today);
  const weeks = weeksOf(month);
  return { today, month, weeks, from: weeks[0]?.[0] ?? today, to: weeks.at(-1)?.at(-1) ?? today };
}

/** A month of weeks on a desk, days below one another on a phone. */
function Calendar({
  site,
  filter,
  month: asked,
  turn,
  planned,
  nameOf,
}: CalendarProps & { planned: PlannedDays; nameOf: (plan: string) => string }) {
  const { t, language } = useWords();
  const phone = usePhone();
  const { today, month, weeks, from, to } = useMonth(site.zone, asked);
  const due = useAllRows<ComplaintSummary>('orders', { site: site.id, list: 'due', from, to, ...filter }, EVERY);
  const ended = useAllRows<ComplaintSummary>('orders', { site: site.id, list: 'ended', from, to, ...filter }, EVERY);
  const [open, setOpen] = useState<string | null>(null);
  const days = byDay([...due.rows, ...ended.rows], site.zone);
  const drawn = { days, planned, nameOf };
  const error = due.error ?? ended.error;
  const move = (by: 1 | -1) => {
    const next = monthBy(month, by);
    turn(next === today.slice(0, 7) ? null : next);
  };
  const name = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-15T00:00:00Z`),
  );
  return (
    <>
      <div className="year-head">
        <span className="year-turn">
          <Button icon={<LeftOutlined />} aria-label={t('order.monthBefore')} onClick={() => move(-1)} />
          <strong aria-live="polite">{name}</strong>
          <Button icon={<RightOutlined />} aria-label={t('order.monthAfter')} onClick={() => move(1)} />
        </span>
        <span className="facts-line">
          <span className="order-key" data-state="open">
            {t('order.dueThen')}
          </span>
          {planned !== NOTHING && (
            <Link to="/plans/year" className="order-key" data-state="planned">
              {t('order.planned')}
            </Link>
          )}
          <span className="order-key" data-state="late">
            {t('orderList.overdue')}
          </span>
          <span className="order-key" data-state="done">
            {t('orderList.ended')}
          </span>
        </span>
      </div>
      {(due.cut || ended.cut) && <p className="notice">{t('order.calendarCut')}</p>}
      {error && <Failed message={error.message} retry={() => [due, ended].map(({ retry }) => retry())} />}
      {(due.loading || ended.loading) && <RowsSkeleton />}
      {!error &&
        !due.loading &&
        !ended.loading &&
        (phone ? (
          <Agenda {...drawn} month={month} />
        ) : (
          <Grid {...drawn} weeks={weeks} month={month} today={today} open={setOpen} />
        ))}
      <SideDrawer
        open={open !== null}
        title={open ? dayWords(open, language, true) : ''}
        close={() => setOpen(null)}
        width={720}
      >
        {open && <ComplaintRows rows={days.get(open)?.map(({ row }) => row) ?? []} label={dayWords(open, language)} />}
      </SideDrawer>
    </>
  );
}

/** "2026-12" and 1 -> "2027-01". */
function monthBy(month: string, by: 1 | -1): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const next = new Date(Date.UTC(year, number - 1 + by, 1));
  return `${pad(next.getUTCFullYear(), 4)}-${pad(next.getUTCMonth() + 1, 2)}`;
}

interface Drawn {
  days: ReadonlyMap<string, Day>;
  planned: PlannedDays;
  nameOf: (plan: string) => string;
}
interface GridProps extends Drawn {
  weeks: readonly string[][];
  month: string;
  today: string;
  open: (date: string) => void;
}

function Grid({ weeks, month, today, days, open, planned, nameOf }: GridProps) {
  const { t, language } = useWords();
  const weekday = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    weekday: 'short',
    timeZone: 'UTC',
  });
  return (
    <div className="table-frame">
      <table className="order-month">
        <thead>
          <tr>
            {weeks[0]?.map((date) => (
              <th key={date} scope="col">
                {weekday.format(new Date(`${date}T12:00:00Z`))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((date) => {
                const entries = days.get(date) ?? [];
                const toCome = planned.get(date) ?? [];
                return (
                  <td key={date} data-today={date === today} data-outside={!date.startsWith(month)}>
                    <time dateTime={date}>
                      <span aria-hidden="true">{Number(date.slice(8))}</span>
                      <span className="unseen">{dayWords(date, language)}</span>
                    </time>
                    <Entries entries={entries.slice(0, SHOWN)} />
                    {entries.length > SHOWN && (
                      <Button type="link" size="small" onClick={() => open(date)}>
                        {t('order.moreThatDay', { count: entries.length - SHOWN })}
                      </Button>
                    )}
                    <Planned date={date} entries={toCome.slice(0, SHOWN)} nameOf={nameOf} />
                    {toCome.length > SHOWN && (
                      <Link to={`/plans/year?day=${date}`} className="order-more">
                        {t('order.moreThatDay', { count: toCome.length - SHOWN })}
                      </Link>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Agenda({ days, planned, nameOf, month }: Drawn & { month: string }) {
  const { t, language } = useWords();
  const shown = [...new Set([...days.keys(), ...planned.keys()])].filter((date) => date.startsWith(month)).toSorted();
  if (shown.length === 0) return <Empty title={t('order.monthEmpty')} hint={t('order.monthEmptyHint')} />;
  return (
    <ol className="agenda">
      {shown.map((date) => (
        <li key={date}>
          <h2>{dayWords(date, language)}</h2>
          <Entries entries={days.get(date) ?? []} />
          <Planned date={date} entries={planned.get(date) ?? []} nameOf={nameOf} />
        </li>
      ))}
    </ol>
  );
}

/** What plans will bring: each leads to its day in the year view. */
function Planned({
  date,
  entries,
  nameOf,
}: Pick<Drawn, 'nameOf'> & { date: string; entries: readonly PlannedEntry[] }) {
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

function Entries({ entries }: { entries: Day }) {
  const words = useItemWords();
  return (
    <ul className="order-entries">
      {entries.map(({ row, state }) => (
        <li key={row.id}>
          <Link to={itemPath(row)} className="order-entry" data-state={state} title={words.where(row)}>
            {words.title(row)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
