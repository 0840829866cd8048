import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { dayReason, isWorkingDay, opensByWeek } from '#domain/calendar';
import { dateOfDay, epochDay, pad, weekdayOfDay } from '#domain/civil-date';
import type { MaintenancePlan } from '#domain/maintenance-plan';
import type { Collision } from '#domain/plan/load';
import { dayWords } from '../../components/day-words.ts';
import { useWords } from '../../i18n/language.ts';
import type { Moving } from './use-moving.ts';
import type { SitePlans } from './use-site-plans.ts';
import { type DayEntry, levelOf } from './year.ts';

export interface YearParts {
  found: SitePlans;
  days: ReadonlyMap<string, DayEntry[]>;
  collisions: ReadonlyMap<string, Collision[]>;
  moving: Moving;
  plans: readonly MaintenancePlan[];
  today: string;
  editable: boolean;
}
interface YearGridProps extends YearParts {
  year: number;
  turn: (year: number) => void;
  day: string;
  choose: (day: string) => void;
}
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

export const ordersOn = (entries: readonly DayEntry[] | undefined): number =>
  (entries ?? []).reduce((sum, { orders }) => sum + orders, 0);

/** Twelve months: how much each day holds, days off shaded. Arrows go from day to day; what is carried is put down by Enter. */
export function YearGrid(props: YearGridProps) {
  const { year, turn, day, choose, moving, plans } = props;
  const { t, language } = useWords();
  const grid = useRef<HTMLElement>(null);
  const { carried } = moving;
  const reachable = day.startsWith(String(year)) ? day : `${year}-01-01`;
  const [focus, setFocus] = useState<string | null>(null);
  useEffect(() => {
    if (focus === null) return;
    grid.current?.querySelector<HTMLElement>(`[data-date="${focus}"]`)?.focus();
    setFocus(null);
  }, [focus]);
  // Whoever took one up by the keyboard goes on from its day.
  const from = carried?.date;
  useEffect(() => {
    if (from !== undefined) setFocus(from);
  }, [from]);

  const press = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = dateOfDay(epochDay(reachable) + by);
    if (next.slice(0, 4) !== String(year)) turn(Number(next.slice(0, 4)));
    choose(next);
    setFocus(next);
  };
  const name = plans.find(({ id }) => id === carried?.plan)?.name[language] ?? '';
  return (
    <section className="panel year-panel" aria-label={t('plans.year')} ref={grid}>
      <div className="year-head">
        <span className="year-turn">
          <Button icon={<LeftOutlined />} aria-label={t('year.before')} onClick={() => turn(year - 1)} />
          <strong aria-live="polite">{year}</strong>
          <Button icon={<RightOutlined />} aria-label={t('year.after')} onClick={() => turn(year + 1)} />
        </span>
        <Legend />
      </div>
      {carried && (
        <p className="carrying" role="status">
          <span>{t('year.carrying', { name, day: dayWords(carried.date, language) })}</span>
          <Button size="small" onClick={() => moving.carry(null)}>
            {t('entity.cancel')}
          </Button>
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the day buttons inside, heard in one place */}
      <div className="year" onKeyDown={press}>
        {Array.from({ length: 12 }, (_, n) => `${year}-${pad(n + 1, 2)}`).map((month) => (
          <Month key={month} {...props} month={month} reachable={reachable} />
        ))}
      </div>
    </section>
  );
}

function Legend() {
  const { t } = useWords();
  return (
    <ul className="legend">
      <li>
        <span className="load-scale" aria-hidden>
          {[1, 2, 3, 4].map((level) => (
            <span key={level} className="load" data-level={level} />
          ))}
        </span>
        {t('year.load')}
      </li>
      <li>
        <span className="load-day" data-off="true" aria-hidden>
          8
        </span>
        {t('year.off')}
      </li>
      <li>
        <span className="collision-mark" aria-hidden />
        {t('year.collision')}
      </li>
    </ul>
  );
}

/** Why nobody works that day, or null; a make-up day is a working day. */
export function dayOff(
  { calendar }: SitePlans,
  date: string,
  weekend: string,
  language: 'zh-CN' | 'en',
): string | null {
  if (calendar === null || isWorkingDay(calendar, date)) return null;
  return dayReason(calendar, date)?.[language] ?? (opensByWeek(calendar, date) ? null : weekend);
}

function Month(props: YearGridProps & { month: string; reachable: string }) {
  const { month, reachable, day, choose, found, days, collisions, moving, today } = props;
  const { t, language } = useWords();
  const first = epochDay(`${month}-01`);
  const dates: string[] = [];
  for (let one = first; dateOfDay(one).startsWith(month); one += 1) dates.push(dateOfDay(one));
  const most = Math.max(1, ...[...days.values()].map(ordersOn));
  const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-15`));
  return (
    <section className="month" aria-label={name}>
      <h3>{name}</h3>
      <div className="month-days">
        {WEEKDAYS.map((weekday) => (
          <abbr key={weekday} title={t(`docField.${weekday}`)} className="month-weekday">
            {t(`docField.${weekday}`)
              .replace('周', '')
              .slice(0, language === 'en' ? 2 : 1)}
          </abbr>
        ))}
        {dates.map((date, index) => {
          const entries = days.get(date);
          const count = ordersOn(entries);
          const off = dayOff(found, date, t('year.weekend'), language);
          const clash = collisions.get(date)?.length ?? 0;
          const [only, ...others] = entries ?? [];
          const draggable = only !== undefined && others.length === 0 && moving.isMovable(only, today);
          const words = [
            dayWords(date, language),
            ...(off === null ? [] : [off]),
            t('year.orders', { count }),
            ...(clash > 0 ? [t('year.collisions', { count: clash })] : []),
          ].join(language === 'en' ? ', ' : '，');
          return (
            <button
              key={date}
              type="button"
              className="load-day"
              data-date={date}
              data-off={off !== null}
              data-level={levelOf(count, most)}
              data-today={date === today}
              aria-pressed={date === day}
              tabIndex={date === reachable ? 0 : -1}
              title={words}
              style={index === 0 ? { gridColumnStart: weekdayOfDay(first) } : undefined}
              draggable={draggable}
              onDragStart={(event) => only && startDrag(event, only, moving)}
              onDragOver={(event) => {
                if (!moving.dragged.current) return;
                event.preventDefault();
                event.currentTarget.dataset.over = 'true';
              }}
              onDragLeave={({ currentTarget }) => delete currentTarget.dataset.over}
              onDrop={(event) => {
                event.preventDefault();
                delete event.currentTarget.dataset.over;
                if (moving.dragged.current) moving.put(moving.dragged.current, date);
                moving.dragged.current = null;
              }}
              onClick={() => {
                if (moving.carried) moving.put(moving.carried, date);
                else choose(date);
              }}
            >
              <span aria-hidden="true">{Number(date.slice(8))}</span>
              <small aria-hidden="true">{count > 0 ? count : ''}</small>
              {clash > 0 && <span className="collision-mark" aria-hidden="true" />}
              <span className="unseen">{words}</span>
            </button>
          );
        })}
      </div>
    </section>
  );
}

/** The browser wants data to be carried; what is meant stands in `moving`. */
export function startDrag(event: DragEvent, entry: DayEntry, moving: Moving): void {
  event.dataTransfer.setData('text/plain', entry.date);
  event.dataTransfer.effectAllowed = 'move';
  moving.dragged.current = entry;
}
