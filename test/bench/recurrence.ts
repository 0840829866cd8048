import { Cron } from 'croner';
import rrule from 'rrule';
import { RRuleTemporal } from 'rrule-temporal';
import { compileCalendar } from '#domain/calendar';
import { compileRecurrence, nextOccurrence } from '#domain/recurrence/occurrences';
import type { Frequency, Recurrence } from '#domain/recurrence/rule';
import { DAY, type Instant, instantAt, toIso } from '#domain/time';
import { defaultCalendar } from '#workflows/default-calendar';
import { type Measure, whole } from './measure.ts';

const { datetime, RRule } = rrule;

const rule = (frequency: Frequency, changes: Partial<Recurrence> = {}): Recurrence => ({
  frequency,
  time: '02:30',
  start: '2026-01-01',
  end: null,
  season: null,
  missingDay: 'clamp',
  nonWorkingDay: 'asIs',
  ...changes,
});

/** Calls a second of `next`, each from a different day of ten years. */
function rate(calls: number, next: (after: Instant) => unknown): number {
  const from = instantAt('2026-01-01', '00:00', 'Asia/Shanghai');
  const run = (count: number) => {
    for (let n = 0; n < count; n += 1) next(from + (((n * 37) % 3_650) + 1) * DAY);
  };
  run(Math.ceil(calls / 5));
  const began = performance.now();
  run(calls);
  return calls / ((performance.now() - began) / 1000);
}

const zone = 'America/Los_Angeles';
const springNight = instantAt('2026-03-07', '12:00', zone);
const shortMonth = instantAt('2026-02-01', '00:00', zone);
const utc = (at: Date | undefined | null): Instant | undefined => at?.getTime();
const shown = (at: Instant | undefined): string => (at === undefined ? 'nothing' : toIso(at));

/** Ours and three libraries: calls a second, and what each says of a time that does not exist and of a 31st in February. */
export const recurrence: Measure = async (say) => {
  say('recurrence');
  const chinese = compileCalendar(defaultCalendar, 'cn-office@1');
  const monthly: Frequency = { unit: 'month', every: 1, on: { kind: 'date', day: 31 } };
  const mixed = [
    rule({ unit: 'day', every: 1 }, { nonWorkingDay: 'after' }),
    rule({ unit: 'week', every: 2, on: [1, 4] }, { nonWorkingDay: 'before' }),
    rule(monthly, { nonWorkingDay: 'after' }),
    rule({ unit: 'year', every: 1, month: 2, on: { kind: 'weekday', nth: -1, weekday: 5 } }),
  ].map((one) => compileRecurrence(one, chinese));
  let turn = 0;
  const ours = rate(200_000, (after) => {
    turn += 1;
    const compiled = mixed[turn % mixed.length];
    return compiled && nextOccurrence(compiled, after);
  });

  const week = { ...defaultCalendar, zone };
  const at = (one: Recurrence) => compileRecurrence(one, compileCalendar(week, 'us@1'));
  const [daily, last] = [at(rule({ unit: 'day', every: 1 })), at(rule(monthly))];
  const dtstart = 'DTSTART;TZID=America/Los_Angeles:20260101T023000';
  const temporal = (rrule: string) => new RRuleTemporal({ rruleString: `${dtstart}\nRRULE:${rrule}` });
  const old = (options: object) => new RRule({ dtstart: datetime(2026, 1, 1, 2, 30), tzid: zone, ...options });
  const libraries = {
    steward: {
      calls: 200_000,
      daily: (after: Instant) => nextOccurrence(daily, after)?.at,
      monthly: (after: Instant) => nextOccurrence(last, after)?.at,
    },
    rrule: {
      calls: 4,
      daily: (
        (one) => (after: Instant) =>
          utc(one.after(new Date(after)))
      )(old({ freq: RRule.DAILY })),
      monthly: (
        (one) => (after: Instant) =>
          utc(one.after(new Date(after)))
      )(old({ freq: RRule.MONTHLY, bymonthday: 31 })),
    },
    'rrule-temporal': {
      calls: 10,
      daily: (
        (one) => (after: Instant) =>
          one.next(new Date(after))?.epochMilliseconds
      )(temporal('FREQ=DAILY')),
      monthly: (
        (one) => (after: Instant) =>
          one.next(new Date(after))?.epochMilliseconds
      )(temporal('FREQ=MONTHLY;BYMONTHDAY=31')),
    },
    croner: {
      calls: 500,
      daily: (
        (one) => (after: Instant) =>
          utc(one.nextRun(new Date(after)))
      )(new Cron('30 2 * * *', { timezone: zone })),
      monthly: (
        (one) => (after: Instant) =>
          utc(one.nextRun(new Date(after)))
      )(new Cron('30 2 31 * *', { timezone: zone })),
    },
  };
  return [
    {
      what: 'Recurrence: next() a second, one core',
      value: whole(ours),
      how: 'daily, weekly, monthly and yearly rules moved to Chinese working days, from days all over ten years',
    },
    ...Object.entries(libraries).map(([name, { calls, daily: next, monthly: nextMonthly }]) => ({
      what: `Recurrence: daily 02:30 in Los Angeles, ${name}`,
      value: `${whole(rate(calls, next))} a second`,
      how: `night of 8 March 2026: ${shown(next(springNight))}; the 31st after 1 February: ${shown(nextMonthly(shortMonth))}`,
    })),
  ];
};
