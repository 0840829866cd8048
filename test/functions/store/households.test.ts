import { describe, expect, it } from 'vitest';
import { BadCursor } from '#domain/errors';
import type { Household } from '#domain/household';
import { engines, freshCompany, withStore } from '#test/support/engine';

const member = (name: string, phone: string | null = null): Household['members'][number] => ({
  name,
  phone,
  email: null,
  language: 'zh-CN',
  preferredTime: null,
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
});
