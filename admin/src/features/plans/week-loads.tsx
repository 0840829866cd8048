import { useEffect, useMemo, useRef } from 'react';
import { type PlannedWork, weeklyLoad } from '#domain/plan/load';
import { addDays } from '#domain/time';
import { dayWords } from '../../components/day-words.ts';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { levelOf, weeksOf } from './year.ts';

interface WeekLoadsProps {
  work: readonly PlannedWork[];
  year: number;
  /** "2026-05": its weeks only. */
  month: string | null;
  today: string;
}
interface Line {
  name: string;
  counts: number[];
}

/** Orders of each week, of everybody together and of each person. */
export function WeekLoads({ work, year, month, today }: WeekLoadsProps) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const weeks = useMemo(
    () => weeksOf(year).filter((monday) => month === null || touches(monday, month)),
    [year, month],
  );
  const lines = useMemo(() => {
    const loads = new Map(weeklyLoad(work).map((load) => [load.monday, load]));
    const people = [...new Set(work.map(({ person }) => person))];
    const of = (person: string | null): Line => ({
      name: person === null ? t('asset.nobody') : names.person(person),
      counts: weeks.map((monday) => loads.get(monday)?.people.find((one) => one.person === person)?.orders ?? 0),
    });
    const each = people.map(of).filter(({ counts }) => counts.some((count) => count > 0));
    const total = (line: Line) => line.counts.reduce((sum, count) => sum + count, 0);
    const all: Line = { name: t('year.everybody'), counts: weeks.map((monday) => loads.get(monday)?.orders ?? 0) };
    return { all, each: each.sort((a, b) => total(b) - total(a)) };
  }, [work, weeks, names, t]);
  const frame = useRef<HTMLElement>(null);
  const isEmpty = work.length === 0;
  // The year is wider than most windows: the present week is what one looks for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: again for another year, once there is something to show
  useEffect(() => {
    const now = frame.current?.querySelector<HTMLElement>('th[data-now="true"]');
    if (frame.current && now) frame.current.scrollLeft = Math.max(0, now.offsetLeft - frame.current.clientWidth / 2);
  }, [year, isEmpty]);
  if (isEmpty) return null;
  const most = Math.max(1, ...lines.each.flatMap(({ counts }) => counts));
  const mostOfAll = Math.max(1, ...lines.all.counts);
  const isNow = (monday: string) => monday <= today && today <= addDays(monday, 6);
  const row = ({ name, counts }: Line, top: number) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      {counts.map((count, index) => (
        <td
          key={weeks[index]}
          className="load"
          data-level={levelOf(count, top)}
          title={t('year.weekTitle', { name, day: dayWords(weeks[index] ?? '', language), count })}
        >
          {count > 0 ? count : ''}
        </td>
      ))}
    </tr>
  );
  return (
    <div className="panel week-loads">
      <h2>{t('year.weeks')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by the keyboard too */}
      <section ref={frame} className="week-loads-frame" tabIndex={0} aria-label={t('year.weeks')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('plans.person')}</th>
              {weeks.map((monday) => (
                <th key={monday} scope="col" data-now={isNow(monday)} title={dayWords(monday, language, true)}>
                  {headOf(monday, month !== null, language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {row(lines.all, mostOfAll)}
            {lines.each.map((line) => row(line, most))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

const touches = (monday: string, month: string): boolean =>
  monday.startsWith(month) || addDays(monday, 6).startsWith(month);

/** The Monday's day, with its month where that begins or only few weeks are shown. */
function headOf(monday: string, few: boolean, language: string): string {
  const day = Number(monday.slice(8));
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...options, timeZone: 'UTC' }).format(
      new Date(`${monday}T12:00:00Z`),
    );
  if (few) return format({ month: 'short', day: 'numeric' });
  return day <= 7 ? format({ month: 'short' }) : String(day);
}
