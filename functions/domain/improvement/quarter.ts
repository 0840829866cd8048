import { addDays } from '../time.ts';

/** "2026-Q4" */
export const QUARTER = /^(\d{4})-Q([1-4])$/;

export const quarterOf = (date: string): string => `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;

const firstDay = (quarter: string): string => {
  const [, year = '', number = ''] = QUARTER.exec(quarter) ?? [];
  return `${year}-${String(Number(number) * 3 - 2).padStart(2, '0')}-01`;
};
export const quarterBefore = (quarter: string): string => quarterOf(addDays(firstDay(quarter), -1));
export const quarterAfter = (quarter: string): string => quarterOf(addDays(firstDay(quarter), 100));

/** Local dates, both included. */
export const daysOfQuarter = (quarter: string): { from: string; to: string } => ({
  from: firstDay(quarter),
  to: addDays(firstDay(quarterAfter(quarter)), -1),
});
