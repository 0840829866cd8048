import { describe, expect, test } from 'vitest';
import { addLimit, deadline } from '#domain/add-limit';
import { compileCalendar } from '#domain/calendar';
import { CalendarNeverOpens } from '#domain/errors';
import { elapsed, type Limit, workingDayAt, workingDays, workingHours } from '#domain/limit';
import { DAY, HOUR, localDate, localTime, MINUTE, parseIso, toIso } from '#domain/time';
import { chineseOffice, cn, documentOf, neverOpen, officeIn, roundTheClock, text } from './calendar-fixtures.ts';

const inChina = (at: number) => `${localDate(at, 'Asia/Shanghai')} ${localTime(at, 'Asia/Shanghai')}`;

describe('in a Chinese office (9-12, 13:30-18, Monday to Friday, public holidays)', () => {
  // 2026-11-23 is a Monday; National Day 2026 is 1 to 7 October with make-up days 20 September and 10 October.
  test.each<[string, string, Limit, string]>([
    ['elapsed runs round the clock', '2026-09-30 23:50', elapsed(15), '2026-10-01 00:05'],
    ['elapsed 0 is the start', '2026-10-01 03:00', elapsed(0), '2026-10-01 03:00'],

    ['hours within a morning', '2026-11-23 09:30', workingHours(1), '2026-11-23 10:30'],
    ['hours across lunch', '2026-11-23 11:00', workingHours(4), '2026-11-23 16:30'],
    ['hours overnight', '2026-11-23 17:00', workingHours(4), '2026-11-24 12:00'],
    ['hours over a weekend', '2026-11-20 17:00', workingHours(4), '2026-11-23 12:00'],
    ['start before opening counts from opening', '2026-11-23 06:00', workingHours(1), '2026-11-23 10:00'],
    ['start at noon counts from 13:30', '2026-11-23 12:00', workingHours(1), '2026-11-23 14:30'],
    ['start at closing counts from the next opening', '2026-11-23 18:00', workingHours(1), '2026-11-24 10:00'],
    ['start on Sunday', '2026-11-22 12:00', workingHours(1), '2026-11-23 10:00'],
    ['end exactly at closing is closing', '2026-11-23 17:00', workingHours(1), '2026-11-23 18:00'],
    ['end exactly at noon is noon', '2026-11-23 09:00', workingHours(3), '2026-11-23 12:00'],
    [
      'a minute more is after the next opening',
      '2026-11-23 17:00',
      { kind: 'workingHours', minutes: 61 },
      '2026-11-24 09:01',
    ],
    ['0 hours is the start, open', '2026-11-23 10:00', workingHours(0), '2026-11-23 10:00'],
    ['0 hours is the start, closed', '2026-11-22 10:00', workingHours(0), '2026-11-22 10:00'],
    ['the eve of National Day', '2026-09-30 17:30', workingHours(1), '2026-10-08 09:30'],
    ['into the make-up Saturday', '2026-10-09 17:30', workingHours(1), '2026-10-10 09:30'],
    ['over the make-up Saturday', '2026-10-09 17:00', workingHours(8.5), '2026-10-10 18:00'],
    ['a year of hours', '2025-01-01 00:00', workingHours(248 * 7.5), '2025-12-31 18:00'],

    ['1 day is tomorrow at closing', '2026-11-23 10:00', workingDays(1), '2026-11-24 18:00'],
    ['1 day from before opening', '2026-11-23 05:00', workingDays(1), '2026-11-24 18:00'],
    ['1 day from the lunch break', '2026-11-23 12:30', workingDays(1), '2026-11-24 18:00'],
    ['1 day from a moment before closing', '2026-11-23 17:59', workingDays(1), '2026-11-24 18:00'],
    ['1 day from closing: as if filed tomorrow', '2026-11-23 18:00', workingDays(1), '2026-11-25 18:00'],
    ['1 day from Friday', '2026-11-20 10:00', workingDays(1), '2026-11-23 18:00'],
    ['1 day from Saturday: as if filed on Monday', '2026-11-21 10:00', workingDays(1), '2026-11-24 18:00'],
    ['0 days is closing of the day', '2026-11-23 10:00', workingDays(0), '2026-11-23 18:00'],
    ['0 days from closing is closing of the next', '2026-11-23 18:00', workingDays(0), '2026-11-24 18:00'],
    ['0 days from a Sunday', '2026-11-22 10:00', workingDays(0), '2026-11-23 18:00'],
    ['2 days from the eve of National Day', '2026-09-30 17:59', workingDays(2), '2026-10-09 18:00'],
    ['3 days include the make-up Saturday', '2026-09-30 17:59', workingDays(3), '2026-10-10 18:00'],
    ['filed on a make-up Saturday', '2026-10-10 10:00', workingDays(1), '2026-10-12 18:00'],
    ['across years', '2025-12-31 10:00', workingDays(2), '2026-01-05 18:00'],
    ['260 days', '2024-01-01 10:00', workingDays(250), '2024-12-31 18:00'],

    ['noon of the next working day', '2026-11-23 10:00', workingDayAt(1, '12:00'), '2026-11-24 12:00'],
    ['also from the evening', '2026-11-23 23:59', workingDayAt(1, '12:00'), '2026-11-24 12:00'],
    ['also from just after midnight', '2026-11-24 00:00', workingDayAt(1, '12:00'), '2026-11-25 12:00'],
    ['from a Saturday', '2026-11-21 10:00', workingDayAt(1, '12:00'), '2026-11-23 12:00'],
    ['outside open time', '2026-11-20 10:00', workingDayAt(2, '20:30'), '2026-11-24 20:30'],
    ['over the holiday', '2026-09-30 10:00', workingDayAt(3, '10:00'), '2026-10-10 10:00'],
  ])('%s', (_, start, limit, expected) => {
    expect(inChina(deadline(cn(start), limit, chineseOffice))).toBe(expected);
    expect(addLimit(cn(start), limit, chineseOffice).at).toBe(cn(expected));
  });
});

describe('daylight saving', () => {
  const night = [
    { from: '22:00', to: '24:00' },
    { from: '00:00', to: '06:00' },
  ];
  test.each<[string, string, string, Limit, string]>([
    ['hours over a lost hour', 'America/Los_Angeles', '2026-03-08T06:00:00Z', workingHours(8), '2026-03-09T06:00:00Z'],
    [
      'hours over a doubled hour',
      'America/Los_Angeles',
      '2026-11-01T05:00:00Z',
      workingHours(8),
      '2026-11-01T13:00:00Z',
    ],
    [
      'closing after a lost hour',
      'America/Los_Angeles',
      '2026-03-07T10:00:00Z',
      workingDays(1),
      '2026-03-09T07:00:00Z',
    ],
    [
      'at a time in the gap',
      'America/Los_Angeles',
      '2026-03-07T20:00:00Z',
      workingDayAt(1, '02:30'),
      '2026-03-08T10:00:00Z',
    ],
    [
      'at a time that comes twice',
      'Europe/Berlin',
      '2026-10-24T20:00:00Z',
      workingDayAt(1, '02:30'),
      '2026-10-25T00:30:00Z',
    ],
    ['elapsed is real time', 'Europe/Berlin', '2026-03-28T23:00:00Z', elapsed(24 * 60), '2026-03-29T23:00:00Z'],
    [
      'hours over a lost hour in Berlin',
      'Europe/Berlin',
      '2026-03-28T21:00:00Z',
      workingHours(7),
      '2026-03-29T04:00:00Z',
    ],
    [
      'hours over a doubled hour in Berlin',
      'Europe/Berlin',
      '2026-10-24T20:00:00Z',
      workingHours(9),
      '2026-10-25T05:00:00Z',
    ],
  ])('%s', (_, zone, start, limit, expected) => {
    expect(toIso(deadline(parseIso(start), limit, officeIn(zone, night, night)))).toBe(expected);
  });
});

test('24x7: working hours are elapsed time, a working day ends at midnight', () => {
  const calendar = roundTheClock();
  const start = cn('2026-11-22 10:00');
  expect(deadline(start, workingHours(100), calendar)).toBe(start + 100 * HOUR);
  expect(inChina(deadline(start, workingDays(0), calendar))).toBe('2026-11-23 00:00');
  expect(inChina(deadline(start, workingDays(2), calendar))).toBe('2026-11-25 00:00');
  expect(inChina(deadline(cn('2026-11-23 00:00'), workingDays(0), calendar))).toBe('2026-11-24 00:00');
  expect(addLimit(start, workingHours(24 * 1500), calendar).explanation).toMatchObject({
    counted: [{ from: start, to: start + 1500 * DAY, counted: 1500 * DAY }],
    skipped: [],
    startedOutside: null,
  });
});

test('a calendar that never opens is an error for every working limit, not a hang', () => {
  for (const limit of [workingHours(1), workingDays(0), workingDays(3), workingDayAt(1, '10:00')]) {
    expect(() => deadline(0, limit, neverOpen())).toThrow(CalendarNeverOpens);
  }
  expect(deadline(0, elapsed(5), neverOpen())).toBe(5 * MINUTE);
  expect(deadline(0, workingHours(0), neverOpen())).toBe(0);
});

test('open time that runs out is the same error; what fits before that is counted', () => {
  const calendar = neverOpen([{ date: '2027-05-04', open: [{ from: '10:00', to: '12:00' }], reason: text('once') }]);
  const start = cn('2026-11-23 10:00');
  expect(inChina(deadline(start, workingHours(2), calendar))).toBe('2027-05-04 12:00');
  expect(() => deadline(start, { kind: 'workingHours', minutes: 121 }, calendar)).toThrow(CalendarNeverOpens);
  expect(inChina(deadline(start, workingDays(0), calendar))).toBe('2027-05-04 12:00');
  expect(() => deadline(start, workingDays(1), calendar)).toThrow(CalendarNeverOpens);
});

test('very long limits on a sparse calendar end, and their explanation stays small', () => {
  const calendar = officeIn('Asia/Shanghai', [], [{ from: '10:00', to: '10:15' }]);
  const { at, explanation } = addLimit(cn('2026-11-23 10:00'), { kind: 'workingHours', minutes: 100_000 }, calendar);
  expect(localDate(at, 'Asia/Shanghai')).toMatch(/^2090-/);
  expect(explanation.truncated).toBe(true);
  expect(explanation.counted.reduce((sum, { counted }) => sum + counted, 0)).toBe(100_000 * MINUTE);
  expect(JSON.stringify(explanation).length).toBeLessThan(40_000);
});

describe('the explanation', () => {
  const skippedNationalDays = [
    '2026-10-01',
    '2026-10-02',
    '2026-10-03',
    '2026-10-04',
    '2026-10-05',
    '2026-10-06',
    '2026-10-07',
  ];

  test('hours over National Day: what was counted, what was skipped and why, the make-up Saturday', () => {
    const { at, explanation } = addLimit(cn('2026-09-30 19:00'), workingHours(16), chineseOffice);
    expect(explanation).toEqual({
      start: cn('2026-09-30 19:00'),
      at,
      limit: workingHours(16),
      calendar: 'office@1',
      counted: [
        { from: cn('2026-10-08 09:00'), to: cn('2026-10-08 12:00'), counted: 3 * HOUR },
        { from: cn('2026-10-08 13:30'), to: cn('2026-10-08 18:00'), counted: 4.5 * HOUR },
        { from: cn('2026-10-09 09:00'), to: cn('2026-10-09 12:00'), counted: 3 * HOUR },
        { from: cn('2026-10-09 13:30'), to: cn('2026-10-09 18:00'), counted: 4.5 * HOUR },
        { from: cn('2026-10-10 09:00'), to: cn('2026-10-10 10:00'), counted: HOUR },
      ],
      skipped: skippedNationalDays.map((date) => ({
        date,
        reason: 'exception',
        text: { 'zh-CN': '国庆节', en: 'National Day' },
      })),
      opened: [
        {
          date: '2026-10-10',
          text: { 'zh-CN': '国庆节调休上班', en: 'Make-up working day (National Day)' },
          makeUp: true,
        },
      ],
      beyondHorizon: false,
      startedOutside: cn('2026-10-08 09:00'),
      truncated: false,
    });
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
  });

  test('days: one entry a counted day, the weekend skipped without words', () => {
    const { explanation } = addLimit(cn('2026-11-20 10:00'), workingDays(2), chineseOffice);
    expect(explanation.counted).toEqual([
      { from: cn('2026-11-23 09:00'), to: cn('2026-11-23 18:00'), counted: 7.5 * HOUR },
      { from: cn('2026-11-24 09:00'), to: cn('2026-11-24 18:00'), counted: 7.5 * HOUR },
    ]);
    expect(explanation.skipped).toEqual([
      { date: '2026-11-21', reason: 'weekend', text: null },
      { date: '2026-11-22', reason: 'weekend', text: null },
    ]);
    expect(explanation.startedOutside).toBeNull();
  });

  test('0 days counts what is left of the day; a start in the lunch break is outside hours', () => {
    const { explanation } = addLimit(cn('2026-11-23 12:30'), workingDays(0), chineseOffice);
    expect(explanation.counted).toEqual([
      { from: cn('2026-11-23 12:30'), to: cn('2026-11-23 18:00'), counted: 4.5 * HOUR },
    ]);
    expect(explanation.startedOutside).toBe(cn('2026-11-23 13:30'));
  });

  test('local time on a working day: the last day is counted up to it', () => {
    const { explanation } = addLimit(cn('2026-11-20 20:00'), workingDayAt(2, '10:00'), chineseOffice);
    expect(explanation.counted).toEqual([
      { from: cn('2026-11-23 09:00'), to: cn('2026-11-23 18:00'), counted: 7.5 * HOUR },
      { from: cn('2026-11-24 09:00'), to: cn('2026-11-24 10:00'), counted: HOUR },
    ]);
    expect(explanation.startedOutside).toBeNull();
  });

  test('elapsed and zero limits have nothing to count', () => {
    const start = cn('2026-11-21 10:00');
    expect(addLimit(start, elapsed(90), chineseOffice).explanation).toMatchObject({
      calendar: null,
      counted: [],
      skipped: [],
    });
    expect(addLimit(start, workingHours(0), chineseOffice).explanation).toMatchObject({
      calendar: 'office@1',
      counted: [],
      skipped: [],
      startedOutside: null,
    });
  });

  test('a deadline past the horizon says so; closing time on the last known day does not', () => {
    const said = (start: string, limit: Limit, calendar = chineseOffice) =>
      addLimit(cn(start), limit, calendar).explanation.beyondHorizon;
    expect(said('2026-12-30 10:00', workingDays(1))).toBe(false);
    expect(said('2026-12-30 10:00', workingDays(2))).toBe(true);
    expect(said('2026-12-30 10:00', workingDays(1), roundTheClock())).toBe(false);
    expect(said('2026-12-30 10:00', elapsed(60 * 24 * 7))).toBe(false);
  });

  test('a short day is named, and is no make-up day', () => {
    const short = { date: '2026-11-24', open: [{ from: '09:00', to: '11:00' }], reason: text('stock-taking') };
    const calendar = compileCalendar(documentOf({ exceptions: [short] }), 'office@2');
    const { at, explanation } = addLimit(cn('2026-11-23 17:00'), workingHours(4), calendar);
    expect(inChina(at)).toBe('2026-11-25 10:00');
    expect(explanation.opened).toEqual([{ date: '2026-11-24', text: text('stock-taking'), makeUp: false }]);
  });

  test('a deadline at midnight belongs to the day it ends: the Saturday after it is not skipped', () => {
    const calendar = officeIn('Asia/Shanghai', [{ from: '00:00', to: '24:00' }]);
    const { at, explanation } = addLimit(cn('2026-11-19 10:00'), workingDays(1), calendar);
    expect(inChina(at)).toBe('2026-11-21 00:00');
    expect(explanation.skipped).toEqual([]);
  });

  test('is complete for sixty days', () => {
    const { explanation } = addLimit(cn('2026-04-01 09:00'), workingDays(40), chineseOffice);
    expect(explanation.truncated).toBe(false);
    const hours = addLimit(cn('2026-04-01 09:00'), workingHours(40 * 7.5), chineseOffice).explanation;
    expect(hours).toMatchObject({ truncated: false });
    expect(hours.counted).toHaveLength(80);
  });
});
