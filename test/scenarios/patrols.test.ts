import { expect, it } from 'vitest';
import { shortCode } from '#domain/patrol/code';
import type { PatrolState } from '#domain/patrol/patrol';
import { garageCode, gateCode, pumpCode, routeOf } from '#test/functions/domain/patrol/patrol-fixture';
import { planOf } from '#test/functions/domain/plan/plan-fixture';
import { at } from '#test/support/estate';
import { startPlannedTown } from '#test/support/planned-town';
import { changing } from '#test/support/system';

const site = 'east-lake';
const walkFrom = (start: string) =>
  planOf({
    ...{ id: 'walk', assets: [], per: 'round', rule: { frequency: { unit: 'day', every: 1 }, time: '21:00', start } },
    route: routeOf({
      people: [
        { kind: 'onDuty', roster: 'duty-manager' },
        { kind: 'handler', department: 'security' },
      ],
      alarm: [{ kind: 'onDuty', roster: 'duty-manager' }],
    }),
  });

const standing = ({ points }: PatrolState): string[] =>
  points.map(({ id, scanned, missedAt, lamps }) =>
    [
      id,
      scanned ? `${scanned.by} by ${scanned.how}${scanned.late ? ' late' : ''}` : 'open',
      missedAt === null ? '' : 'missed',
      lamps ? `${lamps.lit}/${lamps.total}` : '',
    ]
      .filter(Boolean)
      .join(' '),
  );

/** Walks of one route, from the day it is published. */
async function town(date: string, change?: Parameters<typeof startPlannedTown>[0]['change']) {
  const all = await startPlannedTown({ start: at(date, '19:00'), ...(change ? { change } : {}) });
  await all.equip({ id: 'pump-1', code: pumpCode });
  await all.plan(site, [walkFrom(date)]);
  const order = async () => {
    const [found] = await all.orders(site);
    if (!found) throw new Error('no walk');
    return found;
  };
  return {
    ...all,
    order,
    async points(): Promise<string[]> {
      const { patrol } = (await order()).order ?? {};
      return patrol ? standing(patrol) : [];
    },
  };
}

it('two walk over midnight; who misses a point is told at once, and only those who must know', async () => {
  const { mails, mailTo, ...night } = await town('2026-11-25');
  await night.advanceTo('2026-11-25', '21:00');
  expect(mails()).toEqual([
    '11-25 21:00 duty-manager-a 今晚的巡查由您参加',
    '11-25 21:00 security-officer 今晚的巡查由您参加',
  ]);
  const { id } = await night.order();
  night.filed.push(id);
  const [officer, manager] = [mailTo('security-officer'), mailTo('duty-manager-a')];
  await night.advanceTo('2026-11-25', '22:10');
  // A label elsewhere does not prove this point.
  expect((await night.act(officer, 'scan', { code: shortCode(pumpCode) })).words).toContain('巡查码与该点的标签不符');
  await night.act(officer, 'scan', { code: shortCode(gateCode).toLowerCase() });
  expect((await night.tap(manager)).words).toContain('已巡 1 / 3 个点');
  await night.advanceTo('2026-11-26', '00:19');
  expect(mails()).toEqual([]);

  await night.advanceTo('2026-11-26', '00:40');
  expect(mails()).toEqual([
    '11-26 00:20 duty-manager-a 无人到场：Pump room（00:20 前）',
    '11-26 00:20 security-head 无人到场：Pump room（00:20 前）',
  ]);
  // Better late than never; it stays missed, and nobody is told twice.
  await night.actAs('duty-manager-a', 'scan', { point: 'pump', code: pumpCode }, id);
  await night.advanceTo('2026-11-26', '02:10');
  const tooMany = { point: 'garage', code: garageCode, lit: 49 };
  await expect(night.actAs('security-officer', 'scan', tooMany, id)).rejects.toThrow();
  await night.actAs('security-officer', 'scan', { ...tooMany, lit: 45 }, id);
  expect(await night.points()).toEqual([
    'gate security-officer by code',
    'pump duty-manager-a by label late missed',
    'garage security-officer by label 45/48',
  ]);
  expect(await night.item(id)).toMatchObject({ status: 'closed' });
  expect(mails()).toEqual([
    '11-26 02:10 duty-manager-a 巡查结束，漏了 1 个点',
    '11-26 02:10 security-head 巡查结束，漏了 1 个点',
  ]);
  await night.expectSound();
  // The next night has its own points, its own alarms, and who is on duty then.
  await night.advanceTo('2026-11-26', '22:30');
  expect(mails()).toEqual([
    '11-26 21:00 duty-manager-b 今晚的巡查由您参加',
    '11-26 21:00 security-officer 今晚的巡查由您参加',
    '11-26 22:30 duty-manager-b 无人到场：East gate（22:30 前）',
    '11-26 22:30 security-head 无人到场：East gate（22:30 前）',
  ]);
});

it('windows are what the clock on the wall says in the night that has an hour more', async () => {
  const zone = 'Europe/London';
  const sites = changing('organisation', (body) => ({ ...body, sites: body.sites.map((one) => ({ ...one, zone })) }));
  const hours = changing('calendar', (body) => ({ ...body, zone }));
  const night = await town('2026-10-24', (documents) => hours(sites(documents)));
  await night.advanceTo('2026-10-25', '12:00');
  // Told in Chinese time: 22:30 and 00:20 are seven hours behind it, 02:45 is eight.
  expect(night.mails().filter((line) => line.includes('security-head'))).toEqual([
    '10-25 05:30 security-head 无人到场：East gate（22:30 前）',
    '10-25 07:20 security-head 无人到场：Pump room（00:20 前）',
    '10-25 10:45 security-head 无人到场：Garage（02:45 前）',
    '10-25 10:45 security-head 巡查结束，漏了 3 个点',
  ]);
  expect(await night.points()).toEqual(['gate open missed', 'pump open missed', 'garage open missed']);
});
