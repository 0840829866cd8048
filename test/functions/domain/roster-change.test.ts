import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { epochDay } from '#domain/civil-date';
import { nextShift, onDuty, shiftsOn } from '#domain/on-duty';
import type { Roster } from '#domain/organisation';
import { swapTurns, turnsOn, withPerson, withTurns } from '#domain/roster-change';
import { addDays } from '#domain/time';
import { cn, text } from './calendar-fixtures.ts';

const zone = 'Asia/Shanghai';
const monday = '2026-11-23';
const duty: Roster = {
  id: 'duty',
  site: 'lake',
  name: text('duty'),
  weekly: [
    { days: [1, 3, 5], from: '18:00', to: '09:00', person: 'ann' },
    { days: [2, 4], from: '18:00', to: '09:00', person: 'bo' },
    { days: [6, 7], from: '09:00', to: '21:00', person: 'chen' },
    { days: [6, 7], from: '21:00', to: '09:00', person: 'dai' },
  ],
  dated: [],
};
const people = (roster: Roster, date: string) => turnsOn(roster, date).map(({ person }) => person);

describe('changing dated turns', () => {
  test('two turns change hands, on their dates only', () => {
    const swapped = swapTurns(duty, { date: monday, index: 0 }, { date: '2026-11-28', index: 1 });
    expect(people(swapped, monday)).toEqual(['dai']);
    expect(people(swapped, '2026-11-28')).toEqual(['chen', 'ann']);
    expect(people(swapped, addDays(monday, 7))).toEqual(['ann']);
    expect(swapped.weekly).toBe(duty.weekly);
    // After midnight the one who took the turn is still on duty.
    expect(onDuty(swapped, zone, cn('2026-11-24 03:00'))).toEqual(['dai']);
    expect(onDuty(swapped, zone, cn('2026-11-28 22:00'))).toEqual(['ann']);
  });

  test('two turns of one date', () => {
    const date = '2026-11-29';
    expect(people(swapTurns(duty, { date, index: 0 }, { date, index: 1 }), date)).toEqual(['dai', 'chen']);
  });

  test('a place without a turn changes nothing', () => {
    expect(swapTurns(duty, { date: monday, index: 0 }, { date: monday, index: 7 })).toBe(duty);
  });

  test('one turn taken by somebody else; taken back, nothing is left behind', () => {
    const taken = withPerson(duty, { date: monday, index: 0 }, 'fu');
    expect(taken.dated).toEqual([{ date: monday, from: '18:00', to: '09:00', person: 'fu' }]);
    expect(withPerson(taken, { date: monday, index: 0 }, 'ann')).toEqual(duty);
  });

  test('a date of its own, and back to the pattern', () => {
    const split = withTurns(duty, monday, [
      { from: '18:00', to: '00:00', person: 'bo' },
      { from: '00:00', to: '09:00', person: 'chen' },
    ]);
    expect(shiftsOn(split, zone, epochDay(monday))).toMatchObject([
      { index: 0, person: 'bo', dated: true, begins: cn('2026-11-23 18:00'), ends: cn('2026-11-24 00:00') },
      { index: 1, person: 'chen', dated: true, begins: cn('2026-11-23 00:00'), ends: cn('2026-11-23 09:00') },
    ]);
    expect(withTurns(split, monday, [])).toEqual(duty);
  });

  test('properties: a swap twice is none; every other date keeps its people; nobody is lost', () => {
    const place = fc.record({ date: fc.nat(13).map((n) => addDays(monday, n)), index: fc.nat(2) });
    fc.assert(
      fc.property(place, place, (a, b) => {
        const swapped = swapTurns(duty, a, b);
        expect(swapTurns(swapped, a, b)).toEqual(duty);
        const dates = Array.from({ length: 14 }, (_, n) => addDays(monday, n));
        const all = (roster: Roster) => dates.flatMap((date) => people(roster, date)).sort();
        expect(all(swapped)).toEqual(all(duty));
        for (const date of dates.filter((one) => one !== a.date && one !== b.date))
          expect(people(swapped, date)).toEqual(people(duty, date));
      }),
    );
  });
});

describe('the next shift', () => {
  test.each([
    ['later today', '2026-11-23 12:00', 'ann', '2026-11-23 18:00'],
    ['not the one that begins now', '2026-11-23 18:00', 'bo', '2026-11-24 18:00'],
    ['the earlier of two', '2026-11-28 08:00', 'chen', '2026-11-28 09:00'],
  ])('%s', (_, at, person, begins) => {
    expect(nextShift(duty, zone, cn(at))).toMatchObject({ person, begins: cn(begins) });
  });

  test('none in sight', () => {
    expect(nextShift({ ...duty, weekly: [] }, zone, cn('2026-11-23 12:00'))).toBeUndefined();
  });
});
