import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPointCode, newPointCode, provedBy, shortCode } from '#domain/patrol/code';
import {
  copyPatrol,
  isWalked,
  nextPoint,
  nextWindowEnd,
  type PatrolState,
  passedBy,
  patrolAt,
  patrolFigures,
  standingOf,
} from '#domain/patrol/patrol';
import { patrolOrder } from '#domain/patrol/patrol-order';
import { scanPoint } from '#domain/patrol/scan';
import { HOUR, instantAt, MINUTE, toIso } from '#domain/time';
import { planOf } from '../plan/plan-fixture.ts';
import { garageCode, gateCode, nightOf, pump, pumpCode, routeOf, tonight, withPoint } from './patrol-fixture.ts';

const at = (time: string) => instantAt(time < '21:00' ? '2026-11-26' : '2026-11-25', time, 'Asia/Shanghai');
const scanned = (time: string, late = false) => ({ by: 'zhang', at: at(time), how: 'label' as const, late });

describe('the walk of one night', () => {
  test('begins with the first window and ends with the last', () => {
    const patrol = nightOf();
    expect([toIso(patrol.starts), toIso(patrol.ends)]).toEqual(['2026-11-25T14:00:00Z', '2026-11-25T18:45:00Z']);
    expect(patrol.points.map(({ id, code }) => [id, code])).toEqual([
      ['gate', gateCode],
      ['pump', pumpCode],
      ['garage', garageCode],
    ]);
  });

  test('leaves out points whose facility is retired or gone: no label could prove them', () => {
    const route = routeOf();
    const without = patrolAt(route, tonight, new Map([['pump-1', { code: pumpCode, retired: true }]]));
    expect(without?.points.map(({ id }) => id)).toEqual(['gate', 'garage']);
    expect(patrolAt(route, tonight, new Map())?.points.map(({ id }) => id)).toEqual(['gate', 'garage']);
    const pumps = route.points.filter(({ asset }) => asset !== null);
    expect(patrolAt({ ...route, points: pumps }, tonight, new Map())).toBeNull();
  });

  test('is looked at when a window ends, then at its own end, then no more', () => {
    const patrol = nightOf();
    expect(nextWindowEnd(patrol)).toBe(at('22:30'));
    const missed = withPoint(patrol, 'gate', { missedAt: at('22:30') });
    expect(nextWindowEnd(missed)).toBe(at('00:20'));
    const all = withPoint(withPoint(missed, 'pump', { scanned: scanned('23:50') }), 'garage', {
      scanned: scanned('02:10'),
    });
    expect(nextWindowEnd(all)).toBe(at('02:45'));
    expect(nextWindowEnd({ ...all, over: true })).toBeNull();
  });

  test('says what passed and where to go next', () => {
    const patrol = nightOf();
    expect(passedBy(patrol, at('22:29')).map(({ id }) => id)).toEqual([]);
    expect(passedBy(patrol, at('22:30')).map(({ id }) => id)).toEqual(['gate']);
    expect(passedBy(patrol, at('03:00')).map(({ id }) => id)).toEqual(['gate', 'pump', 'garage']);
    expect(nextPoint(patrol, at('21:30'))?.id).toBe('gate');
    expect(nextPoint(patrol, at('22:30'))?.id).toBe('pump');
    expect(nextPoint(patrol, at('03:00'))).toBeNull();
  });

  test('is walked when everybody was everywhere, or the last window has passed', () => {
    const one = withPoint(nightOf(), 'gate', { scanned: scanned('22:10') });
    expect(isWalked(one, at('02:44'))).toBe(false);
    expect(isWalked(one, at('02:45'))).toBe(true);
    const all = withPoint(withPoint(one, 'pump', { scanned: scanned('23:50') }), 'garage', {
      scanned: scanned('02:10'),
    });
    expect(isWalked(all, at('02:11'))).toBe(true);
  });

  const standings: [string, Partial<PatrolState['points'][number]>, string, string][] = [
    ['not yet', {}, '21:59', 'coming'],
    ['now', {}, '22:00', 'open'],
    ['its window over, the timer still to come', {}, '22:30', 'missed'],
    ['missed', { missedAt: at('22:30') }, '23:00', 'missed'],
    ['missed, and nobody minds', { required: false, missedAt: at('22:30') }, '23:00', 'skipped'],
    ['proved', { scanned: scanned('22:10') }, '23:00', 'done'],
    ['proved late', { scanned: scanned('22:40', true), missedAt: at('22:30') }, '23:00', 'late'],
  ];
  test.each(standings)('a point: %s', (_, changes, time, standing) => {
    const [gate] = withPoint(nightOf(), 'gate', changes).points;
    expect(gate && standingOf(gate, at(time))).toBe(standing);
  });

  test('counts: what is proved late was missed all the same, lamps where they were counted', () => {
    let patrol = withPoint(nightOf(), 'gate', { missedAt: at('22:30'), scanned: scanned('22:40', true) });
    expect(patrolFigures(patrol)).toEqual({ points: 3, walked: 1, late: 1, missed: 1, lamps: null });
    patrol = withPoint(patrol, 'garage', { scanned: scanned('02:10'), lamps: { lit: 46, total: 48 } });
    patrol = withPoint(patrol, 'pump', { required: false, missedAt: at('00:20') });
    expect(patrolFigures(patrol)).toEqual({ points: 3, walked: 2, late: 1, missed: 1, lamps: { lit: 46, total: 48 } });
  });
});

describe('somebody at a point', () => {
  const scan = (time: string, input: Partial<Parameters<typeof scanPoint>[1]> = {}, patrol = nightOf()) =>
    scanPoint(patrol, { point: 'gate', code: gateCode, ...input }, 'zhang', at(time));

  test('is recorded, by the label or the code below it', () => {
    expect(scan('22:10')).toMatchObject({
      point: { scanned: { by: 'zhang', at: at('22:10'), how: 'label', late: false }, lamps: null },
    });
    expect(scan('22:10', { code: '7kq2xm' })).toMatchObject({ point: { scanned: { how: 'code' } } });
  });
  test('is late when the window has passed, whether or not the alarm was given', () => {
    expect(scan('22:30')).toMatchObject({ point: { scanned: { late: true } } });
    const missed = withPoint(nightOf(), 'gate', { missedAt: at('22:30') });
    expect(scan('23:00', {}, missed)).toMatchObject({ point: { scanned: { late: true }, missedAt: at('22:30') } });
  });

  const refused: [string, string, Partial<Parameters<typeof scanPoint>[1]>, string][] = [
    ['before its window', '21:59', {}, 'tooEarly'],
    ['by the label of another point', '22:10', { code: pumpCode }, 'wrongCode'],
    ['without any code', '22:10', { code: '' }, 'wrongCode'],
    ['at a point that is none', '22:10', { point: 'roof' }, 'unknownChoice'],
    ['without its lamps', '02:10', { point: 'garage', code: 'arage1' }, 'lampsWanted'],
    ['with more lamps than there are', '02:10', { point: 'garage', code: 'arage1', lit: 49 }, 'lampsWrong'],
  ];
  test.each(refused)('is refused %s', (_, time, input, why) => {
    expect(scan(time, input)).toEqual({ refused: why });
  });
  test('is refused twice, and when the walk is over', () => {
    const done = withPoint(nightOf(), 'gate', { scanned: scanned('22:05') });
    expect(scan('22:10', {}, done)).toEqual({ refused: 'scannedAlready' });
    expect(scan('22:10', {}, { ...nightOf(), over: true })).toEqual({ refused: 'unknownChoice' });
  });

  test('counts lamps against the known total, or the one counted on the spot', () => {
    const lamps = (input: object, total: number | null) => {
      const patrol = withPoint(nightOf(), 'garage', { lampsTotal: total });
      return scanPoint(patrol, { point: 'garage', code: 'arage1', ...input }, 'zhang', at('02:10'));
    };
    expect(lamps({ lit: 46 }, 48)).toMatchObject({ point: { lamps: { lit: 46, total: 48 } } });
    expect(lamps({ lit: 46, total: 60 }, 48)).toMatchObject({ point: { lamps: { lit: 46, total: 48 } } });
    expect(lamps({ lit: 46, total: 60 }, null)).toMatchObject({ point: { lamps: { lit: 46, total: 60 } } });
    expect(lamps({ lit: 46 }, null)).toEqual({ refused: 'lampsWanted' });
    expect(lamps({ lit: 0, total: 0 }, null)).toEqual({ refused: 'lampsWrong' });
  });

  test('whatever is done in whatever order, every point ends proved or missed and the walk ends', () => {
    const acts = fc.array(
      fc.record({
        minutes: fc.nat(420),
        point: fc.constantFrom('gate', 'pump', 'garage'),
        code: fc.constantFrom(gateCode, pumpCode, 'ARAGE1', '7KQ 2XM', 'nothing'),
        lit: fc.option(fc.nat(60), { nil: undefined }),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(acts, (list) => {
        let patrol = nightOf();
        const begin = at('21:00');
        for (const { minutes, ...input } of list.toSorted((a, b) => a.minutes - b.minutes)) {
          const now = begin + minutes * MINUTE;
          for (const { id } of passedBy(patrol, now)) patrol = withPoint(patrol, id, { missedAt: now });
          const result = scanPoint(patrol, input, 'zhang', now);
          if (!('point' in result)) continue;
          const { id, from, missedAt, scanned: scan } = result.point;
          expect(scan?.at).toBeGreaterThanOrEqual(from);
          expect(scan?.late).toBe(missedAt !== null);
          patrol = withPoint(patrol, id, result.point);
        }
        for (const { id } of passedBy(patrol, patrol.ends)) patrol = withPoint(patrol, id, { missedAt: patrol.ends });
        expect(patrol.points.every(({ scanned: scan, missedAt }) => scan !== null || missedAt !== null)).toBe(true);
        expect(isWalked(patrol, patrol.ends)).toBe(true);
        expect(nextWindowEnd(patrol)).toBe(patrol.ends);
      }),
    );
  });
});

describe('codes of labels', () => {
  test('are made of random bytes and begin as no other id does', () => {
    const code = newPointCode(new Uint8Array(25).fill(255));
    expect(isPointCode(code)).toBe(true);
    expect(isPointCode(pumpCode)).toBe(false);
    expect(newPointCode(new Uint8Array(25))).not.toBe(code);
  });
  test('the short one is read with spaces, in any case, and with letters taken for digits', () => {
    expect(shortCode('p0000000000000000001010ab')).toBe('101 0AB');
    for (const typed of ['101 0AB', '1010ab', ' 1o1-Oab ', 'ioi0ab', 'Ｉ０１０ａｂ'])
      expect(provedBy('p0000000000000000001010ab', typed)).toBe('code');
    expect(provedBy('p0000000000000000001010ab', '1010a')).toBeNull();
  });
});

test('a window may be asked about hours later', () => {
  expect(passedBy(nightOf(), at('22:30') + 72 * HOUR)).toHaveLength(3);
});

test('a copy may be changed without touching what it was made of', () => {
  const patrol = nightOf();
  const copy = copyPatrol(patrol);
  expect(copy).toEqual(patrol);
  for (const point of copy.points) point.missedAt = at('22:30');
  copy.over = true;
  expect(patrol).toEqual(nightOf());
});

describe('the order of a night', () => {
  const register = new Map([['pump-1', { code: pumpCode, condition: 'good' as const }]]);
  const plan = planOf({ assets: [], per: 'round', rule: { time: '21:00' }, route: routeOf({ building: 'b1' }) });

  test('is that of its route, in time until its last window', () => {
    expect(patrolOrder(plan, tonight.date, tonight.zone, register)).toEqual({
      ...{ kind: 'night-patrol', building: 'b1', patrol: nightOf(), per: 'round', checklist: null, responsible: null },
      ...{ workflow: 'night-patrol', until: at('02:45') },
    });
  });
  test('is none where the plan is no walk, or no label is left', () => {
    expect(patrolOrder(planOf(), tonight.date, tonight.zone, register)).toBeNull();
    const { route, ...old } = plan;
    expect(patrolOrder(old as typeof plan, tonight.date, tonight.zone, register)).toBeNull();
    const pumps = { ...plan, route: routeOf({ points: [pump()] }) };
    const retired = new Map([['pump-1', { code: pumpCode, condition: 'retired' as const }]]);
    expect(patrolOrder(pumps, tonight.date, tonight.zone, retired)).toBeNull();
    expect(route?.points).toHaveLength(3);
  });
});
