import { describe, expect, it } from 'vitest';
import { HouseholdMember, householdIdOf } from '#domain/household';

describe('the id of a unit’s file', () => {
  it.each([
    ['1201', 'east-lake-b1-1201'],
    ['3-1-502', 'east-lake-b1-3-1-502'],
    ['3 1 502 ', 'east-lake-b1-3-1-502'],
    ['Ａ１２', 'east-lake-b1-a12'],
    ['一单元 302', 'east-lake-b1-一单元-302'],
  ])('of "%s" is %s', (unit, id) => {
    expect(householdIdOf('east-lake', 'b1', unit)).toBe(id);
  });
  it('stays short, and different for different units', () => {
    const long = 's'.repeat(55);
    const [one, other] = [householdIdOf(long, 'b1', '1201'), householdIdOf(long, 'b1', '1202')];
    expect(one.length).toBe(60);
    expect(one).not.toBe(other);
  });
});

describe('a member of a household', () => {
  const member = { name: ' 李小明 ', phone: null, email: null, language: 'zh-CN', preferredTime: null };
  it('needs neither channel nor relation', () => {
    expect(HouseholdMember.parse(member)).toEqual({ ...member, name: '李小明', channel: null, relation: null });
  });
  it.each([
    { name: '  ' },
    { phone: '12' },
    { phone: 'call me' },
    { email: 'nobody' },
    { language: 'fr' },
    { channel: 'fax' },
    { relation: 'boss' },
  ])('is refused with %o', (wrong) => {
    expect(HouseholdMember.safeParse({ ...member, ...wrong }).success).toBe(false);
  });
});
