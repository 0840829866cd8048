import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { dateOfDay, epochDay, pad, weekdayOfDay } from '#domain/civil-date';
import { dayWords } from '../../components/day-words.ts';
import { usePhone } from '../../components/media.ts';
import { useWords } from '../../i18n/language.ts';
import type { OpenDocument } from '../document/use-document.ts';
import { type DayMark, type Exception, markOf, WEEKDAYS } from './calendar-edit.ts';

interface YearViewProps {
  document: OpenDocument<'calendar'>;
  /** Chosen in the page's head; a phone shows one quarter of it at a time. */
  year: number;
  turn: (year: number) => void;
  today: string;
  choose: (date: string) => void;
}
/** Days an arrow key moves by. */
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const MARKED = ['holiday', 'makeUp', 'ownHours'] as const satisfies readonly DayMark[];

/** Twelve months at a glance. What differs from the week has a word in its cell, not only a colour; a click changes it. */
export function YearView({ document, year, turn, today, choose }: YearViewProps) {
  const { t, language } = useWords();
  const phone = usePhone();
  const { body, editable } = document;
  const [quarter, setQuarter] = useState(Math.floor((Number(today.slice(5, 7)) - 1) / 3));
  const months = phone ? [0, 1, 2].map((n) => quarter * 3 + n) : Array.from({ length: 12 }, (_, n) => n);
  const exceptions = useMemo(() => new Map(body.exceptions.map((one) => [one.date, one])), [body.exceptions]);
  const grid = useRef<HTMLDivElement>(null);
  const ids = months.map((month) => `${year}-${pad(month + 1, 2)}`);
  const shown = (date: string) => ids.includes(date.slice(0, 7));
  const [focus, setFocus] = useState(today);
  const reachable = shown(focus) ? focus : `${ids[0]}-01`;

  const move = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = dateOfDay(epochDay(reachable) + by);
    if (!shown(next)) return;
    setFocus(next);
    grid.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus();
  };
  const go = (by: 1 | -1) => {
    if (!phone) return turn(year + by);
    const next = (quarter + by + 4) % 4;
    setQuarter(next);
    if (Math.abs(next - quarter) > 1) turn(year + by);
  };
  return (
    <>
      <div className="year-head">
        <span className="year-turn">
          <Button icon={<LeftOutlined />} aria-label={t('calendar.yearBefore')} onClick={() => go(-1)} />
          <strong aria-live="polite">{phone ? quarterWords(ids, language) : year}</strong>
          <Button icon={<RightOutlined />} aria-label={t('calendar.yearAfter')} onClick={() => go(1)} />
        </span>
        <ul className="legend">
          {MARKED.map((mark) => (
            <li key={mark}>
              <span className="day" data-mark={mark} aria-hidden="true">
                8<small>{t(`dayMark.${mark}`)}</small>
              </span>
              {t(`dayMeans.${mark}`)}
            </li>
          ))}
          <li>
            <span className="day" data-mark="closed" aria-hidden="true">
              8
            </span>
            {t('dayMeans.closed')}
          </li>
        </ul>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the day buttons inside, heard in one place */}
      <div className="year" ref={grid} onKeyDown={move}>
        {ids.map((month) => (
          <Month
            key={month}
            month={month}
            body={body}
            exceptions={exceptions}
            today={today}
            reachable={reachable}
            choose={(date) => {
              setFocus(date);
              choose(date);
            }}
            disabled={!editable}
          />
        ))}
      </div>
    </>
  );
}

/** "2026年10月 – 12月" / "Oct – Dec 2026". */
function quarterWords(months: readonly string[], language: string): string {
  const [first, last] = [months.at(0), months.at(-1)].map((month) => new Date(`${month}-15T00:00:00Z`));
  const format = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', timeZone: 'UTC' });
  return first && last ? format.formatRange(first, last) : '';
}

interface MonthProps {
  /** "2026-10" */
  month: string;
  body: OpenDocument<'calendar'>['body'];
  exceptions: ReadonlyMap<string, Exception>;
  today: string;
  reachable: string;
  choose: (date: string) => void;
  disabled: boolean;
}

function Month({ month, body, exceptions, today, reachable, choose, disabled }: MonthProps) {
  const { t, language } = useWords();
  const first = epochDay(`${month}-01`);
  const days: string[] = [];
  for (let day = first; dateOfDay(day).startsWith(month); day++) days.push(dateOfDay(day));
  const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-15`));
  const says = (date: string, mark: DayMark) => {
    const reason = exceptions.get(date)?.reason[language];
    const meaning = t(`dayMeans.${mark}`);
    return [dayWords(date, language), meaning, ...(reason ? [reason] : [])].join(language === 'en' ? ', ' : '，');
  };
  return (
    <section className="month" aria-label={name}>
      <h3>{name}</h3>
      <div className="month-days">
        {WEEKDAYS.map((day) => (
          <abbr key={day} title={t(`docField.${day}`)} className="month-weekday">
            {t(`docField.${day}`)
              .replace('周', '')
              .slice(0, language === 'en' ? 2 : 1)}
          </abbr>
        ))}
        {days.map((date, index) => {
          const mark = markOf(body, exceptions, date);
          const label = mark === 'open' || mark === 'closed' ? null : t(`dayMark.${mark}`);
          return (
            <button
              key={date}
              type="button"
              className="day"
              data-date={date}
              data-mark={mark}
              data-today={date === today}
              data-unknown={date > body.horizon}
              disabled={disabled}
              tabIndex={date === reachable ? 0 : -1}
              title={says(date, mark)}
              style={index === 0 ? { gridColumnStart: weekdayOfDay(first) } : undefined}
              onClick={() => choose(date)}
            >
              <span aria-hidden="true">{Number(date.slice(8))}</span>
              {label && <small aria-hidden="true">{label}</small>}
              <span className="unseen">{says(date, mark)}</span>
            </button>
          );
        })}
      </div>
    </section>
  );
}
