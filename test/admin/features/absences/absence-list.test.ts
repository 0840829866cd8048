import { expect, test } from 'vitest';
import { absenceRows, whenOf } from '../../../../admin/src/features/absences/absence-list.ts';

const away = (person: string, from: number, to: number) => ({ person, from, to, deputy: null });

test('half-open: at its end it is over', () => {
  expect([9, 10, 19, 20].map((now) => whenOf({ from: 10, to: 20 }, now))).toEqual(['later', 'now', 'now', 'over']);
});

test('those of now first, the one that ends next on top; then the coming ones; then what is over, newest first', () => {
  const absences = [
    away('a', 0, 5),
    away('b', 0, 90),
    away('c', 60, 70),
    away('d', 0, 60),
    away('e', 55, 58),
    away('f', 0, 9),
  ];
  const rows = absenceRows({ absences }, 50, (person) => person !== 'hidden');
  expect(rows.map(({ absence, when }) => `${absence.person} ${when}`)).toEqual([
    'd now',
    'b now',
    'e later',
    'c later',
    'f over',
    'a over',
  ]);
  expect(rows.map(({ index }) => absences[index]?.person)).toEqual(rows.map(({ absence }) => absence.person));
  expect(absenceRows({ absences }, 50, (person) => person === 'a')).toHaveLength(1);
});
