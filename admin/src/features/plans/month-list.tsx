import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { dateOfDay, epochDay } from '#domain/civil-date';
import { dayWords } from '../../components/day-words.ts';
import { useWords } from '../../i18n/language.ts';
import { Collisions, Entry } from './day-panel.tsx';
import { entryKey } from './year.ts';
import { dayOff, type YearParts } from './year-grid.tsx';

/** On a phone: one month, day by day, those with work. */
export function MonthList(props: YearParts & { day: string; choose: (day: string) => void }) {
  const { day, choose, days, collisions, found, today } = props;
  const { t, language } = useWords();
  const month = day.slice(0, 7);
  const go = (by: number) => {
    const first = epochDay(`${month}-01`);
    const other = dateOfDay(by < 0 ? first - 1 : first + 31).slice(0, 7);
    choose(today.startsWith(other) ? today : `${other}-01`);
  };
  const dates = [...days.keys()].filter((date) => date.startsWith(month)).sort();
  const name = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-15`),
  );
  return (
    <section className="panel" aria-label={name}>
      <div className="year-head">
        <span className="year-turn">
          <Button icon={<LeftOutlined />} aria-label={t('year.monthBefore')} onClick={() => go(-1)} />
          <strong aria-live="polite">{name}</strong>
          <Button icon={<RightOutlined />} aria-label={t('year.monthAfter')} onClick={() => go(1)} />
        </span>
      </div>
      {dates.length === 0 && <p className="quiet">{t('year.emptyMonth')}</p>}
      <ol className="month-list">
        {dates.map((date) => {
          const off = dayOff(found, date, t('year.weekend'), language);
          return (
            <li key={date} data-today={date === today}>
              <h3>
                {dayWords(date, language)}
                {off !== null && <span className="quiet"> · {off}</span>}
              </h3>
              <Collisions {...props} of={collisions.get(date) ?? []} />
              <ul className="day-entries">
                {(days.get(date) ?? []).map((entry) => (
                  <Entry key={entryKey(entry)} entry={entry} typed {...props} />
                ))}
              </ul>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
