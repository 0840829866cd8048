import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { patrolAt } from '#domain/patrol/patrol';
import { defaultTemplates } from '#domain/templates/built-in';
import { instantAt, MINUTE } from '#domain/time';
import { check } from '#domain/workflow/check';
import { copyItem } from '#domain/workflow/copy-item';
import { wakeAt } from '#domain/workflow/due';
import { offeredActions } from '#domain/workflow/offered';
import { directory, facts } from '#test/support/estate';
import { Life } from '#test/support/life';
import { someOrder } from '#test/support/orders';
import { defaultNightPatrol } from '#workflows/default-night-patrol';
import { garage, garageCode, gateCode, pointOf, pump, pumpCode, routeOf } from '../domain/patrol/patrol-fixture.ts';

const night = { date: '2026-11-25', begins: '21:00', zone: 'Asia/Shanghai' };
const at = (time: string) => instantAt(time < '21:00' ? '2026-11-26' : night.date, time, night.zone);
const route = routeOf({
  people: [
    { kind: 'onDuty', roster: 'duty-manager' },
    { kind: 'handler', department: 'security' },
  ],
  alarm: [{ kind: 'onDuty', roster: 'duty-manager' }],
  points: [pointOf(), pump(), garage()],
});

/** A walk opened at nine in the evening. */
function walk(changes: Partial<typeof route> = {}): Life {
  const patrol = patrolAt({ ...route, ...changes }, night, new Map([['pump-1', { code: pumpCode, retired: false }]]));
  const plan = {
    id: 'night-patrol',
    occurrence: night.date,
    name: { 'zh-CN': '夜间巡查', en: 'Night patrol' },
    date: night.date,
    until: at('02:45'),
  };
  const order = someOrder({ plan, assets: [], kind: 'night-patrol', per: 'round', patrol });
  const item = {
    kind: 'workOrder' as const,
    department: 'security',
    category: 'night-patrol',
    order,
    building: null,
    unit: null,
  };
  const { intake } = new Life(at('21:00')).item;
  return new Life(at('21:00'), {
    definition: defaultNightPatrol,
    item: { ...item, intake: { ...intake, takenBy: null, reporter: { ...intake.reporter, email: null } } },
  });
}
const duty = 'duty-manager-a';
const officer = 'security-officer';
const story = (life: Life) => life.timeline.map(({ type }) => type);

test('is sound as it ships', () => {
  const templates = defaultTemplates.staff.map(({ id }) => id);
  expect(check(defaultNightPatrol, { ...facts, directory, templates })).toEqual([]);
});

describe('a night', () => {
  test('everybody is asked at once, the first leads, and nothing is due but the first window', () => {
    const life = walk();
    expect(life.mails()).toEqual([`asked ${duty} 0 -`, `asked ${officer} 0 -`]);
    expect(life.item).toMatchObject({ owner: duty, status: 'inProgress', clocks: {} });
    expect(wakeAt(life.item)).toBe(at('22:30'));
    expect(offeredActions(life.item, defaultNightPatrol)).toEqual(['scan', 'escalate', 'withdraw', 'note']);
  });

  test('two people walk it; the last point ends it, and the owner hears so', () => {
    const life = walk();
    expect(life.act(officer, 'scan', { point: 'gate', code: gateCode }, at('22:05'))).toEqual([]);
    expect(life.last.entries).toMatchObject([{ type: 'scanned', by: officer, how: 'label', late: false }]);
    expect(JSON.stringify(life.timeline)).not.toContain(gateCode);
    expect(wakeAt(life.item)).toBe(at('00:20'));
    life.act(duty, 'scan', { point: 'pump', code: pumpCode }, at('23:50'));
    expect(life.act(officer, 'scan', { point: 'garage', code: garageCode, lit: 46 }, at('02:10'))).toEqual([
      `ended ${duty} 0 -`,
    ]);
    expect(life.item).toMatchObject({ status: 'closed', endedAt: at('02:10'), order: { patrol: { over: true } } });
    expect(story(life).slice(-3)).toEqual(['walked', 'status', 'ended']);
  });

  test('a missed point is told at once to whom the route names and to the next level, once', () => {
    const life = walk();
    expect(life.wait(at('22:29'))).toEqual([]);
    expect(life.wait(at('23:59'))).toEqual([
      `11-25 22:30 pointMissed ${duty} 0 -`,
      '11-25 22:30 pointMissed security-head 0 -',
    ]);
    expect(life.item.level).toBe(0);
    // Somebody comes after all: late, and no second alarm.
    expect(life.act(officer, 'scan', { point: 'gate', code: gateCode }, at('23:59'))).toEqual([]);
    expect(life.last.entries).toMatchObject([{ type: 'scanned', late: true }]);
    expect(life.item.order?.patrol?.points[0]).toMatchObject({ missedAt: at('22:30'), scanned: { late: true } });
  });

  test('ends with its last window, whatever was missed; everybody who was told hears so', () => {
    const life = walk({ points: [pointOf(), garage({ required: false })] });
    const lines = life.wait(at('09:00'));
    expect(lines).toEqual([
      `11-25 22:30 pointMissed ${duty} 0 -`,
      '11-25 22:30 pointMissed security-head 0 -',
      `11-26 02:45 ended ${duty} 0 -`,
      '11-26 02:45 ended security-head 0 -',
    ]);
    expect(life.item).toMatchObject({ status: 'closed', endedAt: at('02:45') });
    expect(life.timeline.find(({ type }) => type === 'walked')).toMatchObject({ figures: { missed: 1, walked: 0 } });
    expect(wakeAt(life.item)).toBeNull();
  });

  test('after an outage of the whole night there is one alarm for all points', () => {
    const life = walk();
    const mails = life.happen({ type: 'timer' }, at('08:00'));
    expect(mails).toEqual([
      `pointMissed ${duty} 0 -`,
      'pointMissed security-head 0 -',
      `ended ${duty} 0 -`,
      'ended security-head 0 -',
    ]);
    expect(life.timeline.filter(({ type }) => type === 'pointsMissed')).toMatchObject([{ points: [{}, {}, {}] }]);
  });

  test('what cannot be recorded changes nothing and says why', () => {
    const life = walk();
    const why = (input: { point: string; code: string; lit?: number }, time: string) => {
      const before = life.item;
      life.act(officer, 'scan', input, at(time));
      expect(life.item.order).toEqual(before.order);
      return life.last.entries.map((entry) => entry.type === 'refused' && entry.why);
    };
    expect(why({ point: 'gate', code: gateCode }, '21:30')).toEqual(['tooEarly']);
    expect(why({ point: 'gate', code: pumpCode }, '22:05')).toEqual(['wrongCode']);
    expect(why({ point: 'garage', code: garageCode }, '02:10')).toEqual(['lampsWanted']);
  });

  test('telling the superior raises it and the walk goes on; the next alarm goes one level higher', () => {
    const life = walk();
    expect(life.act(officer, 'escalate', { reason: '围墙缺口' }, at('22:10'))).toEqual(['raised security-head 1 -']);
    expect(life.wait(at('22:30'))).toEqual([
      `11-25 22:30 pointMissed ${duty} 0 -`,
      '11-25 22:30 pointMissed site-director 0 -',
    ]);
    expect(wakeAt(life.item)).toBe(at('00:20'));
  });

  test('called off, it waits for nothing any more', () => {
    const life = walk();
    life.act('site-director', 'withdraw', { reason: '台风' }, at('21:30'));
    expect(life.item.status).toBe('withdrawn');
    expect(wakeAt(life.item)).toBeNull();
  });

  test('with nobody to walk, the head of the department is asked at once', () => {
    const life = walk({ people: [{ kind: 'person', person: 'nobody' }] });
    expect(life.mails()).toEqual(['asked security-head 1 -'].map((line) => line.replace('asked', 'raised')));
    expect(life.item.owner).toBe('security-head');
  });

  test('a copy of the item shares nothing that a run changes', () => {
    const { item } = walk();
    const copy = copyItem(item);
    const [point] = copy.order?.patrol?.points ?? [];
    if (point) point.missedAt = 1;
    expect(item.order?.patrol?.points[0]?.missedAt).toBeNull();
  });
});

test('whoever is where and whenever the clock looks, each point alarms once at most and the night ends with its last window', () => {
  const doings = fc.array(
    fc.record({
      minutes: fc.nat(460),
      by: fc.constantFrom(duty, officer, 'security-head', 'stranger'),
      point: fc.constantFrom('gate', 'pump', 'garage', 'roof'),
      code: fc.constantFrom(gateCode, pumpCode, garageCode, '7KQ 2XM', 'wrong'),
      lit: fc.nat(50),
      late: fc.boolean(),
    }),
    { maxLength: 25 },
  );
  fc.assert(
    fc.property(doings, (list) => {
      const life = walk();
      const told: string[] = [];
      for (const { minutes, by, late, ...input } of list.toSorted((a, b) => a.minutes - b.minutes)) {
        const now = at('21:00') + minutes * MINUTE;
        // The timer comes in time, or only after somebody has acted.
        if (!late) life.wait(now);
        life.act(by, 'scan', input, now);
      }
      life.wait(at('09:00'));
      for (const entry of life.timeline)
        if (entry.type === 'pointsMissed') told.push(...entry.points.map(({ name }) => name.en));
      expect(new Set(told).size).toBe(told.length);
      const { order, endedAt } = life.item;
      const missed = order?.patrol?.points.filter(({ missedAt }) => missedAt !== null) ?? [];
      for (const point of missed) expect(told.includes(point.name.en) || point.scanned?.late, point.id).toBe(true);
      expect(endedAt).not.toBeNull();
      for (const point of order?.patrol?.points ?? [])
        if (point.scanned) expect(point.scanned.late).toBe(point.scanned.at >= point.to);
        else expect(point.missedAt).not.toBeNull();
      expect(life.happen({ type: 'timer' }, at('20:00'))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
