/**
 * Days of the proleptic Gregorian calendar as integers, without any zone: day 0 is 1970-01-01.
 * The arithmetic is the well-known one over 400-year eras that begin on 1 March.
 */
const DAYS_PER_ERA = 146_097;
const DAYS_BEFORE_1970 = 719_468;

/** 'YYYY-MM-DD' -> days since 1970-01-01. The date must exist; that is what its schema checks. */
export function epochDay(date: string): number {
  return dayOfCivil(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

/** `month` 1 to 12, `dayOfMonth` from 1; one past the month's end is the first of the next. */
export function dayOfCivil(calendarYear: number, month: number, dayOfMonth: number): number {
  const year = calendarYear - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_BEFORE_1970;
}

/** Days since 1970-01-01 -> 'YYYY-MM-DD' (years 0 to 9999). */
export function dateOfDay(day: number): string {
  const { year, month, dayOfMonth } = civilOfDay(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

/** `month` 1 to 12. */
export function civilOfDay(day: number): { year: number; month: number; dayOfMonth: number } {
  const shifted = day + DAYS_BEFORE_1970;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** ISO weekday, 1 = Monday to 7 = Sunday; day 0 was a Thursday. */
export function weekdayOfDay(day: number): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
