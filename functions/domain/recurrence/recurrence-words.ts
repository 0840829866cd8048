import type { Language } from '../text.ts';
import type { DayOfMonth, Frequency, Recurrence } from './rule.ts';

const WEEKDAYS_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DIGITS_ZH = ['一', '二', '三', '四', '五', '六', '日'];

/**
 * A rule as a manager would say it: "Every 3 months on the last Friday, 09:00, from 1 January 2026; on a non-working day: the working day before".
 * `floating`: counted from the completion of the one before, so that days of the week or month do not matter.
 */
export function recurrenceWords(rule: Recurrence, language: Language, floating = false): string {
  const zh = language === 'zh-CN';
  const how = zh ? frequencyZh(rule.frequency, floating) : frequencyEn(rule.frequency, floating);
  const start = dateWords(rule.start, zh);
  const bounds =
    rule.end === null ? (zh ? `自${start}起` : `from ${start}`) : period(start, dateWords(rule.end, zh), zh);
  const parts = [how, rule.time, bounds];
  if (rule.season !== null) {
    const [from, to] = [monthDayWords(rule.season.from, zh), monthDayWords(rule.season.to, zh)];
    parts.push(zh ? `仅限${from}至${to}` : `only from ${from} to ${to}`);
  }
  const rules = [nonWorkingWords(rule.nonWorkingDay, zh), missingWords(rule, zh)].filter((words) => words !== null);
  return [parts.join(zh ? '，' : ', '), ...rules].join(zh ? '；' : '; ');
}

const period = (from: string, to: string, zh: boolean): string => (zh ? `${from.trim()}至${to}` : `${from} to ${to}`);

function frequencyEn(frequency: Frequency, floating: boolean): string {
  const { unit, every } = frequency;
  const times = every === 1 ? `Every ${unit}` : `Every ${every} ${unit}s`;
  if (floating) return every === 1 ? `One ${unit} after completion` : `${every} ${unit}s after completion`;
  switch (unit) {
    case 'day':
      return times;
    case 'week':
      return `${times} on ${listEn(sorted(frequency.on).map((day) => WEEKDAYS_EN[day - 1] ?? ''))}`;
    case 'month':
      return `${every === 3 ? 'Every quarter' : times} on the ${dayEn(frequency.on)}`;
    case 'year':
      return `${times} on the ${dayEn(frequency.on)} of ${MONTHS_EN[frequency.month - 1] ?? ''}`;
  }
}

function frequencyZh(frequency: Frequency, floating: boolean): string {
  const { unit, every } = frequency;
  const units = { day: '天', week: '周', month: '个月', year: '年' } as const;
  if (floating) return `完成后 ${every} ${units[unit]}`;
  const times = every === 1 ? `每${unit === 'month' ? '月' : units[unit]}` : `每 ${every} ${units[unit]}`;
  switch (unit) {
    case 'day':
      return times;
    case 'week':
      return `${times}的周${sorted(frequency.on)
        .map((day) => DIGITS_ZH[day - 1] ?? '')
        .join('、')}`;
    case 'month':
      return `${every === 3 ? '每季度' : times}的${dayZh(frequency.on)}`;
    case 'year':
      return `${times}的 ${frequency.month} 月${dayZh(frequency.on)}`;
  }
}

function dayEn(on: DayOfMonth): string {
  if (on.kind === 'last') return 'last day';
  if (on.kind === 'date') return ordinal(on.day);
  return `${on.nth === -1 ? 'last' : ordinal(on.nth)} ${WEEKDAYS_EN[on.weekday - 1] ?? ''}`;
}

function dayZh(on: DayOfMonth): string {
  if (on.kind === 'last') return '最后一天';
  if (on.kind === 'date') return ` ${on.day} 日`;
  return `${on.nth === -1 ? '最后一个' : `第${DIGITS_ZH[on.nth - 1] ?? ''}个`}周${DIGITS_ZH[on.weekday - 1] ?? ''}`;
}

function nonWorkingWords(way: Recurrence['nonWorkingDay'], zh: boolean): string | null {
  switch (way) {
    case 'asIs':
      return null;
    case 'before':
      return zh ? '遇非工作日提前' : 'on a non-working day: the working day before';
    case 'after':
      return zh ? '遇非工作日顺延' : 'on a non-working day: the next working day';
    case 'skip':
      return zh ? '遇非工作日取消' : 'not on non-working days';
  }
}

/** Said only where it can happen. */
function missingWords({ frequency, missingDay }: Recurrence, zh: boolean): string | null {
  if (frequency.unit === 'day' || frequency.unit === 'week') return null;
  const { on } = frequency;
  const missing = (on.kind === 'date' && on.day > 28) || (on.kind === 'weekday' && on.nth === 5);
  if (!missing) return null;
  if (missingDay === 'skip') return zh ? '当月没有该日则跳过' : 'left out in months without such a day';
  return zh ? '当月没有该日则取最后一个' : 'the last there is in months without such a day';
}

const sorted = (days: readonly number[]): number[] => [...new Set(days)].sort();
const listEn = (words: string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

function ordinal(n: number): string {
  const ending = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${ending}`;
}

/** "1 January 2026"; in Chinese with a space before the year, as within a sentence. */
export function dateWords(date: string, zh: boolean): string {
  const [year = '', month = '', day = ''] = date.split('-');
  if (zh) return ` ${year}年${Number(month)}月${Number(day)}日`;
  return `${Number(day)} ${MONTHS_EN[Number(month) - 1] ?? ''} ${year}`;
}

function monthDayWords(text: string, zh: boolean): string {
  const [month, day] = [Number(text.slice(0, 2)), Number(text.slice(3))];
  return zh ? ` ${month}月${day}日` : `${day} ${MONTHS_EN[month - 1] ?? ''}`;
}
