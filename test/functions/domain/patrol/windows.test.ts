import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endsAfter, lengthOf, windowOf } from '#domain/patrol/windows';
import { MINUTE, toIso } from '#domain/time';

const shanghai = { date: '2026-11-25', begins: '21:00', zone: 'Asia/Shanghai' };
const london = (date: string) => ({ date, begins: '22:00', zone: 'Europe/London' });

describe('a window of the night', () => {
  const cases: [string, { from: string; to: string }, Parameters<typeof windowOf>[1], string, string][] = [
    ['before midnight', { from: '22:00', to: '22:30' }, shanghai, '2026-11-25T14:00:00Z', '2026-11-25T14:30:00Z'],
    ['when the night begins', { from: '21:00', to: '21:20' }, shanghai, '2026-11-25T13:00:00Z', '2026-11-25T13:20:00Z'],
    ['across midnight', { from: '23:40', to: '00:20' }, shanghai, '2026-11-25T15:40:00Z', '2026-11-25T16:20:00Z'],
    ['to midnight', { from: '23:30', to: '00:00' }, shanghai, '2026-11-25T15:30:00Z', '2026-11-25T16:00:00Z'],
    ['after midnight', { from: '02:00', to: '02:45' }, shanghai, '2026-11-25T18:00:00Z', '2026-11-25T18:45:00Z'],
    [
      'across the month',
      { from: '00:10', to: '00:40' },
      { ...shanghai, date: '2026-11-30' },
      '2026-11-30T16:10:00Z',
      '2026-11-30T16:40:00Z',
    ],
    // 29 March 2026: 01:00 GMT becomes 02:00 BST.
    [
      'over the gap',
      { from: '00:45', to: '02:15' },
      london('2026-03-28'),
      '2026-03-29T00:45:00Z',
      '2026-03-29T02:15:00Z',
    ],
    [
      'into the gap',
      { from: '00:40', to: '01:10' },
      london('2026-03-28'),
      '2026-03-29T00:40:00Z',
      '2026-03-29T01:10:00Z',
    ],
    [
      'within the gap',
      { from: '01:10', to: '01:50' },
      london('2026-03-28'),
      '2026-03-29T01:00:00Z',
      '2026-03-29T01:40:00Z',
    ],
    [
      'after the gap',
      { from: '03:00', to: '03:30' },
      london('2026-03-28'),
      '2026-03-29T02:00:00Z',
      '2026-03-29T02:30:00Z',
    ],
    // 25 October 2026: 02:00 BST becomes 01:00 GMT.
    [
      'in the hour that comes twice',
      { from: '01:10', to: '01:40' },
      london('2026-10-24'),
      '2026-10-25T00:10:00Z',
      '2026-10-25T00:40:00Z',
    ],
    [
      'over that hour',
      { from: '00:50', to: '02:10' },
      london('2026-10-24'),
      '2026-10-24T23:50:00Z',
      '2026-10-25T02:10:00Z',
    ],
  ];
  test.each(cases)('%s', (_, window, night, from, to) => {
    const found = windowOf(window, night);
    expect([toIso(found.from), toIso(found.to)]).toEqual([from, to]);
  });
});

const wallTime = fc
  .nat(1439)
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);
const night = fc.record({
  date: fc
    .date({ min: new Date('2024-01-01'), max: new Date('2036-12-30'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10)),
  begins: wallTime,
  zone: fc.constantFrom('Asia/Shanghai', 'Europe/London', 'America/St_Johns', 'Australia/Lord_Howe'),
});

test('is never empty nor shorter than it reads, never before the night begins, and keeps the order of the clock', () => {
  fc.assert(
    fc.property(night, wallTime, wallTime, wallTime, (one, from, to, later) => {
      const window = windowOf({ from, to }, one);
      expect(window.to - window.from).toBeGreaterThanOrEqual(lengthOf({ from, to }) * MINUTE);
      expect(window.from).toBeGreaterThanOrEqual(windowOf({ from: one.begins, to: one.begins }, one).from);
      const other = windowOf({ from: later, to: later }, one);
      const first = endsAfter({ from, to: from }, one.begins) <= endsAfter({ from: later, to: later }, one.begins);
      if (first) expect(window.from).toBeLessThanOrEqual(other.from);
      else expect(other.from).toBeLessThanOrEqual(window.from);
    }),
    { numRuns: 2_000 },
  );
});

test('the same time twice is a whole day', () => {
  expect(lengthOf({ from: '21:00', to: '21:00' })).toBe(1440);
  expect(lengthOf({ from: '23:59', to: '00:00' })).toBe(1);
  expect(endsAfter({ from: '20:00', to: '21:30' }, '21:00')).toBe(23 * 60 + 90);
});
