import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePlans } from '#domain/plan/compiled-plan';
import { dueBetween, upcoming } from '#domain/plan/occurrences';
import type { Recurrence } from '#domain/recurrence/rule';
import { instantAt } from '#domain/time';
import { chineseOffice } from '../calendar-fixtures.ts';
import { dates, occurrencesBetween, plannedBetween, plus, rules } from '../recurrence/oracle.ts';
import { planOf } from './plan-fixture.ts';

const zone = 'Asia/Shanghai';
/** Rules that go on, so that most have dates in the time looked at. */
const lasting = rules.map((rule): Recurrence => ({ ...rule, start: '2024-01-01', end: null }));
const allYear = lasting.map((rule): Recurrence => ({ ...rule, season: null }));

const dayNumber = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
const monthsOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

/** Whether two dates lie in one period of the rule, said a second time. */
function samePeriod({ frequency, start }: Recurrence, a: string, b: string): boolean {
  const { unit, every } = frequency;
  const number = (date: string): number => {
    if (unit === 'day') return Math.floor((dayNumber(date) - dayNumber(start)) / every);
    if (unit === 'week')
      return Math.floor((dayNumber(date) - dayNumber(start) + ((dayNumber(start) + 3) % 7)) / (7 * every));
    const anchor = unit === 'month' ? monthsOf(start) : Number(start.slice(0, 4)) * 12 + frequency.month - 1;
    return Math.floor((monthsOf(date) - anchor) / (unit === 'month' ? every : every * 12));
  };
  return number(a) === number(b);
}

test('agrees with the slow way: every date once, opened so many days ahead, dragged ones at their new date', () => {
  let dragged = 0;
  fc.assert(
    fc.property(
      lasting,
      dates,
      fc.integer({ min: 0, max: 20 }),
      fc.nat(5),
      fc.nat(40),
      (rule, from, leadDays, n, by) => {
        const to = plus(from, 200);
        const slow = occurrencesBetween(rule, chineseOffice, plus(from, -120), plus(to, 120));
        const picked = slow.filter(([, date]) => date >= from)[n];
        const move = picked && { from: picked[0], to: plus(picked[1], by - 20) };
        const plan = planOf({ rule, leadDays, moves: move ? [move] : [] });
        const one = compilePlans('s', [plan], chineseOffice).get(plan.id);
        if (one === undefined) throw new Error('compiled');
        const expected = slow.flatMap(([planned, date]) => {
          const on = planned === move?.from ? move.to : date;
          // Dragged forward behind the edge it is due as long as its own date is not past.
          return [{ planned, on, opens: plus(on, -leadDays), last: plus(on > date ? on : date, -leadDays) }];
        });
        if (move) dragged += 1;
        const [first, last] = [instantAt(from, '00:00', zone) - 1, instantAt(plus(to, 1), '00:00', zone) - 1];
        const found = dueBetween(one, first, last).map(({ planned, date }) => `${planned}>${date}`);
        expect(found.toSorted()).toEqual(
          expected
            .filter(({ opens, last }) => opens <= to && last >= from)
            .map(({ planned, on }) => `${planned}>${on}`)
            .sort(),
        );
        const shown = upcoming(one, 'lift1', { after: first, until: last, most: 1_000 });
        const comes = shown.flatMap((line) => (line.kind === 'comes' ? [line.occurrence.date] : []));
        expect(comes).toEqual(
          expected
            .map(({ on }) => on)
            .filter((on) => on >= from && on <= to)
            .sort(),
        );
      },
    ),
    { numRuns: 150 },
  );
  expect(dragged).toBeGreaterThan(50);
}, 60_000);

test('absorbs what the slow way says: for each of its own dates the nearest of the period, of two the earlier', () => {
  let absorbed = 0;
  fc.assert(
    fc.property(allYear, allYear, dates, (rule, absorbing, from) => {
      const to = plus(from, 120);
      const plan = planOf({ rule });
      const other = planOf({ id: 'other', absorbs: [plan.id], rule: absorbing });
      const one = compilePlans('s', [plan, other], chineseOffice).get(plan.id);
      if (one === undefined) throw new Error('compiled');
      const wide = [plus(from, -1_500), plus(to, 1_500)] as const;
      const kept = new Set(
        occurrencesBetween(rule, chineseOffice, plus(from, -70), plus(to, 70)).map(([planned]) => planned),
      );
      const anchors = occurrencesBetween(absorbing, chineseOffice, ...wide).map(([planned]) => planned);
      const mine = plannedBetween(rule, ...wide);
      const isKept = (date: string) => kept.has(date) || occurrencesBetween(rule, chineseOffice, date, date).length > 0;
      const slow = [...kept].filter((planned) =>
        anchors.some((anchor) => {
          if (!samePeriod(rule, planned, anchor)) return false;
          const far = (date: string) => Math.abs(dayNumber(date) - dayNumber(anchor));
          const rivals = mine.filter(
            (date) => samePeriod(rule, date, anchor) && far(date) <= far(planned) && date !== planned,
          );
          return !rivals.some((date) => (far(date) < far(planned) || date < planned) && isKept(date));
        }),
      );
      const [first, last] = [instantAt(plus(from, -5), '00:00', zone), instantAt(to, '00:00', zone)];
      for (const line of upcoming(one, 'lift1', { after: first, until: last, most: 1_000 })) {
        if (line.kind === 'leftOut') continue;
        expect([line.occurrence.planned, line.kind === 'absorbed']).toEqual([
          line.occurrence.planned,
          slow.includes(line.occurrence.planned),
        ]);
        if (line.kind === 'absorbed') absorbed += 1;
      }
    }),
    { numRuns: 60 },
  );
  expect(absorbed).toBeGreaterThan(20);
}, 60_000);
