import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elapsed, Limit, workingDayAt, workingDays, workingHours } from '#domain/limit';
import { limitText, readLimit, suggestLimits } from '#domain/limit-text';
import { limitWords } from '#domain/words';

const limits: fc.Arbitrary<Limit> = fc.oneof(
  fc.integer({ min: 0, max: 527_040 }).map(elapsed),
  fc.integer({ min: 0, max: 100_000 }).map((minutes): Limit => ({ kind: 'workingHours', minutes })),
  fc.integer({ min: 0, max: 260 }).map(workingDays),
  fc
    .tuple(fc.integer({ min: 1, max: 260 }), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([days, h, m]) => workingDayAt(days, `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)),
);
const languages = fc.constantFrom('zh-CN' as const, 'en' as const);

describe('a limit as people say it', () => {
  it.each([
    ['2 working hours', workingHours(2)],
    ['2 wh', workingHours(2)],
    ['2wh', workingHours(2)],
    ['2工作小时', workingHours(2)],
    ['两个工作小时', workingHours(2)],
    ['1.5 个工作小时', workingHours(1.5)],
    ['1 working hour 30 minutes', workingHours(1.5)],
    ['90 分钟工作时间', workingHours(1.5)],
    ['next working day 10:00', workingDayAt(1, '10:00')],
    ['10:00 on the next business day', workingDayAt(1, '10:00')],
    ['by 5 pm on the 2nd working day', workingDayAt(2, '17:00')],
    ['下一工作日10:00', workingDayAt(1, '10:00')],
    ['下个工作日上午10点半前', workingDayAt(1, '10:30')],
    ['第三个工作日下午3点', workingDayAt(3, '15:00')],
    ['3 working days', workingDays(3)],
    ['three business days', workingDays(3)],
    ['3个工作日内', workingDays(3)],
    ['３个工作日', workingDays(3)],
    ['next working day', workingDays(1)],
    ['同一工作日', workingDays(0)],
    ['end of day', workingDays(0)],
    ['30 min round the clock', elapsed(30)],
    ['30分钟（全天候）', elapsed(30)],
    ['半小时', elapsed(30)],
    ['half an hour', elapsed(30)],
    ['1 h', elapsed(60)],
    ['1h30', elapsed(90)],
    ['within 24 hours', elapsed(1440)],
    ['二十四小时', elapsed(1440)],
    ['3 calendar days', elapsed(4320)],
    ['3个自然日', elapsed(4320)],
    ['2 weeks round the clock', elapsed(20_160)],
  ])('%s', (text, limit) => {
    expect(readLimit(text)).toEqual({ ok: true, limit });
  });

  it.each([
    ['2 days', [workingDays(2), workingDayAt(2, '10:00'), elapsed(2880)]],
    ['2天', [workingDays(2), workingDayAt(2, '10:00'), elapsed(2880)]],
    ['1 week', [workingDays(5), workingDayAt(5, '10:00'), elapsed(10_080)]],
    ['tomorrow 9am', [workingDayAt(1, '09:00'), workingDayAt(2, '09:00')]],
    ['明天', [workingDays(1), workingDayAt(1, '10:00'), elapsed(1440)]],
  ])('%s could mean several things, and is not guessed', (text, suggestions) => {
    expect(readLimit(text)).toEqual({ ok: false, why: 'ambiguous', suggestions });
  });

  it('a number alone is asked about', () => {
    const read = readLimit('4');
    expect(read).toMatchObject({ ok: false, why: 'ambiguous' });
    expect(suggestLimits('4', 'en').slice(0, 3)).toEqual([workingHours(4), elapsed(240), workingDays(4)]);
  });

  it('says which word it does not know', () => {
    expect(readLimit('2 fortnights')).toMatchObject({ ok: false, why: 'unknown', at: 'fortnights' });
    expect(readLimit('2个钟点')).toMatchObject({ ok: false, why: 'unknown', at: '钟' });
    expect(readLimit('working day 2 hours @')).toMatchObject({ ok: false, why: 'unknown', at: '@' });
  });

  it.each(['500 working days', '1.5 wd', '2.5 min', '0th working day 10:00', '9999999 h'])(
    '%s is out of range',
    (text) => {
      expect(readLimit(text)).toMatchObject({ ok: false, why: 'outOfRange' });
    },
  );

  it('a working limit is not round the clock', () => {
    expect(readLimit('2 working hours round the clock')).toMatchObject({ ok: false, why: 'unknown', at: '' });
  });

  it('completes what is being typed, in the language of the reader', () => {
    expect(limitText(suggestLimits('2 w', 'en')[0] ?? elapsed(0), 'en')).toBe('2 working hours');
    expect(limitText(suggestLimits('下一', 'zh-CN')[0] ?? elapsed(0), 'zh-CN')).toBe('下一工作日 10:00');
    expect(suggestLimits('2 h', 'en')).toEqual([elapsed(120), workingHours(2), workingDays(2)]);
  });
});

describe('whatever limit there is', () => {
  it('reads back as it was printed, in both languages, short or long', () => {
    fc.assert(
      fc.property(limits, languages, (limit, language) => {
        expect(readLimit(limitText(limit, language))).toEqual({ ok: true, limit });
        expect(readLimit(limitWords(limit, language))).toEqual({ ok: true, limit });
        expect(suggestLimits(limitText(limit, language), language)[0]).toEqual(limit);
      }),
      { numRuns: 2000 },
    );
  });

  it('any text is answered: with a sound limit, or with sound suggestions', () => {
    const pieces = fc.constantFrom(
      '2',
      '第',
      '工作日',
      'working',
      ' ',
      'day',
      'h',
      '10:00',
      '小时',
      '半',
      '全天',
      'next',
      '十',
      '.',
      '9999999',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(pieces, { maxLength: 8 }).map((some) => some.join('')),
    );
    fc.assert(
      fc.property(texts, languages, (text, language) => {
        const read = readLimit(text);
        const all = [...(read.ok ? [read.limit] : read.suggestions), ...suggestLimits(text, language)];
        expect(all.length).toBeGreaterThan(0);
        for (const limit of all) expect(Limit.safeParse(limit).success).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
