import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { firstBreak } from '#domain/audit/link';
import { NewCareFlag } from '#http/schemas/care';
import { defaultTableNames } from '#local/database/create-table';
import { sha256 } from '#store/record';
import { localClient } from '#test/support/engine';
import { at } from '#test/support/estate';
import { changing, startTestSystem } from '#test/support/system';
import { createCareFile } from '#usecases/care/care-file';
import { createResidentData } from '#usecases/care/resident-data';

const household = 'east-lake-b1-1201';
const who = { name: 'Telltale Tan', phone: '13700001234', email: 'telltale@resident.example' };
const telltale = /telltale|13700001234|137 0000 1234/i;

it('a resident is erased: no plain text is left anywhere, and the log of changes still holds', async () => {
  const town = await startTestSystem({
    start: at('2026-11-23', '10:00'),
    visits: true,
    change: changing('visits', (body) => ({
      ...body,
      rules: body.rules
        .filter(({ id }) => id === 'after-complaint')
        .map((rule) => ({ ...rule, channel: 'phone' as const, share: { all: [], rest: 100 } })),
    })),
  });
  const { system, company } = town;
  const { ports, loadDirectory } = system;
  const { directory } = await loadDirectory(company);
  const caller = (id: string) => {
    const person = directory.organisation.people.find((one) => one.id === id);
    if (!person) throw new Error(`There is nobody called ${id}.`);
    return { company, person, language: 'en' as const };
  };
  const director = caller('site-director');
  const stored = await ports.households.get(company, household);
  const [first] = stored?.members ?? [];
  if (!stored || !first) throw new Error('The household is seeded.');
  await ports.households.put(company, { ...stored, members: [first, { ...first, ...who }] });
  const file = createCareFile({ ...ports, loadDirectory });
  const flag = (change: object) =>
    file.add(
      caller('steward-b1'),
      household,
      NewCareFlag.parse({
        ...{ kind: 'patient', sensitivity: 'sensitive', note: 'Telltale Tan needs time', source: 'family' },
        ...{ from: '2026-11-23', reviewBy: '2027-05-01', consent: { by: who.name, on: '2026-11-20', how: 'spoken' } },
        ...change,
      }),
    );
  await flag({ member: who.name });
  await flag({ kind: 'elderly', sensitivity: 'normal', note: 'call telltale@resident.example' });
  const reporter = { ...who, preferredTime: 'ask for Telltale' };
  // Solved, and visited: what was said there is on the visit, and on what it asked about.
  const solved = await town.file({ reporter, description: 'Telltale Tan cannot see' });
  await town.act(town.mailTo('repairer-a'), 'resolve', { done: 'lamp', told: 'Telltale Tan was told' });
  await town.act(town.mailTo('customer-centre-clerk-a'), 'verdict', { verdict: 'solved' });
  const opened = (await town.timeline(solved.id)).find(({ type }) => type === 'linkedOpened');
  if (opened?.type !== 'linkedOpened') throw new Error('Nobody is visited.');
  await town.advanceTo('2026-11-25', '11:00');
  const said = { score: '4', held: 'yes', remarks: 'Telltale Tan, 137 0000 1234, is content' };
  await town.act(town.mailTo('steward-b1'), 'visited', said);
  expect(JSON.stringify(await town.timeline(solved.id))).toContain('is content');
  const ended = await town.file({ reporter, description: 'Telltale Tan has no light' });
  await town.actAs('customer-centre-clerk-a', 'note', { text: 'Rang 137 0000 1234, Telltale Tan' }, ended.id);
  await town.actAs('customer-centre-clerk-a', 'withdraw', { reason: 'Telltale Tan found it' }, ended.id);
  const open = await town.file({ category: 'parking', reporter, description: 'Telltale Tan cannot park' });

  const data = createResidentData({ ...ports, loadDirectory });
  const copy = await data.copy(director, household, who.name);
  expect(copy.complaints.map(({ number }) => number)).toHaveLength(4);
  expect(copy.care).toHaveLength(2);
  const half = await data.erase(director, household, who.name);
  expect(half).toMatchObject({ complaints: 3, file: false, open: [open.number] });
  expect(half.kept).toContain('open');
  await town.actAs('customer-centre-clerk-a', 'withdraw', { reason: 'solved' }, open.id);
  expect(await data.erase(director, household, who.name)).toMatchObject({ complaints: 1, file: true, open: [] });
  await system.settle();

  const client = localClient(town.endpoint);
  for (const TableName of [defaultTableNames.main, `${defaultTableNames.main}-audit`, defaultTableNames.local]) {
    let start: Record<string, unknown> | undefined;
    let rows = 0;
    do {
      const answer = await client.send(new ScanCommand({ TableName, ExclusiveStartKey: start }));
      for (const row of answer.Items ?? []) expect(JSON.stringify(row)).not.toMatch(telltale);
      rows += answer.Items?.length ?? 0;
      start = answer.LastEvaluatedKey;
    } while (start);
    expect(rows).toBeGreaterThan(0);
  }
  client.destroy();
  for (const path of readdirSync(town.dataDir, { recursive: true, withFileTypes: true }))
    if (path.isFile()) expect(readFileSync(join(path.parentPath, path.name), 'latin1')).not.toMatch(telltale);
  expect(JSON.stringify(town.problems)).not.toMatch(telltale);
  expect(JSON.stringify(await town.item(ended.id))).not.toMatch(telltale);
  for (const id of [ended.id, solved.id, opened.item]) {
    expect(JSON.stringify(await town.timeline(id))).not.toMatch(telltale);
    expect(JSON.stringify(await town.item(id))).not.toMatch(telltale);
  }
  expect(await town.item(opened.item)).toMatchObject({ visit: { answers: { score: 4, held: 'yes' } } });

  const chain = { kind: 'care', id: 'east-lake' };
  const links = await ports.audit.links(company, chain);
  expect(links.map(({ what }) => what)).toEqual(['noted', 'noted', 'erased', 'erased']);
  expect(firstBreak(company, chain, links, sha256)).toBeNull();
  // Whoever lives there still has their file.
  expect((await ports.households.get(company, household))?.members).toEqual([first]);
});
