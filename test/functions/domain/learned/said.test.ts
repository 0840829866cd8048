import { expect, test } from 'vitest';
import { saidIn, searchableIn, wordsSought } from '#domain/learned/said';
import { answers, visitItem } from '#test/support/visits';
import { defaultVisits } from '#workflows/default-visits';

const living = defaultVisits.questionnaires.find(({ id }) => id === 'living-here') ?? null;

test('remarks and written answers, with no more of a home than its unit', () => {
  const item = visitItem('v1', { answers }, { fields: { wish: '多种些树', fieldOfAnotherForm: '别的' } });
  const said = saidIn(item, living);
  expect(said).toMatchObject({
    ...{ number: 'EL-V-v1', building: 'b1', unit: '1201', score: 4, low: false, reason: null },
    texts: [
      { question: null, text: '师傅很耐心' },
      { question: { 'zh-CN': '最希望改善的一件事' }, text: '多种些树' },
    ],
  });
  expect(JSON.stringify(said)).not.toMatch(/1201 业主|13900001201|resident\.example/);
});

test('nothing where nothing was said in words, nor of visits out of care', () => {
  const silent = { ...answers, remarks: null };
  expect(saidIn(visitItem('v1', { answers: silent }), living)).toBeNull();
  expect(saidIn(visitItem('v1'), living)).toBeNull();
  const care = { 'zh-CN': '停水送水', en: 'Water for a cut' };
  expect(saidIn(visitItem('v1', { answers, rule: null, of: null, why: care }), null)).toBeNull();
  expect(saidIn(visitItem('v1', { answers, rule: null, of: null }), null)).toBeNull();
});

test('is found by any part of it in whatever width or case, never by a telephone number', () => {
  const remarks = 'ＡＰＰ 打不开，请致电 138 0013 8000 或 li@home.example';
  const said = saidIn(visitItem('v1', { answers: { ...answers, remarks } }), null);
  const text = said ? searchableIn(said) : '';
  const found = (search: string) => wordsSought(search).every((word) => text.includes(word));
  expect([found('app'), found('打不开 App'), found('不开'), found('致电，打不')]).toEqual([true, true, true, true]);
  expect([found('138'), found('0013'), found('li@home'), found('打开')]).toEqual([false, false, false, false]);
  expect(wordsSought('  ')).toEqual([]);
});
