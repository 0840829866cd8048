import { expect, it } from 'vitest';
import { HOUR } from '#domain/time';
import { NewCareFlag } from '#http/schemas/care';
import { at } from '#test/support/estate';
import { changing, startTestSystem, type TestSystem } from '#test/support/system';
import { createCallOff } from '#usecases/care/call-off';
import { createCareEvents } from '#usecases/care/care-events';
import { createCareFile } from '#usecases/care/care-file';

const household = 'east-lake-b1-1201';

/** The use cases behind the panel, done by people of the estate. */
async function careOf({ system, company }: TestSystem) {
  const { ports, loadDirectory, settle } = system;
  const { directory } = await loadDirectory(company);
  const caller = (id: string) => {
    const person = directory.organisation.people.find((one) => one.id === id);
    if (!person) throw new Error(`There is nobody called ${id}.`);
    return { company, person, language: 'zh-CN' as const };
  };
  const file = createCareFile({ ...ports, loadDirectory });
  const events = createCareEvents({ ...ports, loadDirectory, callOff: createCallOff(ports, system.decide) });
  const add = (change: object) =>
    file.add(
      caller('steward-b1'),
      household,
      NewCareFlag.parse({
        ...{ kind: 'patient', sensitivity: 'sensitive', note: 'TELLTALE', source: 'family', from: '2026-11-23' },
        ...{ reviewBy: '2026-11-27', consent: { by: '本人', on: '2026-11-20', how: 'spoken' }, ...change },
      }),
    );
  return { caller, file, events, add, settle: () => settle() };
}

it('a water cut: everybody is told once in their language, and visits stand before it for flags in force', async () => {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  const { caller, events, add, file, settle } = await careOf(town);
  const { ports } = town.system;
  const first = await ports.households.get(town.company, household);
  if (!first) throw new Error('The household is seeded.');
  const members = first.members.map((member) => ({ ...member, language: 'en' as const }));
  await ports.households.put(town.company, { ...first, members });
  const second = await ports.households.get(town.company, 'east-lake-b1-202');
  if (!second) throw new Error('The household is seeded.');
  const lost = second.members.map((member) => ({ ...member, email: 'gone@undeliverable.invalid' }));
  await ports.households.put(town.company, { ...second, members: lost });
  await add({ reviewBy: '2027-01-10' });
  await add({ kind: 'illness', to: '2026-11-25', reviewBy: '2027-01-10' });
  const director = caller('site-director');
  const planned = await events.create(director, {
    ...{ site: 'east-lake', kind: 'waterCut', buildings: ['b1'], words: { 'zh-CN': '更换水泵', en: 'New pump' } },
    ...{ from: '2026-11-26T01:00:00Z', to: '2026-11-26T09:00:00Z' },
  });
  expect(planned.care.visits.map(({ unit, openAt }) => [unit, openAt])).toEqual([['1201', '2026-11-25T01:00:00Z']]);
  await events.announce(director, planned.id, 1);
  await events.announce(director, planned.id, 2);
  await settle();
  const mails = town.newMails();
  expect(mails).toHaveLength(9);
  expect(new Set(mails.map(({ subject }) => subject))).toEqual(
    new Set(['停水：周四 09:00 至 17:00 · 东湖花园', 'Water cut: Thu 09:00 to 17:00 · East Lake Garden']),
  );
  expect(mails.filter(({ text }) => text.includes('New pump')).map(({ to }) => to)).toEqual([
    'b1-1201@resident.example',
  ]);
  expect(JSON.stringify(mails)).not.toMatch(/TELLTALE|patient|病患/);
  expect(await events.show(director, planned.id)).toMatchObject({ mails: { sent: 9, waiting: 0, failed: 1 } });
  const calls = await events.calls(director, planned.id, { building: 'b1', limit: 100 });
  expect(calls.data.flatMap(({ unit, why }) => (why === 'bounced' ? [unit] : []))).toEqual(['202']);

  // Consent withdrawn: nothing is done about it any more, and nothing of it is kept.
  const { flags } = await file.show(caller('steward-b1'), household);
  for (const { id } of flags) await file.end(caller('steward-b1'), { id: household, flag: id }, { why: 'withdrawn' });
  expect((await events.show(director, planned.id)).care.count).toBe(0);
  expect(JSON.stringify(await ports.care.ofHousehold(town.company, household))).not.toContain('TELLTALE');
  await events.cancel(director, planned.id, 2);
  await settle();
  expect(new Set(town.newMails().map(({ subject }) => subject.slice(0, 5)))).toEqual(new Set(['停水已取消', 'Cance']));
  await town.finish({ quietDays: 3 });
});

it('a complaint of a household that a care rule is about starts one level higher, and mails say nothing of why', async () => {
  const town = await startTestSystem({
    start: at('2026-11-23', '10:00'),
    change: changing('care-rules', (body) => ({
      ...body,
      rules: body.rules.map((rule) => (rule.when === 'complaint' ? { ...rule, level: 'higher' as const } : rule)),
    })),
  });
  const { add } = await careOf(town);
  await add({ reviewBy: '2027-01-10', visibleTo: ['worker'] });
  await add({
    kind: 'newborn',
    sensitivity: 'normal',
    note: '宝宝在睡，请轻敲门',
    reviewBy: '2027-01-10',
    visibleTo: ['worker'],
  });
  const { id } = await town.file();
  expect(await town.item(id)).toMatchObject({ level: 1 });
  const mails = town.newMails();
  expect(mails.map(({ to }) => to.split('@')[0]).toSorted()).toEqual(['b1-1201', 'engineering-head', 'repairer-a']);
  expect(JSON.stringify(mails)).not.toMatch(/TELLTALE|病患|patient/);

  // Whoever has it in hand reads what to know before they ring; what is sensitive by pressing, and that is kept.
  const { care } = town.system.ports;
  const looks = async () => (await care.looks(town.company, { household }, {})).rows;
  const link = town.mailTo('repairer-a');
  const folded = await town.tap(link);
  expect(folded.words).toContain('宝宝在睡，请轻敲门');
  expect(folded.words).toContain('还有 1 条敏感信息');
  expect(folded.html).not.toMatch(/TELLTALE|病患|放慢语速/);
  expect(await looks()).toEqual([]);
  const opened = await town.post(link, 'care=open');
  expect(opened.words).toMatch(/病患.*TELLTALE/);
  expect(opened.words).toContain('放慢语速');
  expect(await looks()).toMatchObject([{ by: 'repairer-a', reason: 'item', household }]);

  // Put right from the mail, within what the post allows; nothing typed is lost, and nobody is mailed for it.
  const head = town.mailTo('engineering-head');
  const wanted = { gesture: 'fruit', amount: '300.50', words: '让老人摸黑上楼' };
  const refused = await town.act(head, 'recover', wanted);
  expect(refused).toMatchObject({ status: 422, html: expect.stringContaining('value="300.50"') });
  expect(refused.words).toContain('这件事最多还能补 300 元');
  expect(await town.act(head, 'recover', { ...wanted, amount: '88.80' })).toMatchObject({ status: 200 });
  expect(await town.item(id)).toMatchObject({ recovered: 8_880, owner: 'repairer-a', status: 'assigned' });
  expect(town.newMails()).toEqual([]);
  const page = await town.tap(head);
  expect(page.words).toContain('工程主管做了服务补救');
  expect(page.words).toContain('登门致歉并送果篮，补偿 88.80 元');
  // Handed over it is no longer theirs to know.
  await town.act(link, 'handOver', { to: 'repairer-b' });
  expect((await town.post(link, 'care=open')).html).not.toMatch(/TELLTALE|宝宝/);
  expect(await looks()).toHaveLength(1);
  town.newMails();
  await town.file({ household: null, unit: '402' });
  expect(town.newMails().map(({ to }) => to.split('@')[0])).not.toContain('engineering-head');
  expect(town.problems).toEqual([]);
});

it('the day before a water cut its steward is sent to whoever needs it, once; a birthday is a small task', async () => {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00'), visits: true });
  const { caller, events, add, settle } = await careOf(town);
  await add({ reviewBy: '2027-01-10' });
  await add({ kind: 'birthday', sensitivity: 'normal', day: '12-05', reviewBy: '2027-11-10' });
  await events.create(caller('site-director'), {
    ...{ site: 'east-lake', kind: 'waterCut', buildings: ['b1'], words: { 'zh-CN': '', en: '' } },
    ...{ from: '2026-11-26T01:00:00Z', to: '2026-11-26T09:00:00Z' },
  });
  await town.advanceTo('2026-11-25', '08:55');
  expect(town.newMails()).toEqual([]);
  await town.advanceTo('2026-11-25', '09:10');
  const [mail, ...others] = town.newMails();
  expect(others).toEqual([]);
  expect(mail?.to).toBe('steward-b1@steward.example');
  expect(mail?.text).toContain('带两桶饮用水上门');
  expect(`${mail?.subject}${mail?.text}${mail?.html}`).not.toMatch(/TELLTALE|病患|patient/);
  const visits = async () =>
    (await town.system.ports.items.byHousehold(town.company, household, {})).rows.filter(
      ({ kind }) => kind === 'visit',
    );
  expect(await visits()).toHaveLength(1);
  // What is recorded on it counts as having spoken to the household.
  await town.act(town.mailTo('steward-b1'), 'visited', { score: '5' });
  const contacts = await town.system.ports.care.contacts(town.company, [household]);
  expect(contacts.get(household)).toMatchObject({ by: 'steward-b1', how: 'visit', at: town.now() });
  await town.advanceTo('2026-11-26', '08:50');
  expect(await visits()).toHaveLength(1);
  await town.advanceTo('2026-12-04', '10:00');
  expect(await visits()).toHaveLength(2);
  await town.advanceTo('2026-12-06', '10:00');
  expect(await visits()).toHaveLength(2);
  town.newMails();

  // Moved, and cancelled, once a visit was opened before it: the visitor hears why, once; the visit moves with it.
  const aboutCut = () => town.newMails().filter(({ text }) => text.includes('停电'));
  const director = caller('site-director');
  const hours = (day: string) => ({ from: `2026-12-${day}T01:00:00Z`, to: `2026-12-${day}T09:00:00Z` });
  const power = { kind: 'powerCut' as const, buildings: ['b1'], words: { 'zh-CN': '', en: '' } };
  const { id } = await events.create(director, { site: 'east-lake', ...power, ...hours('11') });
  await town.advanceTo('2026-12-10', '09:10');
  expect(aboutCut()).toHaveLength(1);
  await events.change(director, id, { expected: 1, ...power, ...hours('16') });
  await settle();
  const [moved, ...more] = aboutCut();
  expect(more).toEqual([]);
  expect(moved?.to).toBe('steward-b1@steward.example');
  expect(moved?.text).toContain('停电改到');
  await town.advanceTo('2026-12-15', '09:10');
  expect(aboutCut().map(({ to }) => to)).toEqual(['steward-b1@steward.example']);
  expect((await visits()).filter(({ endedAt }) => endedAt === null)).toHaveLength(2);
  await events.cancel(director, id, 2);
  await settle();
  const [over, ...others2] = aboutCut();
  expect(others2).toEqual([]);
  expect(over?.text).toContain('停电已取消');
  await town.advance(HOUR);
  expect((await visits()).filter(({ status }) => status === 'withdrawn')).toHaveLength(2);
  expect(aboutCut()).toEqual([]);
  expect(town.problems).toEqual([]);
});

it('a review is due: the steward is told once a day, again each week; what expired empties itself', async () => {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  const { add } = await careOf(town);
  await add({});
  await add({ kind: 'elderly', sensitivity: 'normal' });
  await town.advanceTo('2026-11-27', '08:50');
  expect(town.newMails()).toEqual([]);
  await town.advanceTo('2026-11-27', '12:00');
  const [mail, ...others] = town.newMails();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ to: 'steward-b1@steward.example', subject: '有关怀标签该复核了 · 东湖花园' });
  expect(`${mail?.text}${mail?.html}`).not.toMatch(/TELLTALE|1201|病患|patient/);
  await town.advanceTo('2026-12-04', '12:00');
  expect(town.newMails()).toHaveLength(1);
  await add({ kind: 'newborn', sensitivity: 'normal', note: 'TELLTALE', to: '2026-12-06', reviewBy: '2026-12-06' });
  await town.advanceTo('2026-12-20', '12:00');
  const all = await town.system.ports.care.ofHousehold(town.company, household);
  expect(all.map(({ consent, note }) => [consent.state, note])).toEqual([
    ['given', 'TELLTALE'],
    ['given', 'TELLTALE'],
    ['over', ''],
  ]);
  expect(town.problems).toEqual([]);
});
