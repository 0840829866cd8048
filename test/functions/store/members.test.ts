import { describe, expect, it } from 'vitest';
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
    await suppressions.suppress(company, 'A@x.example', 'bounced', nine);
    await suppressions.suppress(company, 'a@x.example', 'again', nine + 1);
    expect(await suppressions.isSuppressed(company, ' a@X.example')).toBe(true);
    expect(await suppressions.isSuppressed(freshCompany(), 'a@x.example')).toBe(false);
  });
});
