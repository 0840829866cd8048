import { expect, it } from 'vitest';
import { HOUR, MINUTE } from '#domain/time';
import { at } from '#test/support/estate';
import { actOn, actsOf, aReport, report } from '#test/support/residents';
import { startTestSystem } from '#test/support/system';
import { rates } from '#usecases/limit-requests';

const morning = () => startTestSystem({ start: at('2026-11-23', '10:00') });

it('a report of the web is verified, handled, answered and judged by its sender', async () => {
  const town = await morning();
  const receipt = await report(town);
  expect(receipt.words).toContain('谢谢，我们已收到');
  expect(receipt.words).toContain('EL-261123-001');
  expect(receipt.words).toContain('负责处理 客户服务中心');
  expect(receipt.words).toContain('我们最迟答复时间 周二 18:00');
  expect(town.mails()).toEqual([
    '11-23 10:00 resident-a 您的投诉已受理',
    '11-23 10:00 customer-centre-clerk-a 请核实这项投诉 | 周一 15:30 前核实',
  ]);
  expect(town.mailTo('resident-a').link).toContain('/r/');
  expect(await town.item()).toMatchObject({ intake: { channel: 'web', takenBy: null }, status: 'verifying' });

  await town.act(town.mailTo('customer-centre-clerk-a'), 'accept');
  await town.act(town.mailTo('repairer-a'), 'acknowledge');
  await town.actAs('repairer-a', 'note', { text: '内部：灯管缺货，找供应商' });
  await town.actAs('repairer-a', 'reply', { told: '灯管明天到货。' });
  const page = await town.visit(receipt.path);
  expect(page.words).toContain('正在处理');
  expect(page.words).toContain('负责处理 工程部');
  expect(page.words).toContain('灯管明天到货。');
  expect(page.words).not.toMatch(/维修工甲|内部|repairer|@/);
  expect(actsOf(page.html)).toEqual(['information', 'nudge']);
  town.mails();

  await town.actAs('repairer-a', 'resolve', { done: '内部：换灯', told: '楼道灯已修好。' });
  town.mails();
  const done = await town.visit(town.mailTo('resident-a').link ?? '');
  expect(done.words).toContain('已处理完成，是否解决？');
  expect(actsOf(done.html)).toEqual(['verdict', 'information']);
  const judged = await actOn(town, receipt.path, 'verdict', { verdict: 'solved', score: '5', opinion: '很快' });
  expect(judged.words).toContain('谢谢您的评价。');
  expect(judged.words).toContain('您的评价：已解决，满意度 5 / 5');
  expect(judged.words).toContain('再次报事');
  expect(actsOf(judged.html)).toEqual([]);
  expect(town.mails()).toEqual(['11-23 10:00 repairer-a 流程结束：已结案']);
  expect(await town.item()).toMatchObject({
    status: 'closed',
    verdict: { verdict: 'solved', score: 5, opinion: '很快' },
  });
  expect((await actOn(town, receipt.path, 'verdict', { verdict: 'notSolved' })).status).toBe(409);
  await town.finish({ quietDays: 30 });
  expect((await town.visit(receipt.path)).status).toBe(200);
  await town.advance(HOUR);
  const gone = await town.visit(receipt.path);
  expect(gone.status).toBe(410);
  expect(gone.words).not.toContain('楼道灯');
});

it('not solved goes one level up; partly asks what is left and stays on its level', async () => {
  const town = await morning();
  const { path } = await report(town);
  await town.act(town.mailTo('customer-centre-clerk-a'), 'accept');
  await town.act(town.mailTo('repairer-a'), 'resolve', { done: '换灯', told: '已修好' });
  town.mails();
  const asked = await actOn(town, path, 'verdict', { verdict: 'partly', score: '3' });
  expect(asked.status).toBe(422);
  expect(asked.words).toContain('请写明还有什么没有解决。');
  expect(asked.html).toContain('value="partly" checked');
  expect(asked.html).toContain('value="3" checked');
  expect(town.mails()).toEqual([]);
  const partly = await actOn(town, path, 'verdict', { verdict: 'partly', opinion: '11 楼的灯还不亮' });
  expect(partly.words).toContain('正在处理');
  expect(town.mails()).toEqual([
    '11-23 10:00 resident-a 我们将继续处理剩余问题',
    '11-23 10:00 repairer-a 业主认为只解决了一部分 | 周二 18:00 前答复业主',
  ]);
  expect(town.mailTo('repairer-a').text).toContain('业主认为只解决了一部分，还剩：“11 楼的灯还不亮”');
  expect(await town.item()).toMatchObject({ level: 0, reopened: 0, status: 'inProgress' });

  await town.actAs('repairer-a', 'resolve', { done: '换灯', told: '两层都修好' });
  town.mails();
  const not = await actOn(town, path, 'verdict', { verdict: 'notSolved' });
  expect(not.words).toContain('现由上级跟进处理。');
  expect(town.mails()).toEqual([
    '11-23 10:00 resident-a 我们已重新处理',
    '11-23 10:00 repairer-a 业主不满意，投诉已重新打开 | 周一 15:30 前响应',
    '11-23 10:00 engineering-head 已升级到您：第 2 级（共 4 级） | 周一 15:30 前响应',
  ]);
  expect(await town.item()).toMatchObject({ level: 1, reopened: 1 });
  await town.expectSound();
});

it('a nudge comes once in four hours, reaches owner and superior, and says when the next is possible', async () => {
  const town = await morning();
  const { path } = await report(town);
  await town.act(town.mailTo('customer-centre-clerk-a'), 'accept');
  await town.act(town.mailTo('repairer-a'), 'acknowledge');
  town.mails();
  const told = await actOn(town, path, 'nudge');
  expect(told.words).toContain('已通知责任人及其上级。');
  expect(told.words).toContain('周一 14:00可再次催办。');
  expect(actsOf(told.html)).toEqual(['information']);
  expect(town.mails()).toEqual([
    '11-23 10:00 repairer-a 业主催办 | 周二 18:00 前答复业主',
    '11-23 10:00 engineering-head 业主催办 | 周二 18:00 前答复业主',
  ]);
  expect(town.mailTo('engineering-head').text).toContain('业主在催办，责任人是维修工甲；您是其上级。');
  expect(await town.item()).toMatchObject({ level: 0, owner: 'repairer-a' });
  // The superior may act from it.
  expect((await town.tap(town.mailTo('engineering-head'))).html).toContain('value="reply"');

  await town.advance(4 * HOUR - MINUTE);
  expect((await actOn(town, path, 'nudge')).status).toBe(409);
  expect(town.mails()).toEqual([]);
  await town.advance(MINUTE);
  const rivals = await Promise.all(Array.from({ length: 8 }, () => actOn(town, path, 'nudge')));
  expect(rivals.filter(({ status }) => status === 303)).toHaveLength(1);
  expect(town.mails()).toHaveLength(2);
  await town.expectSound();
});

it('what is added reaches whoever works on it', async () => {
  const town = await morning();
  const { path } = await report(town);
  town.mails();
  const page = await actOn(town, path, 'information', { text: '11 楼也不亮了' });
  expect(page.words).toContain('谢谢，我们已转告责任人。');
  expect(page.words).toContain('11 楼也不亮了');
  expect(town.mails()).toEqual(['11-23 10:00 customer-centre-clerk-a 业主补充了信息 | 周一 15:30 前核实']);
  expect(town.mailTo('customer-centre-clerk-a').text).toContain('业主补充：“11 楼也不亮了”');
  const empty = await actOn(town, path, 'information', { text: '  ' });
  expect(empty.status).toBe(422);
  await town.expectSound();
});

it('the same report within a day joins the first; its sender sees a report like any other and nothing of the first', async () => {
  const town = await morning();
  const first = await report(town);
  await town.act(town.mailTo('customer-centre-clerk-a'), 'accept');
  await town.act(town.mailTo('repairer-a'), 'acknowledge');
  await town.actAs('repairer-a', 'reply', { told: '王女士，灯管明天到货。' });
  await actOn(town, first.path, 'information', { text: '私人信息' });
  town.mails();
  const before = await town.item();

  const second = await report(town, {
    email: 'stranger@resident.example',
    phone: '13800000000',
    description: '楼道黑',
  });
  const fresh = await report(town, { category: 'parking', email: 'stranger@resident.example' });
  expect(second.item).toBe(first.item);
  expect(fresh.item).not.toBe(first.item);
  // The answer of a report that joined is that of a new one, but for number, category and words.
  const alike = (words: string) =>
    words
      .replace(/EL-\d{6}-\d{3}/g, 'N')
      .replaceAll('楼道灯不亮', 'C')
      .replaceAll('停车秩序', 'C')
      .replace('楼道黑', 'D')
      .replace('12 楼C', 'D');
  expect(alike(second.words)).toBe(alike(fresh.words));
  expect(second.words).not.toMatch(/王女士|灯管|私人信息|工程部|resident-a/);
  expect(second.number).not.toBe(first.number);
  expect(await town.item(first.item)).toMatchObject({ level: before.level, step: before.step, status: before.status });
  expect(town.mails()).toEqual([
    '11-23 10:00 stranger 您的投诉已受理',
    '11-23 10:00 stranger 您的投诉已受理',
    '11-23 10:00 customer-centre-clerk-a 请核实这项投诉 | 周一 15:30 前核实',
  ]);

  await town.actAs('repairer-a', 'reply', { told: '王女士，灯已换好。' }, first.item);
  expect(town.mails()).toEqual(['11-23 10:00 resident-a 我们的答复', '11-23 10:00 stranger 您的投诉有新进展']);
  expect(town.mailTo('stranger').text).not.toContain('王女士');
  const page = await town.visit(second.path);
  expect(page.words).toContain('正在处理');
  expect(page.words).toContain('我们的答复');
  expect(page.words).not.toContain('王女士');
  expect((await town.visit(first.path)).words).toContain('王女士，灯已换好。');
  await town.expectSound();
});

it('one form posted eight times at once, or again later, is one complaint and one mail', async () => {
  const town = await morning();
  const fields = { ...aReport, key: 'abcdefgh12345678' };
  const answers = await Promise.all(Array.from({ length: 8 }, () => town.submit('/report/east-lake', fields)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
  const tokens = await Promise.all(
    answers.map(({ location }) =>
      town.system.ports.links.verifyReceipt((location ?? '').replace('/r/', '').split('?')[0] ?? ''),
    ),
  );
  expect(new Set(tokens.map(({ claims }) => `${claims.item} ${claims.report}`)).size).toBe(1);
  expect(town.mails()).toHaveLength(2);

  const joining = { ...aReport, key: 'abcdefgh87654321', email: 'b@resident.example' };
  for (const _ of [1, 2, 3]) expect((await town.submit('/report/east-lake', joining)).status).toBe(303);
  expect(town.mails()).toEqual(['11-23 10:00 b 您的投诉已受理']);
});

it('too many reports from one address, or about one unit, are refused with the time and the telephone', async () => {
  const town = await morning();
  for (let n = 0; n < rates.unit.most; n += 1) expect((await report(town)).status).toBe(200);
  town.mails();
  const refused = await report(town);
  expect(refused.status).toBe(429);
  expect(refused.words).toContain('本次未受理。请在周二 08:00（22 小时后）再试，或致电我们：');
  expect(refused.words).toContain('拨打 021-5555 0100');
  for (let n = rates.unit.most; n < rates.address.most - 1; n += 1)
    expect((await report(town, { unit: `${n}02` })).status).toBe(200);
  town.mails();
  const elsewhere = await report(town, { unit: '901' });
  expect(elsewhere.status).toBe(429);
  expect(elsewhere.words).toContain('周一 11:00');
  expect(town.mails()).toEqual([]);
  await town.advance(HOUR);
  expect((await report(town, { unit: '901' })).status).toBe(200);
});
