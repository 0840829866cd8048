import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { flagWithout, isSame, redactor, rewritten, withoutResident, withoutWords } from '#domain/care/erasure';
import { at, complaint } from '#test/support/estate';
import { answers, visitItem } from '#test/support/visits';
import { careFlag } from './care-fixture.ts';

const who = { name: '李小明', phone: '13800138000', email: 'li@resident.example' };

describe('taking a resident out of what was written', () => {
  test.each([
    ['李小明说下午在家', '•••说下午在家'],
    ['电话 138 0013 8000', '电话 •••'],
    ['+86 138-0013-8000', '+86 •••'],
    ['写信到 LI@Resident.example', '写信到 •••'],
    ['13800138001', '13800138001'],
    ['小李', '小李'],
  ])('"%s" becomes "%s"', (text, expected) => {
    expect(redactor(who)(text)).toBe(expected);
  });

  it('knows who reported by name, number or address', () => {
    const nobody = { name: null, phone: null, email: null };
    expect(isSame(who, nobody)).toBe(false);
    expect(isSame(who, { ...nobody, phone: '+86 138 0013 8000' })).toBe(true);
    expect(isSame(who, { ...nobody, email: 'LI@resident.example' })).toBe(true);
    expect(isSame({ ...who, phone: null, email: null }, nobody)).toBe(false);
  });

  it('takes the words of a visit they answered, and leaves how they scored it', () => {
    const item = visitItem('v1', { answers }, { fields: { wish: '多种树', pets: 2 } });
    item.verdict = { verdict: 'solved', score: 4, opinion: '师傅很耐心' };
    const other = withoutResident(item, who);
    expect(other.visit).toEqual(item.visit);
    item.intake.reporter.name = who.name;
    const bare = withoutResident(item, who);
    expect(bare.visit?.answers).toEqual({ ...answers, remarks: null });
    expect(bare.verdict).toEqual({ verdict: 'solved', score: 4, opinion: null });
    expect(bare.fields).toEqual({ pets: 2 });
  });

  it('takes them out of timelines, too, of the visit and of what it was about', () => {
    const visited = {
      type: 'acted',
      action: { name: 'visited', input: { score: 4, remarks: '师傅很耐心' } },
      answers: [{ field: 'wish', shown: '多种树' }],
    };
    const followed = { type: 'followedUp', score: 4, said: '师傅很耐心' };
    const note = { type: 'acted', action: { name: 'note', input: { text: '备件已到' } }, answers: [{ field: 'x' }] };
    const told = JSON.stringify(withoutWords([visited, followed, note]));
    expect(told).not.toMatch(/耐心|种树/);
    expect(withoutWords([note])).toEqual([note]);
    expect(withoutWords(followed)).toEqual({ ...followed, said: '•••' });
  });

  it('takes the name out of what was noted for others, and of who consented', () => {
    const consent = { state: 'given', by: '李小明', on: '2026-11-01', how: 'spoken' } as const;
    const flag = careFlag({ note: '李小明照顾她', consent });
    expect(flagWithout(flag, who)).toEqual({ ...flag, note: '•••照顾她', consent: { ...consent, by: '•••' } });
  });

  it('leaves an ended item without the resident and otherwise as it was', () => {
    const now = at('2026-11-23', '10:00');
    const item = complaint(now);
    item.intake.reporter = { ...item.intake.reporter, ...who, preferredTime: '18:00' };
    item.intake.description = '李小明家漏水';
    const bare = withoutResident(item, who);
    expect(JSON.stringify(bare)).not.toMatch(/李小明|13800138000|li@resident|18:00/);
    expect(bare).toEqual({
      ...item,
      version: item.version + 1,
      intake: {
        ...item.intake,
        description: '•••家漏水',
        reporter: { ...item.intake.reporter, name: null, phone: null, email: null, preferredTime: null },
      },
    });
  });

  it('finds the name wherever somebody wrote it, and never breaks what is ours', () => {
    const words = fc.constantFrom('李小明', '今天', '13800138000', 'li@resident.example', ' ', '来电');
    const text = fc.array(words, { maxLength: 6 }).map((all) => all.join(''));
    const entry = fc.record({
      type: fc.constant('acted'),
      by: fc.constant('repairer-a'),
      action: fc.record({ action: fc.constant('note'), text, reason: text, told: fc.option(text) }),
      answers: fc.array(fc.record({ id: fc.constant('since'), value: text })),
    });
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const bare = rewritten(entries, redactor(who));
        expect(JSON.stringify(bare)).not.toMatch(/李小明|13800138000|li@resident/);
        expect(bare.map(({ type, by, action }) => [type, by, action.action])).toEqual(
          entries.map(({ type, by, action }) => [type, by, action.action]),
        );
      }),
    );
  });
});
