import { expect, it } from 'vitest';
import { StoreBusy } from '#domain/errors';
import { personById } from '#domain/recipients';
import { HOUR } from '#domain/time';
import type { Caller } from '#http/caller';
import type { Ports } from '#ports';
import { at } from '#test/support/estate';
import { startTestSystem, type TestSystem } from '#test/support/system';

/** Three of building 1, one of whom reads English and one of whom has no address. */
const residents = [
  { unit: '201', reporter: { name: '李女士' } },
  { unit: '202', reporter: { name: 'Ms Smith', language: 'en' } },
  { unit: '401', reporter: { name: '王先生' } },
];

async function callerOf(town: TestSystem, id: string): Promise<Caller> {
  const { directory } = await town.system.loadDirectory(town.company);
  const person = personById(directory, id);
  if (!person) throw new Error(`There is nobody called ${id}.`);
  return { company: town.company, person, language: person.language };
}

/** Filed, linked and in work: what was mailed so far is seen. */
async function darkFloors(wrap: (ports: Ports) => Ports = (ports) => ports) {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00'), wrap });
  const desk = await callerOf(town, 'customer-centre-clerk-a');
  const complaints: string[] = [];
  for (const { unit, reporter } of residents) {
    const filed = await town.file({ unit, household: `east-lake-b1-${unit}`, reporter });
    complaints.push(filed.id);
    await town.actAs('repairer-a', 'acknowledge', {}, filed.id);
  }
  town.mails();
  const { id } = await town.system.desk.linkComplaints(desk, { title: '1 栋照明回路跳闸', complaints });
  await town.system.settle();
  expect(town.mails()).toEqual([]);
  return { town, desk, id, complaints };
}

const soon = {
  'zh-CN': '{姓名}您好，{房号}门口的灯因线路跳闸不亮，电工今天内修复。',
  en: 'Dear {name}, the lights outside {unit} are out because a circuit tripped; we are mending it today.',
};
const mended = { 'zh-CN': '{姓名}您好，线路已修好。', en: 'Dear {name}, the lights work again.' };

it('answered and resolved together, each in their own words, and nothing else is sent', async () => {
  const { town, desk, id, complaints } = await darkFloors();
  const { actTogether } = town.system.desk;
  const nextReplyAt = town.now() + 6 * HOUR;
  const replied = await actTogether(desk, id, { action: 'reply', complaints, texts: soon, nextReplyAt }, 'reply-1');
  await town.system.settle();
  expect(replied.results.map(({ refusal }) => refusal)).toEqual([null, null, null]);
  expect(town.mails().toSorted()).toEqual(
    [
      '11-23 10:00 b1-201 我们的答复',
      '11-23 10:00 b1-202 Our reply',
      '11-23 10:00 customer-centre-clerk-a 请致电业主 | 周一 15:30 前致电',
    ].toSorted(),
  );
  expect(town.mailTo('b1-201').text).toContain('李女士您好，1 栋 201门口的灯因线路跳闸不亮');
  expect(town.mailTo('b1-202').text).toContain('Dear Ms Smith, the lights outside Building 1, 202 are out');
  const called = (await town.item(complaints[2])).calls.at(-1);
  expect(called?.told).toBe('王先生您好，1 栋 401门口的灯因线路跳闸不亮，电工今天内修复。');

  // The answer was lost and the same form is sent again: nothing happens twice.
  const again = await actTogether(desk, id, { action: 'reply', complaints, texts: soon, nextReplyAt }, 'reply-1');
  await town.system.settle();
  expect(again.results.map(({ refusal }) => refusal)).toEqual([null, null, null]);
  expect(town.mails()).toEqual([]);

  await town.advance(HOUR);
  const input = { action: 'resolve', complaints, texts: mended, done: '更换断路器' } as const;
  const resolved = await actTogether(desk, id, input, 'resolve-1');
  await town.system.settle();
  expect(resolved.results.map(({ refusal }) => refusal)).toEqual([null, null, null]);
  expect(resolved.incident.closedAt).toBe(town.now());
  const verdict = '11-23 11:00 customer-centre-clerk-a 已由您负责，接下来 | 周四 18:00 前记录处理评价';
  expect(town.mails().toSorted()).toEqual(
    [
      '11-23 11:00 b1-201 已处理完成，您是否满意？',
      '11-23 11:00 b1-202 We believe it is solved. Do you agree?',
      verdict,
      verdict,
      verdict,
      '11-23 11:00 customer-centre-clerk-a 请致电业主 | 周一 16:30 前致电',
    ].toSorted(),
  );
  for (const complaint of complaints) {
    for (const { id: call } of (await town.item(complaint)).calls)
      await town.actAs('customer-centre-clerk-a', 'called', { call, reached: true }, complaint);
    await town.actAs('customer-centre-clerk-a', 'verdict', { verdict: 'solved' }, complaint);
    expect((await town.timeline(complaint)).filter(({ type }) => type === 'linked')).toHaveLength(1);
    expect(await town.item(complaint)).toMatchObject({ status: 'closed', promises: { kept: 1, broken: 0 } });
  }
  expect(town.mails()).toEqual(complaints.map(() => '11-23 11:00 repairer-a 流程结束：已结案'));
  await town.finish();
});

it('what one refuses or loses holds up no other, and the same form finishes it', async () => {
  let broken = '';
  const { town, desk, id, complaints } = await darkFloors((ports) => ({
    ...ports,
    items: {
      ...ports.items,
      commit: async (commit) => {
        if (commit.after.id === broken) throw new StoreBusy('commit');
        return ports.items.commit(commit);
      },
    },
  }));
  const [first = '', second = '', third = ''] = complaints;
  await town.actAs('customer-centre-clerk-a', 'withdraw', { reason: '业主撤回' }, third);
  town.mails();
  const input = { action: 'resolve', complaints, texts: mended, done: '更换断路器' } as const;
  broken = second;
  const partly = await town.system.desk.actTogether(desk, id, input, 'resolve-1');
  await town.system.settle();
  expect(partly.results.map(({ refusal }) => (refusal instanceof Error ? refusal.name : null))).toEqual([
    null,
    'StoreBusy',
    'ActionRefused',
  ]);
  expect(partly.incident.closedAt).toBeNull();
  expect(town.mails()).toEqual([
    '11-23 10:00 b1-201 已处理完成，您是否满意？',
    '11-23 10:00 customer-centre-clerk-a 已由您负责，接下来 | 周四 18:00 前记录处理评价',
  ]);

  broken = '';
  const whole = await town.system.desk.actTogether(desk, id, input, 'resolve-1');
  await town.system.settle();
  expect(whole.results.map(({ refusal }) => (refusal instanceof Error ? refusal.name : null))).toEqual([
    null,
    null,
    'ActionRefused',
  ]);
  expect(whole.incident.closedAt).toBe(town.now());
  expect(town.mails()).toEqual([
    '11-23 10:00 b1-202 We believe it is solved. Do you agree?',
    '11-23 10:00 customer-centre-clerk-a 已由您负责，接下来 | 周四 18:00 前记录处理评价',
  ]);

  // One resident is not satisfied: that one alone climbs, and is taken out to go on by itself.
  await town.actAs('customer-centre-clerk-a', 'verdict', { verdict: 'notSolved' }, first);
  expect(await town.item(first)).toMatchObject({ level: 1, reopened: 1 });
  expect(await town.item(second)).toMatchObject({ level: 0, status: 'resolved' });
  const left = await town.system.desk.unlinkComplaint(desk, id, first);
  expect(left.members).toBe(2);
  expect((await town.timeline(first)).at(-1)).toMatchObject({ type: 'unlinked', number: 'EL-261123-I01' });
});
