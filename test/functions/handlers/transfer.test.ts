import { beforeEach, describe, expect, test } from 'vitest';
import { readCsv } from '#csv/read-csv';
import type { Household } from '#domain/household';
import { routes } from '#http/routes';
import type { ImportCheck, ImportDone, TablePart } from '#http/schemas/transfer';
import { createDemoApi } from '#test/support/demo-api';
import { households } from '#test/support/one-site';

type Api = Awaited<ReturnType<typeof createDemoApi>>;
let api: Api;
beforeEach(async () => {
  api = await createDemoApi();
});

const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64');
const headers = { 'accept-language': 'en' };
const MANAGER = 'site-director';
interface Refusal {
  errors?: Record<string, string[]>;
}
const check = async (text: string | Uint8Array, as = MANAGER, site = 'east-lake') =>
  api.call<ImportCheck & Refusal>('POST', '/api/imports/households/check', {
    as,
    headers,
    body: { site, file: base64(text) },
  });
const apply = async (text: string, token: string | null, as = MANAGER) =>
  api.call<ImportDone & { message: string }>('POST', '/api/imports/households', {
    as,
    headers,
    body: { site: 'east-lake', file: base64(text), token },
  });
const household = (id: string): Promise<Household | null> => api.ports.households.get('demo', id);
const HEAD = 'Building,Unit,Name,Relation,Phone,E-mail,Language,Preferred time';

describe('households from a table', () => {
  test('the dry run tells what is new, changed and unchanged, and stores nothing', async () => {
    const text = [
      HEAD,
      'Building 1,1401,New owner,Owner,139 0000 1401,new@resident.example,Chinese,after 18:00',
      'Building 1,1401,Their child,Family,,,English,',
      '1栋,1201,1201 住户,,13900009999,,,',
      'b2,802,802 住户,,,,,',
    ].join('\n');
    const { body } = await check(text);
    expect(body).toMatchObject({ rows: 4, counts: { create: 1, change: 1, same: 1 }, problems: [], ignored: [] });
    expect(body.changes).toEqual([
      { change: 'create', line: 2, title: 'Building 1, 1401', details: ['+ New owner', '+ Their child'] },
      {
        change: 'change',
        line: 4,
        title: 'Building 1, 1201',
        details: ['1201 住户 · Phone: 13900001201 → 13900009999'],
      },
    ]);
    expect(await household('east-lake-b1-1401')).toBeNull();
  });

  test('exactly what was shown is applied; nobody is removed, empty cells leave what is there', async () => {
    const text = `${HEAD}\n1栋,1201,1201 住户,,13900009999,,,\n1栋,1201,租户甲,租户,,,,\n`;
    const { body: shown } = await check(text);
    const { body } = await apply(text, shown.token);
    expect(body).toEqual({ written: 1, failed: [], token: null });
    const stored = await household('east-lake-b1-1201');
    expect(stored?.members.map(({ name, phone, email, relation }) => [name, phone, email, relation])).toEqual([
      ['1201 住户', '13900009999', 'b1-1201@resident.example', 'owner'],
      ['租户甲', null, null, 'tenant'],
    ]);
    const { body: again } = await check(text);
    expect(again).toMatchObject({ counts: { create: 0, change: 0, same: 1 }, token: null });
  });

  test('each bad row is told by line, column and words; its unit is left out, the others are not', async () => {
    const text = [
      HEAD,
      'Building 7,101,Somebody,,,,,',
      'Building 1,1401,A,Cousin,12,not-an-address,Klingon,',
      'Building 1,1402,B,,,,,',
      'Building 1,1402,B,,,,,',
      'Building 1,,C,,,,,',
      'Building 1,1403,,,13900001403,,,',
      'Building 2,1404,D,,,,,,,one too many',
      'Building 2,1405,E,,,,,',
    ].join('\r\n');
    const { body } = await check(text);
    expect(body.problems.map(({ line, column, message }) => `${line} ${column}: ${message}`)).toEqual([
      '2 Building: The site has no building "Building 7".',
      '3 Phone: "12" is not a phone number.',
      '3 E-mail: "not-an-address" is not an e-mail address.',
      '3 Language: "Klingon" is not known; it may be: Chinese, English.',
      '3 Relation: "Cousin" is not known; it may be: Owner, Family, Tenant.',
      '5 Name: "B" stands in the file twice.',
      '6 Unit: Please fill in: Unit.',
      '7 Name: Please fill in: Name.',
      '8 null: More cells than headings; perhaps a separator too many.',
    ]);
    expect(body.problemCount).toBe(6);
    expect(body.changes.map(({ title }) => title)).toEqual(['Building 2, 1405']);
    await apply(text, body.token);
    expect(await household('east-lake-b2-1405')).not.toBeNull();
    expect(await household('east-lake-b1-1402')).toBeNull();
  });

  test('a heading that is missing stops everything; one nobody knows is ignored and told', async () => {
    const { body } = await check('Building,Name,Shoe size\nb1,A,42');
    expect(body).toMatchObject({ rows: 0, ignored: ['Shoe size'], token: null });
    expect(body.problems).toEqual([{ line: 1, column: 'Unit', message: 'The column "Unit" is missing.' }]);
  });

  test('what is no table, or too large, says what to do', async () => {
    const said = async (bytes: string | Uint8Array) => (await check(bytes)).body.errors?.file;
    expect(await said(Uint8Array.from([0x50, 0x4b, 3, 4]))).toEqual([
      'This is an Excel workbook. In Excel, save it as CSV, then import that.',
    ]);
    expect(await said('a,"b\n')).toEqual(['A quotation mark is opened and not closed in line 1.']);
    expect(await said('x'.repeat(2 * 1024 * 1024 + 1))).toEqual(['The file may have 2 MB; please split it.']);
    expect((await check('x'.repeat(3 * 1024 * 1024))).status).toBe(413);
  });

  test('whoever changed a household since is not overwritten', async () => {
    const text = `${HEAD}\nb1,1201,1201 住户,,13900009999,,,\nb1,1401,A,,,,,\n`;
    const { body: shown } = await check(text);
    const present = await household('east-lake-b1-1201');
    if (!present) throw new Error('it is seeded');
    await api.ports.households.put('demo', { ...present, members: [] });
    expect((await apply(text, shown.token)).status).toBe(409);
    expect(await household('east-lake-b1-1401')).toBeNull();
  });

  test('what could not be written is named; the rest stands, and all of it can be repeated', async () => {
    const text = `${HEAD}\n${Array.from({ length: 12 }, (_, n) => `b1,14${n + 10},P${n},,,,,`).join('\n')}\n`;
    const { change } = api.ports.households;
    api.ports.households.change = async (company, one, by) => {
      if (one.unit !== '1414') return change(company, one, by);
      throw Object.assign(new Error('busy'), { name: 'StoreBusy' });
    };
    const { body: shown } = await check(text);
    const { body } = await apply(text, shown.token);
    expect(body).toEqual({
      written: 11,
      failed: [{ title: 'Building 1, 1414', message: 'The system is busy. Please try again in a moment.' }],
      token: null,
    });
    api.ports.households.change = change;
    const { body: again } = await check(text);
    expect(again.counts).toEqual({ create: 1, change: 0, same: 11 });
    expect((await apply(text, again.token)).body.written).toBe(1);
  });

  test('a great many are written in several requests, each leading on', async () => {
    const text = `${HEAD}\n${Array.from({ length: 320 }, (_, n) => `b1,U${n},P${n},,,,,`).join('\n')}\n`;
    const { body: shown } = await check(text);
    const { body: first } = await apply(text, shown.token);
    expect(first.written).toBe(250);
    const { body: second } = await apply(text, first.token);
    expect(second).toEqual({ written: 70, failed: [], token: null });
  });

  test('managers and admins only, and only at their sites', async () => {
    const text = `${HEAD}\nb1,1401,A,,,,,\n`;
    for (const as of ['customer-centre-clerk-a', 'repairer-a', 'auditor', 'west-manager'])
      expect((await check(text, as)).status).toBe(403);
    expect((await check(text, MANAGER, 'west-hill')).status).toBe(403);
    expect((await check(text, 'administrator')).status).toBe(200);
  });
});

describe('staff from a table', () => {
  const STAFF = 'Name (Chinese),Name (English),E-mail,Phone,Role,Sites';
  const checkStaff = async (text: string, as = MANAGER) =>
    api.call<ImportCheck>('POST', '/api/imports/staff/check', { as, headers, body: { file: base64(text) } });
  const applyStaff = async (text: string, token: string | null, as = MANAGER) =>
    api.call<ImportDone>('POST', '/api/imports/staff', {
      as,
      headers,
      body: { file: base64(text), token, note: 'New list' },
    });
  const people = async () => (await api.ports.documents.current('demo', 'organisation', 'main'))?.body.people ?? [];

  test('are found by e-mail address, new ones get an id of their name, and all come with one version', async () => {
    const text = [
      STAFF,
      '维修工丙,Repairer C,Repairer-C@steward.example,139 0000 0001,,East Lake Garden',
      '维修工甲,Repairer A,repairer-a@steward.example,13900000002,,',
      '维修工乙,Repairer B,repairer-b@steward.example,,,',
    ].join('\n');
    const { body: shown } = await checkStaff(text);
    expect(shown).toMatchObject({ counts: { create: 1, change: 1, same: 1 }, problems: [] });
    expect((await applyStaff(text, shown.token)).body.written).toBe(2);
    const stored = await people();
    expect(stored.find(({ id }) => id === 'repairer-c')).toMatchObject({
      role: 'staff',
      sites: ['east-lake'],
      active: true,
    });
    expect(stored.find(({ id }) => id === 'repairer-a')?.phone).toBe('13900000002');
    expect((await checkStaff(text)).body.token).toBeNull();
  });

  test('a manager makes no managers and touches nobody elsewhere; an admin does', async () => {
    const text = [
      STAFF,
      '甲,A,a@steward.example,,Manager,East Lake Garden',
      '乙,B,b@steward.example,,,',
      '总经理,General manager,general-manager@steward.example,13900000009,,',
      '丙,C,c@steward.example,,Boss,Nowhere',
    ].join('\n');
    const { body } = await checkStaff(text);
    expect(body.problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '2 You may not change this person; please ask a company admin.',
      '3 You may not change this person; please ask a company admin.',
      '4 You may not change this person; please ask a company admin.',
      '5 "Boss" is not known; it may be: Company admin, Manager, Staff, Read only, Contractor.',
      '5 There is no site "Nowhere".',
    ]);
    expect(body.token).toBeNull();
    expect((await checkStaff(text, 'administrator')).body.counts.create).toBe(2);
    expect((await checkStaff(text, 'auditor')).status).toBe(403);
  });
});

describe('lists as files', () => {
  const whole = async (path: string, query: Record<string, string>, as = MANAGER) => {
    let csv = '';
    let cursor: string | undefined;
    do {
      const { status, body } = await api.call<TablePart>('GET', path, {
        as,
        headers,
        query: { ...query, ...(cursor && { cursor }) },
      });
      expect(status).toBe(200);
      csv += body.csv;
      cursor = body.next ?? undefined;
    } while (cursor);
    return csv;
  };
  const rowsOf = (csv: string) => readCsv(new TextEncoder().encode(csv)).map(({ cells }) => cells);

  test('households: phone numbers as text, nothing a spreadsheet runs; what is imported again changes nothing', async () => {
    const evil = {
      name: '=HYPERLINK("x")',
      phone: '+8613900001405',
      email: null,
      language: 'en',
      preferredTime: '@noon',
      channel: null,
      relation: null,
    } as const;
    await api.ports.households.put('demo', {
      id: 'east-lake-b1-1405',
      site: 'east-lake',
      building: 'b1',
      unit: '1405',
      members: [evil],
    });
    const csv = await whole('/api/exports/households', { site: 'east-lake' });
    expect(
      csv.startsWith('\uFEFFBuilding,Unit,Name,Relation,Phone,E-mail,Language,Contact by,Preferred time\r\n'),
    ).toBe(true);
    expect(csv).toContain('Building 1,1201,1201 住户,Owner,139 0000 1201,b1-1201@resident.example,Chinese,,');
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    for (const cells of rowsOf(csv)) for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+@-]/);
    const seeded = new Set(households.filter(({ site }) => site === 'east-lake').map(({ id }) => id)).size;
    const { body } = await check(csv);
    expect(body).toMatchObject({ problems: [], counts: { create: 0, change: 0, same: seeded + 1 } });
  });

  test('who reads no phone numbers gets no such columns', async () => {
    const csv = await whole('/api/exports/households', { site: 'east-lake' }, 'auditor');
    expect(rowsOf(csv)[0]).toEqual(['Building', 'Unit', 'Name', 'Relation', 'Language', 'Contact by']);
    expect(csv).not.toMatch(/1390000|resident\.example/);
    const staff = await whole('/api/exports/staff', {}, 'auditor');
    expect(rowsOf(staff)[0]).not.toContain('Phone');
    expect(rowsOf(await whole('/api/exports/staff', {}))[0]).toContain('Phone');
  });

  test('staff: those of the reader’s sites', async () => {
    const ids = rowsOf(await whole('/api/exports/staff', {})).map(([id]) => id);
    expect(ids).toContain('repairer-a');
    expect(ids).not.toContain('west-manager');
    expect(rowsOf(await whole('/api/exports/staff', {}, 'administrator')).map(([id]) => id)).toContain('west-manager');
  });

  test('complaints of a period, in words and local times', async () => {
    await api.call('POST', '/api/complaints', { body: routes.fileComplaint.example() });
    const day = { site: 'east-lake', from: '2026-11-23', to: '2026-11-23' };
    const [heading, row] = rowsOf(await whole('/api/exports/complaints', day));
    expect(heading?.slice(0, 6)).toEqual(['Number', 'Filed at', 'Site', 'Building', 'Unit or place', 'Category']);
    expect(row?.slice(0, 8)).toEqual([
      'EL-261123-001',
      '2026-11-23 10:00',
      'East Lake Garden',
      'Building 1',
      '1201',
      'Corridor light out',
      'Engineering',
      'normal',
    ]);
    expect(
      rowsOf(await whole('/api/exports/complaints', { ...day, from: '2026-11-22', to: '2026-11-22' })),
    ).toHaveLength(1);
  });

  test('nobody gets a file of a site they do not see, and staff none at all', async () => {
    for (const [path, as, query] of [
      ['households', 'west-manager', { site: 'east-lake' }],
      ['complaints', 'west-manager', { site: 'east-lake', from: '2026-11-01', to: '2026-11-30' }],
      ['households', 'repairer-a', { site: 'east-lake' }],
      ['staff', 'repairer-a', {}],
      ['staff', 'customer-centre-clerk-a', {}],
    ] as const)
      expect((await api.call('GET', `/api/exports/${path}`, { as, query })).status).toBe(403);
  });
});
