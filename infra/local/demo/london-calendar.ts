import type { CalendarDocument, OpenInterval } from '#domain/calendar-document';
import type { Text } from '#domain/text';

const text = (zh: string, en: string): Text => ({ 'zh-CN': zh, en });
const day: OpenInterval[] = [{ from: '08:30', to: '17:30' }];

const newYear = text('元旦', 'New Year’s Day');
const goodFriday = text('耶稣受难日', 'Good Friday');
const easterMonday = text('复活节星期一', 'Easter Monday');
const earlyMay = text('五月初银行假日', 'Early May bank holiday');
const spring = text('春季银行假日', 'Spring bank holiday');
const summer = text('夏季银行假日', 'Summer bank holiday');
const christmas = text('圣诞节', 'Christmas Day');
const boxing = text('节礼日', 'Boxing Day');

/** Bank holidays in England and Wales, substitute days included; source: https://www.gov.uk/bank-holidays. */
const bankHolidays: readonly [date: string, reason: Text][] = [
  ['2025-01-01', newYear],
  ['2025-04-18', goodFriday],
  ['2025-04-21', easterMonday],
  ['2025-05-05', earlyMay],
  ['2025-05-26', spring],
  ['2025-08-25', summer],
  ['2025-12-25', christmas],
  ['2025-12-26', boxing],
  ['2026-01-01', newYear],
  ['2026-04-03', goodFriday],
  ['2026-04-06', easterMonday],
  ['2026-05-04', earlyMay],
  ['2026-05-25', spring],
  ['2026-08-31', summer],
  ['2026-12-25', christmas],
  ['2026-12-28', boxing],
  ['2027-01-01', newYear],
  ['2027-03-26', goodFriday],
  ['2027-03-29', easterMonday],
  ['2027-05-03', earlyMay],
  ['2027-05-31', spring],
  ['2027-08-30', summer],
  ['2027-12-27', christmas],
  ['2027-12-28', boxing],
];

/** Monday to Friday 08:30-17:30 without a break, Saturday morning; closed on bank holidays. */
export const londonCalendar: CalendarDocument = {
  name: text('伦敦工作时间', 'London office hours'),
  zone: 'Europe/London',
  week: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [{ from: '09:00', to: '12:30' }], 7: [] },
  exceptions: bankHolidays.map(([date, reason]) => ({ date, open: [], reason })),
  horizon: '2027-12-31',
};
