import { describe, expect, test } from 'vitest';
import { isWorkingDay } from '#domain/calendar';
import { floatingNext, floatingOutlook, nextDue, type Upcoming, upcoming } from '#domain/plan/occurrences';
import { absorbedWords, leftOutWords, shiftWords } from '#domain/plan/plan-words';
import { chinesePublicHolidays } from '#domain/public-holidays-cn';
import { DAY, instantAt, localDate, localTime, toIso } from '#domain/time';
import { chineseOffice, cn, roundTheClock, text } from '../calendar-fixtures.ts';
import { plus } from '../recurrence/oracle.ts';
import { compiled, monthly, planOf, yearly } from './plan-fixture.ts';

/** "planned" or "planned>date", "-planned" where it falls away, "(planned by plan)" where absorbed; and the reasons. */
const shown = (line: Upcoming): string => {
  if (line.kind === 'leftOut') return `-${line.leftOut.planned}: ${leftOutWords(line.leftOut, 'en')}`;
  const { planned, date, shifts } = line.occurrence;
  if (line.kind === 'absorbed') return `(${planned} by ${line.absorbed.by})`;
  const where = planned === date ? planned : `${planned}>${date}`;
  return shifts.length === 0 ? where : `${where}: ${shifts.map((shift) => shiftWords(shift, 'en')).join('; ')}`;
};
const lines = (plans: Parameters<typeof compiled>[0], from: string, to: string, most = 99): string[] =>
  upcoming(compiled(plans), plans[0]?.per === 'round' ? null : 'lift1', {
    after: cn(`${from} 00:00`),
    until: cn(`${to} 23:59`),
    most,
  }).map(shown);

describe('the reason of every shift', () => {
  test('a missing day, a holiday by name, a weekend', () => {
    const plan = planOf({ rule: { frequency: monthly(31), nonWorkingDay: 'before' } });
    expect(lines([plan], '2026-01-01', '2026-06-30')).toEqual([
      '2026-01-31>2026-01-30: Moved to a working day: a day off',
      '2026-02-28: The month has no such day: the last there is',
      '2026-03-31',
      '2026-04-30: The month has no such day: the last there is',
      '2026-05-31>2026-05-29: Moved to a working day: a day off',
      '2026-06-30: The month has no such day: the last there is',
    ]);
    const first = planOf({ rule: { frequency: monthly(1), nonWorkingDay: 'after' } });
    expect(lines([first], '2026-10-01', '2026-10-31')).toEqual([
      '2026-10-01>2026-10-08: Moved to a working day: National Day',
    ]);
  });
  test('left out, where non-working days are skipped', () => {
    const plan = planOf({ rule: { frequency: monthly(1), nonWorkingDay: 'skip' } });
    expect(lines([plan], '2026-09-01', '2026-11-30')).toEqual([
      '2026-09-01',
      '-2026-10-01: Left out: National Day',
      '-2026-11-01: Left out: a day off',
    ]);
  });
  test('dragged by hand: it stays where it was put, and its month keeps its name', () => {
    const plan = planOf({ moves: [{ from: '2026-03-05', to: '2026-03-21' }] });
    expect(lines([plan], '2026-03-01', '2026-04-30')).toEqual([
      '2026-03-05>2026-03-21: Moved by hand from 5 March 2026',
      '2026-04-05',
    ]);
    // Behind the next one: listed by date.
    const late = planOf({ moves: [{ from: '2026-03-05', to: '2026-04-20' }] });
    expect(lines([late], '2026-03-01', '2026-05-31')).toEqual([
      '2026-04-05',
      '2026-03-05>2026-04-20: Moved by hand from 5 March 2026',
      '2026-05-05',
    ]);
  });
  test('a move whose date the rule no longer gives moves nothing', () => {
    expect(lines([planOf({ moves: [{ from: '2026-03-06', to: '2026-03-21' }] })], '2026-03-01', '2026-03-31')).toEqual([
      '2026-03-05',
    ]);
  });
  test('at most so many orders, and none from before or behind', () => {
    const plan = planOf({ moves: [{ from: '2026-02-05', to: '2026-07-01' }] });
    expect(lines([plan], '2026-02-01', '2026-12-31', 3)).toEqual(['2026-03-05', '2026-04-05', '2026-05-05']);
    expect(lines([plan], '2026-03-05', '2026-04-04')).toEqual(['2026-03-05']);
    expect(lines([planOf({ rule: { end: '2026-03-31' } })], '2026-03-01', '2030-12-31')).toEqual(['2026-03-05']);
  });
});

describe('absorption', () => {
  const month = planOf();
  const year = planOf({ id: 'lift-year', absorbs: ['lift-month'], rule: { frequency: yearly(6, 25) } });
  const inMonths = (...plans: Parameters<typeof compiled>[0]) => lines(plans, '2026-05-01', '2026-07-31');
  const absorbed = ['2026-05-05', '(2026-06-05 by lift-year)', '2026-07-05'];
  const apart = ['2026-05-05', '2026-06-05', '2026-07-05'];

  test('the yearly job does the work of its month', () => {
    expect(inMonths(month, year)).toEqual(absorbed);
    expect(absorbedWords({ by: 'lift-year', planned: '2026-06-25', on: '2026-06-25' }, new Map(), 'en')).toBe(
      'Part of "lift-year" on 25 June 2026',
    );
  });
  test('not where it is paused, has ended, or works elsewhere', () => {
    expect(inMonths(month, { ...year, status: 'paused' })).toEqual(apart);
    expect(inMonths(month, { ...year, assets: ['lift2'] })).toEqual(apart);
    expect(inMonths({ ...month, per: 'round', assets: ['lift1', 'lift2'] }, year)).toEqual(apart);
    expect(inMonths({ ...month, per: 'round' }, year)).toEqual(absorbed);
  });
  test('dragged into another month it does the work of that one', () => {
    expect(inMonths(month, { ...year, moves: [{ from: '2026-06-25', to: '2026-07-02' }] })).toEqual([
      '2026-05-05',
      '2026-06-05',
      '(2026-07-05 by lift-year)',
    ]);
  });
  test('left out by the calendar it does nothing', () => {
    const skipping = planOf({
      id: 'lift-year',
      absorbs: ['lift-month'],
      rule: { frequency: yearly(6, 27), nonWorkingDay: 'skip' },
    });
    expect(inMonths(month, skipping)).toEqual(apart); // a Saturday
  });
  test('of a week’s two, the nearer; of two as near, the earlier', () => {
    const week = (on: (1 | 3 | 4 | 5)[]) => planOf({ rule: { frequency: { unit: 'week', every: 1, on } } });
    // 24 June 2026 is a Wednesday.
    const wednesday = planOf({ id: 'lift-year', absorbs: ['lift-month'], rule: { frequency: yearly(6, 24) } });
    expect(lines([week([1, 4]), wednesday], '2026-06-22', '2026-06-28')).toEqual([
      '2026-06-22',
      '(2026-06-25 by lift-year)',
    ]);
    expect(lines([week([1, 5]), wednesday], '2026-06-22', '2026-06-28')).toEqual([
      '(2026-06-22 by lift-year)',
      '2026-06-26',
    ]);
  });
  test('quarters are counted from the start of the rule', () => {
    const quarter = planOf({
      rule: { frequency: { unit: 'month', every: 3, on: { kind: 'date', day: 10 } }, start: '2026-02-01' },
    });
    expect(lines([quarter, year], '2026-02-01', '2026-12-31')).toEqual([
      '2026-02-10',
      '(2026-05-10 by lift-year)',
      '2026-08-10',
      '2026-11-10',
    ]);
  });
});

describe('lead and grace', () => {
  test('opened so many days ahead at the rule’s time, in time to the end of the last day of grace', () => {
    const next = nextDue(compiled([planOf({ leadDays: 7, graceDays: 3 })]), cn('2026-02-20 00:00'));
    expect(next).toMatchObject({
      date: '2026-03-05',
      at: cn('2026-03-05 09:00'),
      opens: cn('2026-02-26 09:00'),
      inTimeUntil: cn('2026-03-09 00:00'),
    });
  });
});

describe('floating', () => {
  const plan = planOf({ mode: 'floating', rule: { frequency: monthly(5) } });
  const since = cn('2026-01-01 00:00');
  test('from the completion; before any, by the rule', () => {
    const one = compiled([plan]);
    expect(floatingNext(one, { done: null, last: null, since })?.date).toBe('2026-01-05');
    expect(floatingNext(one, { done: cn('2026-01-12 15:00'), last: '2026-01-05', since })?.date).toBe('2026-02-12');
  });
  test('the drift against the rhythm of the rule grows with each order done late', () => {
    const from = { done: cn('2026-01-12 15:00'), last: '2026-01-05', since, opened: 1 };
    const drifts = floatingOutlook(compiled([plan]), from, 3).map((line) =>
      line.kind === 'comes' ? [line.occurrence.date, line.drift] : [],
    );
    expect(drifts).toEqual([
      ['2026-02-12', 7],
      ['2026-03-12', 7],
      ['2026-04-12', 7],
    ]);
  });
  test('dragged, and never twice on one date however early work was done', () => {
    const moved = compiled([{ ...plan, moves: [{ from: '2026-02-12', to: '2026-02-14' }] }]);
    expect(floatingNext(moved, { done: cn('2026-01-12 15:00'), last: null, since })).toMatchObject({
      planned: '2026-02-12',
      date: '2026-02-14',
    });
    const early = floatingNext(compiled([plan]), { done: cn('2026-01-12 15:00'), last: '2026-02-12', since });
    expect(early?.planned).toBe('2026-02-13');
  });
  test('ends with the rule', () => {
    const ended = compiled([planOf({ mode: 'floating', rule: { end: '2026-02-01' } })]);
    expect(floatingNext(ended, { done: cn('2026-01-12 15:00'), last: null, since })).toBeNull();
    expect(floatingOutlook(ended, { done: null, last: null, since, opened: 0 }, 5)).toHaveLength(1);
  });
});

describe('Chinese holidays with make-up days, 2024 to 2026', () => {
  const daysOff = chinesePublicHolidays.filter(({ working }) => !working).map(({ date }) => date);
  const makeUp = chinesePublicHolidays.filter(({ working }) => working).map(({ date }) => date);
  test('there are such days in each year', () => {
    for (const year of ['2024', '2025', '2026']) {
      expect(daysOff.filter((date) => date.startsWith(year)).length).toBeGreaterThan(20);
      expect(makeUp.filter((date) => date.startsWith(year)).length).toBeGreaterThan(3);
    }
  });
  test.each(daysOff)('%s moves to the next working day, found day by day, and says why', (date) => {
    const plan = planOf({
      rule: { frequency: yearly(Number(date.slice(5, 7)), Number(date.slice(8))), start: date, nonWorkingDay: 'after' },
    });
    let expected = date;
    while (!isWorkingDay(chineseOffice, expected)) expected = plus(expected, 1);
    const next = nextDue(compiled([plan]), cn(`${date} 00:00`) - DAY);
    expect([next?.planned, next?.date]).toEqual([date, expected]);
    expect(next?.shifts).toEqual([
      { kind: 'nonWorkingDay', text: expect.objectContaining({ en: expect.any(String) }) },
    ]);
  });
  test.each(makeUp)('%s is worked and nothing moves off it', (date) => {
    const plan = planOf({
      rule: { frequency: yearly(Number(date.slice(5, 7)), Number(date.slice(8))), start: date, nonWorkingDay: 'skip' },
    });
    const next = nextDue(compiled([plan]), cn(`${date} 00:00`) - DAY);
    expect([next?.date, next?.shifts]).toEqual([date, []]);
  });
});

describe('both changes of the clocks in London, 2024 to 2036', () => {
  const lastSunday = (year: number, month: number): string => {
    let date = `${year}-${String(month).padStart(2, '0')}-31`;
    while (new Date(`${date}T00:00:00Z`).getUTCDay() !== 0) date = plus(date, -1);
    return date;
  };
  const years = Array.from({ length: 13 }, (_, n) => 2024 + n);
  const london = roundTheClock('Europe/London');
  const onDay = (date: string, time: string, changes: Parameters<typeof planOf>[0] = {}) => {
    const rule = { frequency: { unit: 'day', every: 1 } as const, time, start: plus(date, -3) };
    const one = compiled([planOf({ ...changes, rule })], london);
    return upcoming(one, 'lift1', {
      after: instantAt(date, '00:00', 'Europe/London') - 1,
      until: instantAt(plus(date, 1), '00:00', 'Europe/London') - 1,
      most: 9,
    });
  };
  test.each(years)('%i: 01:30 in March is 02:00 summer time and says so, in October it is the first of two', (year) => {
    const spring = onDay(lastSunday(year, 3), '01:30');
    expect(spring).toHaveLength(1);
    expect(spring[0]).toMatchObject({ occurrence: { shifts: [{ kind: 'gap', wanted: '01:30' }] } });
    expect(spring[0]?.kind === 'comes' && toIso(spring[0].occurrence.at)).toBe(`${lastSunday(year, 3)}T01:00:00Z`);
    const autumn = onDay(lastSunday(year, 10), '01:30');
    expect(autumn).toHaveLength(1);
    expect(autumn[0]?.kind === 'comes' && toIso(autumn[0].occurrence.at)).toBe(`${lastSunday(year, 10)}T00:30:00Z`);
  });
  test.each(years)('%i: an opening a week ahead keeps its hour across the change', (year) => {
    for (const month of [3, 10]) {
      const date = plus(lastSunday(year, month), 3);
      const [line] = onDay(date, '09:00', { leadDays: 7 });
      const opens = line?.kind === 'comes' ? line.occurrence.opens : 0;
      expect(`${localDate(opens, 'Europe/London')} ${localTime(opens, 'Europe/London')}`).toBe(
        `${plus(date, -7)} 09:00`,
      );
    }
  });
  test('dragged into the gap, it says that too', () => {
    const plan = planOf({ rule: { time: '01:30' }, moves: [{ from: '2026-03-05', to: '2026-03-29' }] });
    const next = nextDue(compiled([plan], london), instantAt('2026-03-01', '00:00', 'Europe/London'));
    expect(next?.shifts).toEqual([
      { kind: 'dragged', from: '2026-03-05' },
      { kind: 'gap', wanted: '01:30' },
    ]);
  });
});

test('words of a shift that names a holiday are in both languages', () => {
  const shift = { kind: 'nonWorkingDay' as const, text: { ...text('x'), 'zh-CN': '春节' } };
  expect(shiftWords(shift, 'zh-CN')).toBe('遇春节，改到工作日');
});
