import { describe, expect, test } from 'vitest';
import {
  answerKey,
  type CheckAnswer,
  checkCounts,
  checkValue,
  failedPoints,
  judge,
  missingAt,
  missingPoints,
  pointsOf,
  readSection,
  type SentCheck,
} from '#domain/checklist-answers';
import type { Checklist, ChecklistItem } from '#domain/maintenance';

const t = (words: string) => ({ 'zh-CN': words, en: words });
const base = { photo: 'none', required: true } as const;
const doors: ChecklistItem = { ...base, id: 'doors', label: t('doors'), type: 'check' };
const heat: ChecklistItem = { ...base, id: 'heat', label: t('heat'), type: 'reading', unit: '℃', min: 5, max: 40 };
const meter: ChecklistItem = {
  ...base,
  id: 'meter',
  label: t('meter'),
  type: 'reading',
  unit: 'h',
  min: null,
  max: null,
};
const lamps: ChecklistItem = { ...base, id: 'lamps', label: t('lamps'), type: 'count', total: null };
const valves: ChecklistItem = { ...base, id: 'valves', label: t('valves'), type: 'count', total: 4 };
const seal: ChecklistItem = {
  ...base,
  id: 'seal',
  label: t('seal'),
  type: 'choice',
  options: [
    { id: 'whole', name: t('whole') },
    { id: 'broken', name: t('broken') },
  ],
  photo: 'required',
};
const remarks: ChecklistItem = { ...base, id: 'remarks', label: t('remarks'), type: 'text', required: false };
const section = { id: 'car', name: t('car'), items: [doors, heat, meter, lamps, valves, seal, remarks] };
const checklist: Checklist = { id: 'lift', name: t('lift'), sections: [section] };

const saving = { asset: null, before: {}, by: 'li', at: 1000 };
const read = (...sent: SentCheck[]) => readSection(section, sent, saving);
const answer = (value: CheckAnswer['value'], more: Partial<CheckAnswer> = {}): CheckAnswer => ({
  value,
  note: null,
  photos: [],
  by: 'li',
  at: 1000,
  failed: false,
  ...more,
});
const key = (item: string) => answerKey(null, 'car', item);

describe('how a value is judged', () => {
  test.each<[ChecklistItem, CheckAnswer['value'], string | null]>([
    [doors, 'pass', 'pass'],
    [doors, 'flag', 'flag'],
    [doors, 'fail', 'fail'],
    [doors, 'other', null],
    [heat, 5, 'pass'],
    [heat, 40, 'pass'],
    [heat, 4.999, 'fail'],
    [heat, 40.001, 'fail'],
    [{ ...heat, min: null }, -300, 'pass'],
    [{ ...heat, max: null }, 4, 'fail'],
    [meter, 7, null],
    [lamps, { count: 12, total: 12 }, 'pass'],
    [lamps, { count: 11, total: 12 }, 'fail'],
    [seal, 'broken', null],
    [remarks, 'all well', null],
  ])('%o with %o is %s', (item, value, verdict) => {
    expect(judge(item, value)).toBe(verdict);
  });
});

describe('what was sent is taken as people type it', () => {
  test.each<[string, SentCheck['value'], CheckAnswer['value'], boolean]>([
    ['doors', 'fail', 'fail', true],
    ['heat', ' 41 ', 41, true],
    ['heat', '２３．５', 23.5, false],
    ['heat', '-1', -1, true],
    ['meter', '12,345', 12345, false],
    ['meter', 0, 0, false],
    ['lamps', { count: '46', total: '48' }, { count: 46, total: 48 }, true],
    ['lamps', { count: 0, total: 1 }, { count: 0, total: 1 }, true],
    ['valves', '4', { count: 4, total: 4 }, false],
    ['valves', { count: '3', total: '9' }, { count: 3, total: 4 }, true],
    ['seal', 'broken', 'broken', false],
    ['remarks', '  oil on the rail ', 'oil on the rail', false],
  ])('%s: %o', (item, value, taken, failed) => {
    expect(read({ item, value })).toEqual({ changed: { [key(item)]: answer(taken, { failed }) }, problems: [] });
  });

  test.each<[string, SentCheck['value'], string, string, string?]>([
    ['doors', 'maybe', 'value', 'answer_choice'],
    ['doors', { count: 1, total: 2 }, 'value', 'answer_choice'],
    ['doors', ' ', 'value', 'answer_needed'],
    ['heat', 'warm', 'value', 'answer_number'],
    ['heat', '1e3', 'value', 'answer_number'],
    ['lamps', { count: '46', total: '' }, 'total', 'answer_needed'],
    ['lamps', { count: '', total: '48' }, 'value', 'answer_needed'],
    ['lamps', { count: '46', total: 'x' }, 'total', 'answer_number'],
    ['lamps', { count: '49', total: '48' }, 'value', 'answer_most', '48'],
    ['lamps', { count: '0.5', total: '48' }, 'value', 'answer_whole'],
    ['lamps', { count: '-1', total: '48' }, 'value', 'answer_whole'],
    ['lamps', { count: '0', total: '0' }, 'total', 'answer_least', '1'],
    ['valves', '5', 'value', 'answer_most', '4'],
    ['seal', 'gone', 'value', 'answer_choice'],
    ['remarks', 'x'.repeat(1001), 'value', 'answer_too_long', '1000'],
    ['elsewhere', 'pass', 'value', 'answer_unknown'],
  ])('%s: %o is refused', (item, value, field, code, named) => {
    expect(read({ item, value })).toEqual({
      changed: {},
      problems: [{ item, field, code, ...(named !== undefined && { value: named }) }],
    });
  });

  test('one point that cannot be taken keeps none of the others', () => {
    const { changed, problems } = read({ item: 'heat', value: 'warm' }, { item: 'doors', value: 'pass' });
    expect(Object.keys(changed)).toEqual([key('doors')]);
    expect(problems).toHaveLength(1);
  });

  test('a note or a photo alone says nothing', () => {
    const needed = { item: 'doors', field: 'value', code: 'answer_needed' };
    expect(read({ item: 'doors', note: 'squeaks' }).problems).toEqual([needed]);
    expect(read({ item: 'doors', photos: ['p1'] }).problems).toEqual([needed]);
    expect(read({ item: 'doors', note: '' })).toEqual({ changed: {}, problems: [] });
  });
});

describe('what is saved again', () => {
  const before = { [key('heat')]: answer(41, { note: 'fan off', photos: ['p1'], failed: true }) };
  const again = (sent: SentCheck) => readSection(section, [sent], { asset: null, before, by: 'wang', at: 2000 });

  test('the same changes nothing and stays with who found it', () => {
    expect(again({ item: 'heat', value: '41', note: 'fan off', photos: ['p1'] }).changed).toEqual({});
    expect(again({ item: 'heat' }).changed).toEqual({});
  });

  test('another value is judged anew, is the later person’s, and keeps note and photos', () => {
    const now = answer(30, { note: 'fan off', photos: ['p1'], by: 'wang', at: 2000 });
    expect(again({ item: 'heat', value: '30' }).changed).toEqual({ [key('heat')]: now });
  });

  test('a photo is added to those there are, and the finding stays whose it was', () => {
    const now = answer(41, { note: 'fan off', photos: ['p1', 'p2'], failed: true });
    expect(again({ item: 'heat', photos: ['p1', 'p2'] }).changed).toEqual({ [key('heat')]: now });
    const many = Array.from({ length: 10 }, (_, i) => `q${i}`);
    expect(again({ item: 'heat', photos: many }).problems).toEqual([
      { item: 'heat', field: 'photos', code: 'too_many_photos' },
    ]);
  });

  test('null takes it back, a note is emptied by an empty one', () => {
    expect(again({ item: 'heat', value: null }).changed).toEqual({ [key('heat')]: null });
    expect(again({ item: 'doors', value: null }).changed).toEqual({});
    expect(again({ item: 'heat', note: '' }).changed[key('heat')]?.note).toBeNull();
  });
});

describe('how far it is', () => {
  const points = pointsOf(checklist, []);
  const two = pointsOf(checklist, [{ id: 'a1' }, { id: 'a2' }]);

  test('a list is walked once, or once for each asset', () => {
    expect(points.map((point) => point.key)).toEqual(section.items.map(({ id }) => `-/car/${id}`));
    expect(two).toHaveLength(14);
    expect(two[7]?.key).toBe('a2/car/doors');
    expect(pointsOf(null, [{ id: 'a1' }])).toEqual([]);
  });

  test('a required point is missing until it is answered, and until its photo is there', () => {
    const sealed = points.find(({ item }) => item.id === 'seal');
    if (!sealed) throw new Error('no such point');
    expect(missingAt(sealed, {})).toBe('answer');
    expect(missingAt(sealed, { [sealed.key]: answer('whole') })).toBe('photo');
    expect(missingAt(sealed, { [sealed.key]: answer('whole', { photos: ['p1'] }) })).toBeNull();
    expect(missingPoints(points, {}).map(({ item }) => item.id)).not.toContain('remarks');
  });

  test('a photo is asked for with an optional point once it is answered', () => {
    const point = { key: 'k', asset: null, section, item: { ...remarks, photo: 'required' as const } };
    expect(missingAt(point, {})).toBeNull();
    expect(missingAt(point, { k: answer('x') })).toBe('photo');
  });

  test('counts say what was answered, is missing, flagged and failed', () => {
    const answers = {
      [key('doors')]: answer('flag'),
      [key('heat')]: answer(41, { failed: true }),
      [key('seal')]: answer('whole'),
      'a9/car/doors': answer('fail', { failed: true }),
    };
    expect(checkCounts(points, answers)).toEqual({ points: 6, answered: 3, missing: 4, flagged: 1, failed: 1 });
    expect(failedPoints(points, answers).map(({ item }) => item.id)).toEqual(['heat']);
  });

  test('a condition reads a value; of several assets the worst one speaks', () => {
    const of = (asset: string, item: string) => answerKey(asset, 'car', item);
    const answers = {
      [of('a1', 'heat')]: answer(20),
      [of('a2', 'heat')]: answer(41),
      [of('a1', 'doors')]: answer('flag'),
      [of('a2', 'doors')]: answer('pass'),
      [of('a2', 'lamps')]: answer({ count: 3, total: 4 }),
    };
    expect(checkValue(two, answers, 'car.heat')).toBe(41);
    expect(checkValue(two, answers, 'car.doors')).toBe('flag');
    expect(checkValue(two, answers, 'car.lamps')).toBe(3);
    expect(checkValue(two, answers, 'car.seal')).toBeUndefined();
    expect(checkValue(two, answers, 'constructor')).toBeUndefined();
  });
});
