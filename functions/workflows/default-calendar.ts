import type { CalendarDocument, OpenInterval } from '#domain/calendar-document';
import { withChinesePublicHolidays } from '#domain/public-holidays-cn';

const day: OpenInterval[] = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '18:00' },
];

/** Monday to Friday 09:00-12:00 and 13:30-18:00 with the State Council's holidays and make-up working days. */
export const defaultCalendar: CalendarDocument = withChinesePublicHolidays({
  name: { 'zh-CN': '管理处工作时间', en: 'Site office hours' },
  zone: 'Asia/Shanghai',
  week: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] },
  exceptions: [],
  horizon: '2026-12-31',
});
