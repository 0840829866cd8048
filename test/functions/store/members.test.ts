import { describe, expect, it } from 'vitest';
import { bySystem } from '#domain/audit/link';
import { KeyUsed } from '#domain/errors';
import { engines, freshCompany, withStore } from '#test/support/engine';
import { nine } from '#test/support/items';

describe.each(engines)('members on %s', (engine) => {
  const test = withStore(engine);

  it('links a subject of an issuer to one person for good', async () => {
    const company = freshCompany();
    const { members } = test.store;
    const issuer = 'https://issuer.example/#x';
    expect(await members.bySubject(company, issuer, 's1')).toBeNull();
    await members.link(company, issuer, 's1', 'wang');
    await members.link(company, issuer, 's1', 'wang');
    await expect(members.link(company, issuer, 's1', 'li')).rejects.toThrow(KeyUsed);
    expect(await members.bySubject(company, issuer, 's1')).toBe('wang');
    expect(await members.bySubject(company, 'https://issuer.example/', '#x#s1')).toBeNull();
  });

  it('suppresses an address whatever its letter case', async () => {
    const company = freshCompany();
    const { suppressions } = test.store;
    expect(await suppressions.isSuppressed(company, 'a@x.example')).toBe(false);
    await suppressions.suppress(company, 'A@x.example', 'bounced', nine, 'lake');
    await suppressions.suppress(company, 'a@x.example', 'again', nine + 1, 'hill');
    expect(await suppressions.isSuppressed(company, ' a@X.example')).toBe(true);
    expect(await suppressions.isSuppressed(freshCompany(), 'a@x.example')).toBe(false);
  });

  it('lists what is suppressed for a site, and takes an address off the list', async () => {
    const company = freshCompany();
    const { suppressions } = test.store;
    const asked = { by: 'li', at: nine + 2, from: bySystem };
    await suppressions.suppress(company, 'b#1@x.example', '550', nine, 'lake');
    await suppressions.suppress(company, 'A@x.example', '551', nine + 1, 'lake');
    await suppressions.suppress(company, 'c@x.example', '552', nine, 'hill');
    const first = await suppressions.list(company, 'lake', { limit: 1 });
    expect(first.rows).toEqual([{ email: 'a@x.example', why: '551', at: nine + 1 }]);
    const rest = await suppressions.list(company, 'lake', { limit: 1, cursor: first.next ?? '' });
    expect(rest.rows.map(({ email }) => email)).toEqual(['b#1@x.example']);
    expect(await suppressions.lift(company, 'hill', 'a@x.example', asked)).toBe(false);
    expect(await suppressions.isSuppressed(company, 'a@x.example')).toBe(true);
    expect(await suppressions.lift(company, 'lake', ' A@x.example', asked)).toBe(true);
    expect(await suppressions.lift(company, 'lake', 'a@x.example', asked)).toBe(false);
    expect(await suppressions.isSuppressed(company, 'a@x.example')).toBe(false);
  });
});
