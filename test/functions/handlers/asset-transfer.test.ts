import { beforeEach, describe, expect, test } from 'vitest';
import type { AssetRow } from '#http/schemas/asset';
import type { ImportCheck, ImportDone, TablePart } from '#http/schemas/transfer';
import { createDemoApi } from '#test/support/demo-api';

type Api = Awaited<ReturnType<typeof createDemoApi>>;
const as = 'site-director';
const site = 'east-lake';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const HEAD = '编号,名称,类别,楼栋,责任人,代理人,检验有效期至,状态';
const fileOf = (...rows: string[]) => base64([HEAD, ...rows].join('\n'));
let api: Api;
beforeEach(async () => {
  api = await createDemoApi();
});
const check = async (file: string) =>
  (await api.call<ImportCheck>('POST', '/api/imports/assets/check', { as, body: { site, file } })).body;
const apply = (file: string, token: string | null) =>
  api.call<ImportDone>('POST', '/api/imports/assets', { as, body: { site, file, token } });
const listed = async () =>
  (await api.call<{ data: AssetRow[] }>('GET', '/api/assets', { as, query: { site } })).body.data;

describe('the register from a table', () => {
  test('is shown first, then written as shown, and found the same afterwards', async () => {
    const file = fileOf('DT-1,1 号电梯,电梯,1 栋,维修工甲,repairer-b,2027/3/31,', 'SB-1,水泵,Pump,,,,,受限使用');
    const checked = await check(file);
    expect(checked).toMatchObject({ rows: 2, counts: { create: 2, change: 0, same: 0 }, problems: [] });
    expect(await listed()).toEqual([]);
    expect((await apply(file, checked.token)).body).toEqual({ written: 2, failed: [], token: null });
    const [pump, lift] = await listed();
    expect(lift).toMatchObject({
      ...{ number: 'DT-1', kind: 'lift', building: 'b1', responsible: 'repairer-a', deputy: 'repairer-b' },
      ...{ certificateUntil: '2027-03-31', condition: 'good', version: 1 },
    });
    expect(pump).toMatchObject({ number: 'SB-1', kind: 'pump', building: null, condition: 'limited' });
    expect(await check(file)).toMatchObject({ counts: { create: 0, change: 0, same: 2 }, token: null });
  });

  test('changes by number, says what, and leaves alone what a cell does not say', async () => {
    const first = fileOf('DT-1,1 号电梯,电梯,1 栋,维修工甲,,2027-03-31,');
    await apply(first, (await check(first)).token);
    const second = fileOf('dt-1,,,,,,2028-03-31,停用待修');
    const { changes, token } = await check(second);
    expect(changes).toEqual([
      {
        ...{ change: 'change', line: 2, title: 'DT-1 1 号电梯' },
        details: ['状态：完好 → 停用待修', '检验有效期至：2027-03-31 → 2028-03-31'],
      },
    ]);
    await apply(second, token);
    expect((await listed())[0]).toMatchObject({ responsible: 'repairer-a', condition: 'outOfOrder', version: 2 });
  });

  test('is not written when somebody changed it since it was shown', async () => {
    const file = fileOf('DT-1,1 号电梯,电梯,1 栋,,,,');
    const { token } = await check(file);
    const other = fileOf('DT-1,货梯,电梯,1 栋,,,,');
    await apply(other, (await check(other)).token);
    expect((await apply(file, token)).status).toBe(409);
    expect((await listed())[0]).toMatchObject({ name: '货梯', version: 1 });
  });

  test('says what is wrong with a row, and takes the others', async () => {
    const { problems, counts } = await check(
      fileOf(
        'DT-1,电梯,火箭,1 栋,,,,',
        'DT-2,电梯,电梯,99 栋,,,,',
        'DT-3,电梯,电梯,1 栋,无此人,,,',
        'DT-4,电梯,电梯,1 栋,维修工甲,维修工甲,,',
        'DT-5,电梯,电梯,1 栋,,,2027-02-30,',
        ',电梯,电梯,1 栋,,,,',
        'DT-7,电梯,电梯,1 栋,,,,',
        'dt-7,电梯,电梯,1 栋,,,,',
      ),
    );
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [2, '类别'],
      [3, '楼栋'],
      [4, '责任人'],
      [5, '代理人'],
      [6, '检验有效期至'],
      [7, '编号'],
      [9, '编号'],
    ]);
    expect(problems[0]?.message).toContain('可填：电梯、消防设施');
    expect(counts).toEqual({ create: 1, change: 0, same: 0 });
  });

  test('comes out as it goes in, with nothing a spreadsheet would run', async () => {
    const file = fileOf('DT-1,=1+1,电梯,1 栋,维修工甲,,2027-03-31,');
    await apply(file, (await check(file)).token);
    const { body } = await api.call<TablePart>('GET', '/api/exports/assets', { as, query: { site } });
    expect(body).toMatchObject({ rows: 1, next: null });
    expect(body.csv).toContain("DT-1,'=1+1,电梯,1 栋");
    expect(await check(base64(body.csv))).toMatchObject({ counts: { create: 0, change: 0, same: 1 }, problems: [] });
  });

  test('is for managers of the site; others read it', async () => {
    const body = { site, file: fileOf() };
    for (const other of ['repairer-a', 'customer-centre-clerk-a', 'auditor', 'west-manager'])
      expect((await api.call('POST', '/api/imports/assets/check', { as: other, body })).status).toBe(403);
    const exported = (who: string) => api.call('GET', '/api/exports/assets', { as: who, query: { site } });
    expect((await exported('repairer-a')).status).toBe(200);
    expect((await exported('west-manager')).status).toBe(403);
  });
});
