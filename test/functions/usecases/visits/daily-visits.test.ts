import { beforeEach, describe, expect, it } from 'vitest';
import { localDate, localTime } from '#domain/time';
import type { VisitRule, Visits } from '#domain/visit-rules';
import { at } from '#test/support/estate';
import { createVisitTown, type VisitTown } from '#test/support/visit-town';

const ZONE = 'Asia/Shanghai';
let town: VisitTown;
beforeEach(async () => {
  town = await createVisitTown();
});

/** Every home of building 1 once a week, on a day of its own, visited the same day from ten on. */
const weekly = (change: Partial<Visits> = {}) =>
  town.settings((now) => {
    const [first] = now.rules;
    if (!first) throw new Error('The demo estate has rules.');
    const rule: VisitRule = {
      ...first,
      ...{ id: 'weekly', after: { kind: 'periodic', everyDays: 7, buildings: ['b1'], age: null } },
      ...{ share: { all: [], rest: 100 }, delay: { kind: 'elapsed', minutes: 600 }, channel: 'phone' },
    };
    return { ...now, rules: [rule], coolDownDays: 0, quota: 2, quiet: null, ...change };
  });
/** Homes of building 1 handed over so many days ago: all on one day. */
const allAtOnce = (change: Partial<Visits> = {}) =>
  weekly(change).then(() =>
    town.settings((now) => {
      const days = Math.round((Date.parse('2026-11-24') - Date.parse(handedOver)) / 86_400_000);
      return { ...now, rules: now.rules.map((rule) => ({ ...rule, after: { kind: 'handover' as const, days } })) };
    }),
  );
let handedOver = '';
beforeEach(async () => {
  const { directory } = await town.loadFacts(town.company, 'east-lake');
  handedOver =
    directory.organisation.buildings.find(({ site, id }) => site === 'east-lake' && id === 'b1')?.handedOver ?? '';
});

const pass = (date: string, time = '00:05') => {
  town.ports.setNow(at(date, time));
  return town.visits.daily(town.company);
};
const dates = (home?: string) =>
  town
    .visitsOf(({ visit }) => home === undefined || visit?.household === home)
    .map(({ visit }) => localDate(visit?.due ?? 0, ZONE))
    .toSorted();
const perDay = (all: readonly string[]) =>
  Object.fromEntries([...new Set(all)].map((date) => [date, all.filter((one) => one === date).length]));

describe('the daily pass', () => {
  it('opens a home’s visit once a period, however often it is gone through', async () => {
    await weekly({ quota: 12 });
    await pass('2026-11-23');
    const first = town.visitsOf().length;
    for (const time of ['00:10', '09:00', '23:55']) expect(await pass('2026-11-23', time)).toBe(0);
    expect(town.visitsOf()).toHaveLength(first);
    for (let day = 24; day <= 29; day += 1) await pass(`2026-11-${day}`);
    const homes = town.visitsOf().map(({ visit }) => visit?.household);
    expect(new Set(homes).size).toBe(12);
    expect(homes).toHaveLength(12);
  });

  it('asks in working time of the site, by the building’s steward', async () => {
    await weekly({ quota: 12 });
    for (let day = 23; day <= 29; day += 1) await pass(`2026-11-${day}`);
    for (const { visit } of town.visitsOf()) {
      expect(visit?.visitor).toBe('steward-b1');
      expect(localTime(visit?.due ?? 0, ZONE) >= '09:00').toBe(true);
      expect(['2026-11-28', '2026-11-29']).not.toContain(localDate(visit?.due ?? 0, ZONE));
    }
  });

  it('carries what is over the quota to the next working days, and whoever was carried comes before whoever is due then', async () => {
    await allAtOnce();
    await pass('2026-11-23');
    expect(town.visitsOf()).toEqual([]);
    await pass('2026-11-24');
    const carried = dates();
    expect(perDay(carried)).toEqual({
      '2026-11-24': 2,
      '2026-11-25': 2,
      '2026-11-26': 2,
      '2026-11-27': 2,
      '2026-11-30': 2,
      '2026-12-01': 2,
    });
    // One more comes up the day after: every day until the last is taken.
    await town.settings((now) => ({
      ...now,
      rules: now.rules.map((rule) => ({
        ...rule,
        after: { kind: 'periodic', everyDays: 7, buildings: ['b1'], age: null },
      })),
    }));
    for (let day = 25; day <= 26; day += 1) await pass(`2026-11-${day}`);
    const later = dates().filter((date) => date > '2026-12-01');
    expect(later.length).toBeGreaterThan(0);
    expect(dates().slice(0, carried.length)).toEqual(carried);
    expect(Math.max(...Object.values(perDay(dates())))).toBe(2);
  });

  it('goes on where it was cut short: nobody is left out, nobody asked twice, no place lost', async () => {
    await allAtOnce();
    const { items } = town.ports;
    const { commit } = items;
    let until = 3;
    items.commit = async (sent) => {
      if (until === 0) throw new Error('the power fails');
      until -= 1;
      return commit(sent);
    };
    await expect(pass('2026-11-24')).rejects.toThrow('the power fails');
    expect(town.visitsOf()).toHaveLength(3);
    items.commit = commit;
    await pass('2026-11-24', '00:30');
    expect(town.visitsOf()).toHaveLength(12);
    expect(Object.values(perDay(dates()))).toEqual([2, 2, 2, 2, 2, 2]);
    const numbers = town.visitsOf().map(({ number }) => number);
    expect(new Set(numbers).size).toBe(12);
  });

  it('makes up for days it slept through, a week at most', async () => {
    await weekly({ quota: 12 });
    await pass('2026-11-23');
    const before = town.visitsOf().length;
    await pass('2026-11-30');
    expect(new Set(town.visitsOf().map(({ visit }) => visit?.household)).size).toBe(12);
    expect(town.visitsOf().length).toBe(12 + before);
    const missed = town.visitsOf().length;
    await pass('2027-01-25');
    expect(town.visitsOf().length - missed).toBeLessThanOrEqual(24);
  });

  it('leaves in peace whom a visit after something else has reached within the cool-down', async () => {
    await allAtOnce({ coolDownDays: 14, quota: 12 });
    const booking = {
      key: 'other',
      household: 'east-lake-b1-1201',
      visitor: 'steward-b1',
      date: '2026-11-20',
    } as const;
    const sent = { ...booking, due: at('2026-11-20', '10:00'), channel: 'phone', of: 'c1' } as const;
    await town.ports.visitBook.book(town.company, sent, { version: 0, onDay: 0 });
    await pass('2026-11-24');
    expect(town.visitsOf()).toHaveLength(11);
    expect(dates('east-lake-b1-1201')).toEqual([]);
  });
});
