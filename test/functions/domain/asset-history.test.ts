import { describe, expect, test } from 'vitest';
import type { Asset } from '#domain/asset';
import { rememberedOf } from '#domain/asset-history';
import { DAY, toIso } from '#domain/time';
import { asset } from '#test/support/assets';

const zone = 'Asia/Shanghai';
const at = Date.UTC(2026, 0, 1);
const read = (reading: number, days: number, unit = 'h') => ({ unit, reading, at: at + days * DAY });
/** The register after one reading after the other. */
const readAll = (...meters: Asset['meter'][]) => {
  let present = asset();
  for (const meter of meters) {
    const next = { ...present, meter };
    present = { ...next, ...rememberedOf(present, next, at, zone) };
  }
  return present.readings;
};

describe('what the register remembers of an asset', () => {
  test.each<[string, Asset['condition'], number | null, number | null]>([
    ['in use', 'good', null, null],
    ['retired now', 'retired', null, at],
    ['retired before', 'retired', at - DAY, at - DAY],
    ['in use again', 'limited', at - DAY, null],
  ])('%s', (_, condition, retiredAt, wanted) => {
    const before = asset({ retiredAt });
    expect(rememberedOf(before, { ...before, condition }, at, zone).retiredAt).toBe(wanted);
  });
  test('retired when it is put there', () =>
    expect(rememberedOf(null, asset({ condition: 'retired' }), at, zone).retiredAt).toBe(at));

  test.each<[string, Partial<Asset>, string | null]>([
    ['45 days ahead, in the morning', { certificateUntil: '2026-12-01' }, '2026-10-17T00:00:00Z'],
    ['not without a certificate', { certificateUntil: null }, null],
    ['not once it is retired', { certificateUntil: '2026-12-01', condition: 'retired' }, null],
  ])('a certificate is renewed %s', (_, change, wanted) => {
    const { renewalAt } = rememberedOf(null, asset(change), at, zone);
    expect(renewalAt === null ? null : toIso(renewalAt)).toBe(wanted);
  });

  test.each<[string, Asset['meter'][], number[]]>([
    ['all readings, oldest first', [read(5, 0), read(7, 1), read(9, 2)], [5, 7, 9]],
    ['the same reading once', [read(5, 0), read(5, 0)], [5]],
    ['nothing of the meter before it was exchanged', [read(500, 0), read(3, 1), read(4, 2)], [3, 4]],
    ['nothing of a meter that counted something else', [read(5, 0), read(7, 1, 'km')], [7]],
    ['nothing once there is no meter', [read(5, 0), null], []],
  ])('keeps %s', (_, meters, wanted) => expect(readAll(...meters).map(({ value }) => value)).toEqual(wanted));

  test('begins with the reading of a row that knows its last one only', () => {
    const before = asset({ meter: read(5, 0) });
    expect(rememberedOf(before, { ...before, meter: read(8, 1) }, at, zone).readings.map(({ value }) => value)).toEqual(
      [5, 8],
    );
  });

  test('ten years of daily readings stay few: every late one, of the early ones one a week', () => {
    const readings = readAll(...Array.from({ length: 3_650 }, (_, day) => read(day, day)));
    expect(readings).toHaveLength(500);
    expect(readings.slice(-200).map(({ value }) => value)).toEqual(Array.from({ length: 200 }, (_, n) => 3_450 + n));
    const gaps = readings.slice(1, 300).map((one, n) => (one.at - (readings[n]?.at ?? 0)) / DAY);
    expect(new Set(gaps)).toEqual(new Set([7]));
  });
});
