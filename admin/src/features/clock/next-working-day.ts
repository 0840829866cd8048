import { compileCalendar, isWorkingDay } from '#domain/calendar';
import type { CalendarDocument } from '#domain/calendar-document';
import { addDays, type Instant, instantAt, localDate } from '#domain/time';

const MOST_DAYS = 400;

/** 09:00 of the first working day after today's local date; null for a calendar that never opens. */
export function nextWorkingDay(document: CalendarDocument, now: Instant): Instant | null {
  const calendar = compileCalendar(document, 'next-working-day');
  const today = localDate(now, document.zone);
  for (let days = 1; days <= MOST_DAYS; days++) {
    const date = addDays(today, days);
    if (isWorkingDay(calendar, date)) return instantAt(date, '09:00', document.zone);
  }
  return null;
}
