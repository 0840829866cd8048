import { expect, test } from 'vitest';
import { monthsSince, waveOf } from '#domain/building-age';

test.each([
  ['2026-05-24', 'second', 6],
  ['2026-05-25', 'first', 5],
  ['2026-11-24', 'first', 0],
  ['2026-11-25', 'notYet', -1],
  ['2024-11-25', 'second', 23],
  ['2024-11-24', 'settled', 24],
  ['2018-11-25', 'settled', 95],
  ['2018-11-24', 'third', 96],
])('delivered %s, seen on 24 November 2026: %s', (handedOver, wave, months) => {
  expect([waveOf(handedOver, '2026-11-24'), monthsSince(handedOver, '2026-11-24')]).toEqual([wave, months]);
});
