import { describe, expect, it } from 'vitest';
import { languages } from '#domain/text';
import type { Names } from '#domain/timeline/said';
import { describeEntry } from '#mail/happenings';
import { mailRenderer } from '#mail/renderer';
import { entryOf, everyHappening, happenings, LATER } from '#test/support/happenings';
import { ZONE } from '#test/support/mail-views';

const names: Names = {
  person: (id) => ({ li: 'Li Qiang', wang: 'Wang Wei' })[id] ?? id,
  department: () => 'Engineering',
  category: () => 'Water leak',
};

describe.each(languages)('describeEntry in %s', (language) => {
  it.each(everyHappening)('tells %o in one line that ends in a stop', (happening) => {
    const words = describeEntry(entryOf(happening), names, language, ZONE);
    expect(words).toMatch(/[.。”…]$/);
    expect(words).not.toMatch(/[\r\n\u202e]/);
  });
  it('says who is the owner after an action', () => {
    expect(describeEntry(entryOf(happenings.acted), names, language, ZONE)).toBe(
      { en: 'Li Qiang acknowledged. Li Qiang is the owner now.', 'zh-CN': 'Li Qiang已响应。责任人变更为Li Qiang。' }[
        language
      ],
    );
  });
});

describe('lines of a summary', () => {
  it('stop once after somebody’s sentence', () => {
    const noted = (note: string) =>
      describeEntry(entryOf({ type: 'acted', action: { name: 'acknowledge', input: { note } } }), names, 'zh-CN', ZONE);
    expect(noted('马上去看。')).toBe('Li Qiang已响应：“马上去看。”');
    expect(noted('马上去看')).toBe('Li Qiang已响应：“马上去看”。');
  });
  it('leave out what a mail server said: it may hold an address', () => {
    const bounced = entryOf({ type: 'bounced', effect: 'x', to: 'resident', why: '550 <a@b.cn> unknown' });
    expect(describeEntry(bounced, names, 'en', ZONE)).toBe('The mail to the resident could not be delivered.');
  });
  it('begin with the time at the site', () => {
    const line = mailRenderer.line(entryOf(happenings.filed), names, 'en', ZONE, LATER);
    expect(line).toBe('Fri 01:52 · Li Qiang recorded the complaint.');
  });
  it('leave out bookkeeping', () => {
    expect(mailRenderer.line(entryOf(happenings.sent), names, 'en', ZONE, LATER)).toBeNull();
  });
});
