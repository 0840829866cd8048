import { Button } from 'antd';
import { Link } from 'react-router';
import { dayWords } from '../../components/day-words.ts';
import { useWords } from '../../i18n/language.ts';
import { type Drawn, Entries, Planned } from './calendar-entries.tsx';

/** Entries of a day before "n more". */
const SHOWN = 3;

interface MonthProps extends Drawn {
  weeks: readonly string[][];
  month: string;
  open: (date: string) => void;
}

/** A month of weeks, at a desk. */
export function OrderMonth({ weeks, month, today, days, open, planned, nameOf, zone }: MonthProps) {
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
                    <Entries entries={entries.slice(0, SHOWN)} zone={zone} />
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
