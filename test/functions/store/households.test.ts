import { describe, expect, it } from 'vitest';
import { BadCursor, HouseholdChanged } from '#domain/errors';
import type { Household } from '#domain/household';
import { engines, freshCompany, withStore } from '#test/support/engine';

const member = (name: string, phone: string | null = null): Household['members'][number] => ({
  name,
  phone,
  email: null,
  language: 'zh-CN',
  preferredTime: null,
  channel: null,
  relation: null,
});
const household = (id: string, unit: string, ...members: Household['members']): Household => ({
  id,
  site: 'east-lake',
  building: 'b3',
  unit,
  members,
});

describe.each(engines)('households on %s', (engine) => {
  const test = withStore(engine);
  const households = () => test.store.households;
  const found = async (company: string, text: string, site = 'east-lake') =>
    (await households().find(company, site, text, {})).rows.map((one) => one.id).sort();
  const seeded = async () => {
    const company = freshCompany();
    await households().put(company, household('h1', '502', member('李小明', '13800001111'), member('王芳')));
    await households().put(company, household('h2', '503', member('李大伟', '+86 139 0000 2222')));
    await households().put(company, household('h3', '1502', member('Anna Müller')));
    return company;
  };

  it('keeps what was put', async () => {
    const company = freshCompany();
    const one = household('h1', '502', member('李小明'));
    await households().put(company, one);
    expect(await households().get(company, 'h1')).toEqual(one);
    expect(await households().get(company, 'h2')).toBeNull();
  });

  it.each([
    ['502', ['h1']],
    ['50', ['h1', 'h2']],
    ['b3 50', ['h1', 'h2']],
    ['B3-503', ['h2']],
    ['李', ['h1', 'h2']],
    ['小明', ['h1']],
    ['李 503', ['h2']],
    ['李 504', []],
    ['1111', ['h1']],
    ['138 0000 1111', ['h1']],
    ['139000', ['h2']],
    ['müll', ['h3']],
    ['anna 15', ['h3']],
    ['', []],
  ])('finds by "%s"', async (text, ids) => {
    expect(await found(await seeded(), text)).toEqual(ids);
  });

  it('finds in one site of one company only', async () => {
    const company = await seeded();
    expect(await found(company, '502', 'west-lake')).toEqual([]);
    expect(await found(freshCompany(), '502')).toEqual([]);
  });

  it('shows each once over all pages, however many of its words match', async () => {
    const company = freshCompany();
    const ids = Array.from({ length: 7 }, (_, n) => `h${n}`);
    for (const [n, id] of ids.entries())
      await households().put(company, household(id, `5${n}`, member(`5${n}x`, '5551234')));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await households().find(company, 'east-lake', '5', { limit: 3, cursor });
      seen.push(...page.rows.map((one) => one.id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect([...seen].sort()).toEqual(ids);
    const first = await households().find(company, 'east-lake', '5', { limit: 3 });
    await expect(households().find(company, 'east-lake', '6', { cursor: first.next ?? undefined })).rejects.toThrow(
      BadCursor,
    );
  });

  it('is no longer found by what it was', async () => {
    const company = await seeded();
    await households().put(company, household('h1', '1801', member('赵敏')));
    expect(await found(company, '小明')).toEqual([]);
    expect(await found(company, '502')).toEqual([]);
    expect(await found(company, '1111')).toEqual([]);
    expect(await found(company, '赵敏 1801')).toEqual(['h1']);
    await households().put(company, { ...household('h1', '1801', member('赵敏')), site: 'west-lake' });
    expect(await found(company, '赵敏')).toEqual([]);
    expect(await found(company, '赵敏', 'west-lake')).toEqual(['h1']);
  });

  it('holds more words than one transaction', async () => {
    const company = freshCompany();
    const many = Array.from({ length: 30 }, (_, n) =>
      member(`${String.fromCharCode(0x4e00 + n * 7)}${String.fromCharCode(0x5e00 + n * 7)}华`, `1380000${1000 + n}`),
    );
    const large = household('h1', '502', ...many);
    await households().put(company, large);
    expect(await found(company, '13800001029')).toEqual(['h1']);
    expect(await found(company, many[29]?.name ?? '')).toEqual(['h1']);
    await households().put(company, { ...household('h1', '502', member('李')), site: 'west-lake' });
    expect(await found(company, '138')).toEqual([]);
    expect(await found(company, '李', 'west-lake')).toEqual(['h1']);
  });

  it('ends with one of two writers, found by that one only', async () => {
    const company = freshCompany();
    await Promise.all([
      households().put(company, household('h1', '801', member('甲'))),
      households().put(company, household('h1', '901', member('乙'))),
    ]);
    const unit = (await households().get(company, 'h1'))?.unit;
    expect([await found(company, '801'), await found(company, '901')]).toEqual(
      unit === '801' ? [['h1'], []] : [[], ['h1']],
    );
  });

  it('knows who changed the file, and refuses who has not seen the last change', async () => {
    const company = freshCompany();
    const one = household('h1', '502', member('李小明'));
    const first = await households().change(company, one, { expected: 0, by: 'clerk', at: 1000 });
    expect(first).toEqual({ household: one, version: 1, changedBy: 'clerk', changedAt: 1000 });
    const two = household('h1', '502', member('王芳'));
    await expect(households().change(company, two, { expected: 0, by: 'other', at: 2000 })).rejects.toThrow(
      HouseholdChanged,
    );
    expect(await households().file(company, 'h1')).toEqual(first);
    await households().change(company, two, { expected: 1, by: 'other', at: 2000 });
    expect(await households().file(company, 'h1')).toMatchObject({ version: 2, changedBy: 'other', changedAt: 2000 });
    expect(await found(company, '小明')).toEqual([]);
  });

  it('takes one of two changes made at once', async () => {
    const company = freshCompany();
    const by = (name: string) =>
      households().change(company, household('h1', '502', member(name)), { expected: 0, by: 'clerk', at: 1000 });
    const outcomes = await Promise.allSettled([by('甲'), by('乙')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await households().file(company, 'h1'))?.version).toBe(1);
  });

  it('lists a site by building and unit, page by page', async () => {
    const company = freshCompany();
    for (const [id, unit] of [
      ['h1', '1201'],
      ['h2', '302'],
      ['h3', '302A'],
    ] as const)
      await households().put(company, household(id, unit));
    await households().put(company, { ...household('h4', '101'), building: 'b1' });
    await households().put(company, { ...household('h5', '101'), site: 'west-lake' });
    const page = (cursor?: string, building: string | null = null) =>
      households().bySite(company, 'east-lake', building, { limit: 2, cursor });
    const first = await page();
    expect(first.rows.map(({ id }) => id)).toEqual(['h4', 'h2']);
    const second = await page(first.next ?? undefined);
    expect(second.rows.map(({ id }) => id)).toEqual(['h3', 'h1']);
    expect(second.next).toBeNull();
    expect((await page(undefined, 'b1')).rows.map(({ id }) => id)).toEqual(['h4']);
    await expect(page(first.next ?? undefined, 'b1')).rejects.toThrow(BadCursor);
  });
});
