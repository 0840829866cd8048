import { describe, expect, it } from 'vitest';
import { languages } from '#domain/text';
import type { Said } from '#domain/timeline/said';
import { quoteWords, tell } from '#domain/timeline/tell';
import type { Action } from '#domain/workflow/action';
import type { Entry, Happening } from '#domain/workflow/entry';
import { entryOf, everyHappening, happenings } from '#test/support/happenings';

const names = {
  person: (id: string) => `<${id}>`,
  department: (id: string) => `<department ${id}>`,
  category: (id: string) => `<category ${id}>`,
};
const said = (happening: Happening, by?: Entry['by'], language: 'zh-CN' | 'en' = 'zh-CN'): Said =>
  tell(entryOf(happening, by), names, language, () => '<when>');
const acted = (action: Action): Happening => ({ type: 'acted', action });

describe.each(languages)('the words of the timeline in %s', (language) => {
  it.each(everyHappening)('tell %o without codes or stops', (happening) => {
    const { title, more } = said(happening, 'li', language);
    for (const words of [title, ...more]) {
      expect(words).not.toMatch(/undefined|null|\[object|NaN|[.。]$|\b(li|wang)\b(?!>)/);
      if (language === 'zh-CN') expect(words).toMatch(/[\u4e00-\u9fff]/);
      else expect(words).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });
});

describe('what the words say', () => {
  it('counts levels as mails do: the first asked are level 1', () => {
    expect(said({ type: 'raised', from: 0, to: 1, why: 'expired' }, 'system').title).toBe(
      '升级至第 2 级：规定时限内无人响应',
    );
    expect(said({ type: 'skipped', skippedLevel: 2, why: 'unreachable' }).title).toContain('第 3 级');
  });

  it('keeps what people wrote apart, and says which of it the resident was told', () => {
    const { quotes } = said(acted({ name: 'resolve', input: { done: '换阀', told: '已修好' } }));
    expect(quotes.map((quote) => quoteWords(quote, 'zh-CN'))).toEqual(['换阀', '告知业主：已修好']);
    expect(said(acted({ name: 'acknowledge', input: {} })).quotes).toEqual([]);
  });

  it('names the engine and the resident by what they are', () => {
    expect(said({ type: 'filed' }, 'resident').title).toBe('业主登记了投诉');
    expect(said({ type: 'filed' }, 'resident', 'en').title).toBe('The resident recorded the complaint');
    const sent: Happening = { type: 'sent', effect: 'x', to: 'resident', reason: 'resident', template: 'received' };
    expect(said(sent, 'system', 'en').title).toBe('Mail sent to the resident: the complaint was received');
  });

  it('lists people as one says it', () => {
    const asked = (people: string[]): Happening => ({ type: 'asked', people, due: null, again: false });
    expect(said(asked(['a', 'b', 'c']), 'system', 'en').title).toBe('<a>, <b> and <c> were asked to act');
    expect(said(asked(['a']), 'system', 'en').title).toBe('<a> was asked to act');
    expect(said(asked(['a', 'b']), 'system').title).toBe('请<a>、<b>处理');
  });

  it('says who is the owner after an action', () => {
    expect(said(happenings.acted, 'li', 'en').more).toEqual(['<li> is the owner now']);
  });

  it('tells a type or an action of a newer server as such', () => {
    const newer = { type: 'teleported' } as unknown as Happening;
    expect(said(newer)).toEqual({ title: '其他记录（teleported）', quotes: [], more: [] });
    expect(said(acted({ name: 'sing', input: {} } as unknown as Action), 'li', 'en').title).toBe(
      'Another event (sing)',
    );
  });
});
