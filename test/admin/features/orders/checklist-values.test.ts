import { expect, test } from 'vitest';
import type { CheckAnswer } from '#domain/checklist-answers';
import type { ChecklistItem, ChecklistSection } from '#domain/maintenance';
import {
  changedPoints,
  pointsToFill,
  type SectionValues,
  valuesOf,
} from '../../../../admin/src/features/orders/checklist-values.ts';

const label = { 'zh-CN': '名', en: 'Name' };
const common = { label, photo: 'optional', required: true } as const;
const items: ChecklistItem[] = [
  { ...common, id: 'doors', type: 'check' },
  { ...common, id: 'heat', type: 'reading', unit: '℃', min: 5, max: 40 },
  { ...common, id: 'lit', type: 'count', total: null },
  { ...common, id: 'signs', type: 'count', total: 8 },
];
const section: ChecklistSection = { id: 'car', name: label, items };
const answer = (value: CheckAnswer['value'], note: string | null = null): CheckAnswer => ({
  ...{ value, note, photos: ['p1'], by: 'li', at: 5, failed: false },
});
const answers = { 'a1/car/doors': answer('fail', '卡滞'), 'a1/car/lit': answer({ count: 3, total: 4 }) };
const before = valuesOf(section, 'a1', answers);
const changed = (values: SectionValues) => changedPoints(section, before, { ...before, ...values });

test('the form begins with what stands, of this facility only', () => {
  expect(before).toEqual({
    doors: { value: 'fail', note: '卡滞' },
    heat: {},
    lit: { value: '3', total: '4', note: '' },
    signs: {},
  });
  expect(valuesOf(section, 'a2', answers)).toEqual({ doors: {}, heat: {}, lit: {}, signs: {} });
});

test('nothing touched: nothing is sent', () => {
  expect(changed({})).toEqual([]);
  expect(changed({ doors: { value: ' fail ', note: '卡滞' } })).toEqual([]);
});

test.each<[string, SectionValues, object]>([
  ['an answer', { heat: { value: '41' } }, { item: 'heat', value: '41' }],
  ['another verdict keeps its note', { doors: { value: 'pass', note: '卡滞' } }, { item: 'doors', value: 'pass' }],
  ['a note taken out', { doors: { value: 'fail', note: '' } }, { item: 'doors', note: null }],
  ['an answer taken back', { doors: { value: '', note: '卡滞' } }, { item: 'doors', value: null }],
  ['a photo alone', { heat: { photos: ['p2'] } }, { item: 'heat', photos: ['p2'] }],
  ['a count with its total', { lit: { value: '4', total: '5' } }, { item: 'lit', value: { count: '4', total: '5' } }],
  ['only the total', { lit: { value: '3', total: '6' } }, { item: 'lit', value: { count: '3', total: '6' } }],
  ['a count of a known total', { signs: { value: '8' } }, { item: 'signs', value: '8' }],
])('%s', (_, values, sent) => {
  expect(changed(values)).toEqual([sent]);
});

test('what is to be filled in before the work is completed: by whoever may, and only what is required', () => {
  type Detail = Parameters<typeof pointsToFill>[0];
  const wire = (one: CheckAnswer) => ({ ...one, at: '2026-11-24T01:00:00Z', by: null });
  const detail = (given: Record<string, CheckAnswer>, action: string) =>
    ({
      actions: [{ action }],
      orderDetail: {
        checklist: {
          id: 'lift',
          name: label,
          sections: [{ ...section, items: items.map((one) => ({ ...one, photo: 'none' })) }],
        },
        assets: [{ id: 'a1' }],
        answers: Object.fromEntries(Object.entries(given).map(([key, one]) => [key, wire(one)])),
      },
    }) as unknown as Detail;
  expect(pointsToFill(detail({}, 'check'))).toBe(4);
  expect(pointsToFill(detail(answers, 'check'))).toBe(2);
  expect(pointsToFill(detail(answers, 'note'))).toBe(0);
  expect(pointsToFill({ ...detail({}, 'check'), orderDetail: null })).toBe(0);
});
