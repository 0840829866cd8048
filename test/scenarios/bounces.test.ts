import { expect, it } from 'vitest';
import { MINUTE } from '#domain/time';
import { at } from '#test/support/estate';
import { startTestSystem } from '#test/support/system';

/** A bounce that comes back later, as SES reports it. */
async function filed(household = 'east-lake-b1-1201', unit = '1201') {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  const { id } = await town.file({ household, unit });
  const sent = (await town.timeline()).flatMap((entry) => (entry.type === 'sent' ? [entry] : []));
  const bounce = async (to: string, permanent: boolean) => {
    const effect = sent.find((entry) => entry.to === to)?.effect ?? '';
    const email = to === 'resident' ? `b1-${unit}@resident.example` : `${to}@steward.example`;
    await town.system.recordBounce({ company: town.company, item: id, effect, email, permanent, why: '550 unknown' });
    await town.system.settle();
  };
  town.mails();
  await town.advance(7 * MINUTE);
  return { ...town, bounce };
}

it('a mail to the handler bounces later: the next level at once, also when it is reported twice', async () => {
  const town = await filed();
  await town.bounce('repairer-a', true);
  await town.bounce('repairer-a', true);
  expect(town.mails()).toEqual(['11-23 10:07 engineering-head 已升级到您：第 2 级（共 4 级） | 周一 15:37 前响应']);
  expect(await town.story('bounced', 'skipped', 'raised')).toEqual([
    '11-23 10:07 skipped 0 unreachable',
    '11-23 10:07 raised 0→1 undeliverable',
    '11-23 10:07 bounced repairer-a',
  ]);
  await town.expectSound();
});

it('a mail to the resident bounces later: the desk calls', async () => {
  const town = await filed();
  await town.bounce('resident', true);
  expect(town.mails()).toEqual(['11-23 10:07 customer-centre-clerk-a 请致电业主 | 周一 15:37 前致电']);
  await town.expectSound();
});

it('a transient bounce is noted and changes nothing', async () => {
  const town = await filed();
  await town.bounce('repairer-a', false);
  expect(town.mails()).toEqual([]);
  expect(await town.story('bounced', 'skipped')).toEqual(['11-23 10:07 bounced repairer-a']);
  await town.expectSound();
});

it('a bounce of somebody who acted meanwhile raises nothing', async () => {
  const town = await filed();
  await town.actAs('repairer-a', 'acknowledge');
  town.mails();
  await town.bounce('repairer-a', true);
  expect(town.mails()).toEqual([]);
  expect(await town.story('raised')).toEqual([]);
  await town.expectSound();
});
