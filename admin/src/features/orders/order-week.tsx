import { dayWords } from '../../components/day-words.ts';
import { Empty } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { type Drawn, Entries, Planned } from './calendar-entries.tsx';
import type { Day } from './order-days.ts';

/** Ended orders of a day that an agenda leaves unfolded. */
const UNFOLDED = 2;

/** Seven days beside one another, at a desk: all of each day. */
export function OrderWeek({ week, ...drawn }: Drawn & { week: readonly string[] }) {
  const { t } = useWords();
  const { days, planned, nameOf, today, zone } = drawn;
  return (
    <ol className="order-week">
      {week.map((date) => (
        <li key={date} data-today={date === today}>
          <DayName date={date} today={today} />
          <Entries entries={days.get(date) ?? []} zone={zone} full />
          <Planned date={date} entries={planned.get(date) ?? []} nameOf={nameOf} />
          {!days.has(date) && !planned.has(date) && <p className="unseen">{t('order.columnEmpty')}</p>}
        </li>
      ))}
    </ol>
  );
}

/** Days below one another, on a phone; those without anything are left out. */
export function OrderAgenda({ dates, ...drawn }: Drawn & { dates: readonly string[] }) {
  const { t } = useWords();
  const { days, planned, nameOf, today, zone } = drawn;
  const shown = dates.filter((date) => days.has(date) || planned.has(date));
  if (shown.length === 0) return <Empty title={t('order.daysEmpty')} hint={t('order.daysEmptyHint')} />;
  return (
    <ol className="agenda">
      {shown.map((date) => (
        <li key={date} data-today={date === today}>
          <DayName date={date} today={today} />
          <Folded entries={days.get(date) ?? []} zone={zone} />
          <Planned date={date} entries={planned.get(date) ?? []} nameOf={nameOf} />
        </li>
      ))}
    </ol>
  );
}

/** What is still to do in full; many ended ones stand behind their count. */
function Folded({ entries, zone }: { entries: Day; zone: string }) {
  const { t } = useWords();
  const done = entries.filter(({ state }) => state === 'done');
  if (done.length <= UNFOLDED) return <Entries entries={entries} zone={zone} full />;
  return (
    <>
      <Entries entries={entries.filter(({ state }) => state !== 'done')} zone={zone} full />
      <details className="agenda-done">
        <summary>{t('order.endedThatDay', { count: done.length })}</summary>
        <Entries entries={done} zone={zone} full />
      </details>
    </>
  );
}

function DayName({ date, today }: { date: string; today: string }) {
  const { t, language } = useWords();
  return (
    <h2>
      <time dateTime={date}>{dayWords(date, language)}</time>
      {date === today && <span className="today-mark">{t('order.today')}</span>}
    </h2>
  );
}
