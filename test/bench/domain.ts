import { deadline } from '#domain/add-limit';
import { compileCalendar } from '#domain/calendar';
import { workingDays, workingHours } from '#domain/limit';
import { HOUR } from '#domain/time';
import { at } from '#test/support/estate';
import { defaultCalendar } from '#workflows/default-calendar';
import { benchLives } from './lives.ts';
import { type Measure, tenths, whole } from './measure.ts';

export const lives: Measure = async (say) => {
  say('complaint lives on one core');
  const { livesPerSecond, eventsPerLife, mailsPerLife } = await benchLives();
  return [
    {
      what: 'Complaint lives a second, one core',
      value: whole(livesPerSecond),
      how: `pure engine on the Chinese working calendar; ${tenths(eventsPerLife)} events and ${tenths(mailsPerLife)} effects each, three levels climbed`,
    },
  ];
};

/** Starts all over a year, holidays and make-up days among them. */
export const deadlines: Measure = async (say) => {
  say('deadlines');
  const calendar = compileCalendar(defaultCalendar, 'cn-office@1');
  const from = at('2026-01-01', '00:00');
  const limits = [workingHours(4), workingDays(2), workingDays(5), workingHours(1)];
  const run = (calls: number): number => {
    let sum = 0;
    for (let n = 0; n < calls; n += 1)
      sum += deadline(from + (n % 8000) * HOUR, limits[n % limits.length] ?? workingHours(4), calendar);
    return sum;
  };
  run(50_000);
  const calls = 500_000;
  const began = performance.now();
  run(calls);
  const seconds = (performance.now() - began) / 1000;
  return [
    {
      what: 'Deadlines a second, one core',
      value: whole(calls / seconds),
      how: '`deadline()` in working hours and days, starts over eleven months of 2026',
    },
  ];
};
