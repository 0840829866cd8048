import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { dateOfDay, epochDay } from '#domain/civil-date';
import { chinesePublicHolidayYears, publicHolidayChanges } from '#domain/public-holidays-cn';
import { dayWords } from '../../components/day-words.ts';
import { useWords } from '../../i18n/language.ts';
import type { OpenDocument } from '../document/use-document.ts';
import type { Exception } from './calendar-edit.ts';

/** The State Council's holidays of one year: what they would change here, and one press that takes them over. */
export function Holidays({
  document,
  year,
  close,
}: {
  document: OpenDocument<'calendar'>;
  year: number;
  close: () => void;
}) {
  const { t, language } = useWords();
  const { body, change } = document;
  const newest = chinesePublicHolidayYears.at(-1) ?? year;
  const [chosen, setChosen] = useState(chinesePublicHolidayYears.includes(year) ? year : newest);
  const { added, kept, horizon } = publicHolidayChanges(body, chosen);
  const nothing = added.length === 0 && horizon === body.horizon;
  const list = language === 'en' ? ', ' : '、';
  const apply = () => {
    change((now) => {
      const changes = publicHolidayChanges(now, chosen);
      const exceptions = [...now.exceptions, ...changes.added].sort((a, b) => (a.date < b.date ? -1 : 1));
      return { ...now, exceptions, horizon: changes.horizon };
    });
    close();
  };
  return (
    <div className="stack">
      <p className="quiet">{t('holidays.source')}</p>
      <Segmented
        aria-label={t('holidays.year')}
        value={chosen}
        onChange={setChosen}
        options={chinesePublicHolidayYears.map((one) => ({ value: one, label: String(one) }))}
      />
      {nothing ? (
        <p>{t('holidays.nothing', { year: chosen })}</p>
      ) : (
        <>
          <p>{t('holidays.changes', { count: added.length, horizon })}</p>
          <ul className="holiday-list">
            {inRows(added).map(({ first, last, one }) => (
              <li key={first} data-working={one.open.length > 0}>
                <span>
                  {dayWords(first, language)}
                  {last !== first && ` – ${dayWords(last, language)}`}
                </span>
                <span className="quiet">{one.reason[language]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {kept.length > 0 && (
        <p className="quiet">
          {t('holidays.kept', { dates: kept.map((date) => dayWords(date, language)).join(list) })}
        </p>
      )}
      <div className="form-buttons">
        <Button type="primary" disabled={nothing} onClick={apply}>
          {t('holidays.apply', { year: chosen })}
        </Button>
        <Button onClick={close}>{t('history.cancel')}</Button>
      </div>
    </div>
  );
}

/** Neighbouring dates of one holiday as one row. */
function inRows(exceptions: readonly Exception[]) {
  const rows: { first: string; last: string; one: Exception }[] = [];
  for (const one of exceptions) {
    const row = rows.at(-1);
    const follows = row && dateOfDay(epochDay(row.last) + 1) === one.date && row.one.reason.en === one.reason.en;
    if (follows) row.last = one.date;
    else rows.push({ first: one.date, last: one.date, one });
  }
  return rows;
}
