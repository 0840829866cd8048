import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { pad } from '#domain/civil-date';
import { localDate } from '#domain/time';
import type { ComplaintSummary } from '#http/schemas/complaint';
import { ComplaintRows } from '../../components/complaint-rows.tsx';
import { dayWords } from '../../components/day-words.ts';
import { itemPath, useItemWords } from '../../components/item-words.ts';
import { usePhone } from '../../components/media.ts';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { WEEKDAYS } from '../calendars/calendar-edit.ts';
import { useNow } from '../clock/system-clock.tsx';
import { byDay, type Day, monthOf, weeksOf } from './order-days.ts';
import type { OrdersViewProps } from './order-list.tsx';
import { useAllRows } from './use-all-rows.ts';

const EVERY = 60_000;
/** Entries of a day before "n more". */
const SHOWN = 3;

/** Orders by the day they are due or ended; a month of weeks on a desk, days below one another on a phone. */
export function OrderCalendar({
  site,
  filter,
  month: asked,
  turn,
}: OrdersViewProps & { month: string | null; turn: (month: string | null) => void }) {
  const { t, language } = useWords();
  const phone = usePhone();
  const today = localDate(useNow(), site.zone);
  const month = monthOf(asked, today);
  const weeks = weeksOf(month);
  const [from, to] = [weeks[0]?.[0] ?? today, weeks.at(-1)?.at(-1) ?? today];
  const due = useAllRows<ComplaintSummary>('orders', { site: site.id, list: 'due', from, to, ...filter }, EVERY);
  const ended = useAllRows<ComplaintSummary>('orders', { site: site.id, list: 'ended', from, to, ...filter }, EVERY);
  const [open, setOpen] = useState<string | null>(null);
  const days = byDay([...due.rows, ...ended.rows], site.zone);
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
          <Agenda days={days} month={month} />
        ) : (
          <Grid weeks={weeks} month={month} today={today} days={days} open={setOpen} />
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

interface GridProps {
  weeks: readonly string[][];
  month: string;
  today: string;
  days: ReadonlyMap<string, Day>;
  open: (date: string) => void;
}

function Grid({ weeks, month, today, days, open }: GridProps) {
  const { t, language } = useWords();
  return (
    <div className="table-frame">
      <table className="order-month">
        <thead>
          <tr>
            {WEEKDAYS.map((day) => (
              <th key={day} scope="col">
                {t(`docField.${day}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((date) => {
                const entries = days.get(date) ?? [];
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

function Agenda({ days, month }: { days: ReadonlyMap<string, Day>; month: string }) {
  const { t, language } = useWords();
  const shown = [...days].filter(([date]) => date.startsWith(month)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (shown.length === 0) return <Empty title={t('order.monthEmpty')} hint={t('order.monthEmptyHint')} />;
  return (
    <ol className="agenda">
      {shown.map(([date, entries]) => (
        <li key={date}>
          <h2>{dayWords(date, language)}</h2>
          <Entries entries={entries} />
        </li>
      ))}
    </ol>
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
