import type { CalendarDocument } from './calendar-document.ts';
import { dateOfDay, epochDay } from './civil-date.ts';
import type { Text } from './text.ts';

/** The last date these holidays are known for; next year's notice appears in November. */
export const chinesePublicHolidaysHorizon = '2026-12-31';

/** One public holiday: days off `from` to `to`, both included, and the weekend days worked instead (调休). */
interface PublicHoliday {
  name: Text;
  from: string;
  to: string;
  makeUp: readonly string[];
}

const newYear: Text = { 'zh-CN': '元旦', en: 'New Year’s Day' };
const springFestival: Text = { 'zh-CN': '春节', en: 'Spring Festival' };
const qingming: Text = { 'zh-CN': '清明节', en: 'Qingming Festival' };
const labourDay: Text = { 'zh-CN': '劳动节', en: 'Labour Day' };
const dragonBoat: Text = { 'zh-CN': '端午节', en: 'Dragon Boat Festival' };
const midAutumn: Text = { 'zh-CN': '中秋节', en: 'Mid-Autumn Festival' };
const nationalDay: Text = { 'zh-CN': '国庆节', en: 'National Day' };
const nationalDayAndMidAutumn: Text = { 'zh-CN': '国庆节、中秋节', en: 'National Day and Mid-Autumn Festival' };

/**
 * Source: the General Office of the State Council's yearly notices on the arrangement of holidays (国务院办公厅关于
 * 部分节假日安排的通知) for 2024, 2025 and 2026. To add a year: add its lines here and move the horizon.
 */
const notices: readonly PublicHoliday[] = [
  { name: newYear, from: '2024-01-01', to: '2024-01-01', makeUp: [] },
  { name: springFestival, from: '2024-02-10', to: '2024-02-17', makeUp: ['2024-02-04', '2024-02-18'] },
  { name: qingming, from: '2024-04-04', to: '2024-04-06', makeUp: ['2024-04-07'] },
  { name: labourDay, from: '2024-05-01', to: '2024-05-05', makeUp: ['2024-04-28', '2024-05-11'] },
  { name: dragonBoat, from: '2024-06-10', to: '2024-06-10', makeUp: [] },
  { name: midAutumn, from: '2024-09-15', to: '2024-09-17', makeUp: ['2024-09-14'] },
  { name: nationalDay, from: '2024-10-01', to: '2024-10-07', makeUp: ['2024-09-29', '2024-10-12'] },

  { name: newYear, from: '2025-01-01', to: '2025-01-01', makeUp: [] },
  { name: springFestival, from: '2025-01-28', to: '2025-02-04', makeUp: ['2025-01-26', '2025-02-08'] },
  { name: qingming, from: '2025-04-04', to: '2025-04-06', makeUp: [] },
  { name: labourDay, from: '2025-05-01', to: '2025-05-05', makeUp: ['2025-04-27'] },
  { name: dragonBoat, from: '2025-05-31', to: '2025-06-02', makeUp: [] },
  { name: nationalDayAndMidAutumn, from: '2025-10-01', to: '2025-10-08', makeUp: ['2025-09-28', '2025-10-11'] },

  { name: newYear, from: '2026-01-01', to: '2026-01-03', makeUp: ['2026-01-04'] },
  { name: springFestival, from: '2026-02-15', to: '2026-02-23', makeUp: ['2026-02-14', '2026-02-28'] },
  { name: qingming, from: '2026-04-04', to: '2026-04-06', makeUp: [] },
  { name: labourDay, from: '2026-05-01', to: '2026-05-05', makeUp: ['2026-05-09'] },
  { name: dragonBoat, from: '2026-06-19', to: '2026-06-21', makeUp: [] },
  { name: midAutumn, from: '2026-09-25', to: '2026-09-27', makeUp: [] },
  { name: nationalDay, from: '2026-10-01', to: '2026-10-07', makeUp: ['2026-09-20', '2026-10-10'] },
];

/** Every date that differs from an ordinary week, in order of date. */
export const chinesePublicHolidays: readonly { date: string; working: boolean; reason: Text }[] = notices
  .flatMap(({ name, from, to, makeUp }) => [
    ...datesBetween(from, to).map((date) => ({ date, working: false, reason: name })),
    ...makeUp.map((date) => ({ date, working: true, reason: makeUpDay(name) })),
  ])
  .sort((a, b) => (a.date < b.date ? -1 : 1));

/**
 * The document with the public holidays as exceptions: holidays closed, make-up days open as on the document's Monday.
 * A date the document already has an exception for keeps it. The horizon becomes that of the holidays.
 */
export function withChinesePublicHolidays(document: CalendarDocument): CalendarDocument {
  const own = new Set(document.exceptions.map(({ date }) => date));
  const added = chinesePublicHolidays
    .filter(({ date }) => !own.has(date))
    .map(({ date, working, reason }) => ({ date, open: working ? [...document.week[1]] : [], reason }));
  const exceptions = [...document.exceptions, ...added].sort((a, b) => (a.date < b.date ? -1 : 1));
  return { ...document, exceptions, horizon: chinesePublicHolidaysHorizon };
}

/** Years there is a notice for, in order. */
export const chinesePublicHolidayYears: readonly number[] = [
  ...new Set(notices.map(({ from }) => Number(from.slice(0, 4)))),
].sort();

/**
 * What the holidays of one year would change: `added` as `withChinesePublicHolidays` adds them, `kept` the dates that the
 * document has as its own and the other way round (open on a holiday). The horizon grows to the end of the year, never shrinks.
 */
export function publicHolidayChanges(document: CalendarDocument, year: number) {
  const inYear = <T extends { date: string }>(list: readonly T[]) =>
    list.filter(({ date }) => date.startsWith(`${year}-`));
  const own = new Map(document.exceptions.map(({ date, open }) => [date, open.length > 0]));
  const added = inYear(withChinesePublicHolidays(document).exceptions).filter(({ date }) => !own.has(date));
  const end = `${year}-12-31`;
  const known = end < chinesePublicHolidaysHorizon ? end : chinesePublicHolidaysHorizon;
  return {
    added,
    kept: inYear(chinesePublicHolidays)
      .filter(({ date, working }) => own.has(date) && own.get(date) !== working)
      .map(({ date }) => date),
    horizon: known > document.horizon ? known : document.horizon,
  };
}

function datesBetween(from: string, to: string): string[] {
  const first = epochDay(from);
  return Array.from({ length: epochDay(to) - first + 1 }, (_, i) => dateOfDay(first + i));
}

function makeUpDay(holiday: Text): Text {
  return { 'zh-CN': `${holiday['zh-CN']}调休上班`, en: `Make-up working day (${holiday.en})` };
}
