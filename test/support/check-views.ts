import type { CheckAnswer } from '#domain/checklist-answers';
import type { ChecklistSection } from '#domain/maintenance';
import type { Language } from '#domain/text';
import type { CheckPageView, CheckPhotosView } from '#http/pages/check-view';

const t = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const base = { photo: 'none', required: true } as const;

/** A section with a point of every type. */
export const everySection: ChecklistSection = {
  id: 'machine-room',
  name: t('机房与底坑', 'Machine room and pit'),
  items: [
    { ...base, id: 'doors', label: t('开关门平稳', 'Doors close smoothly'), type: 'check' },
    { ...base, id: 'heat', label: t('机房温度', 'Temperature'), type: 'reading', unit: '℃', min: 5, max: 40 },
    { ...base, id: 'lamps', label: t('亮灯数', 'Lamps lit'), type: 'count', total: null },
    { ...base, id: 'valves', label: t('完好阀门', 'Valves in order'), type: 'count', total: 4 },
    {
      ...base,
      id: 'seal',
      label: t('铅封', 'Seal'),
      type: 'choice',
      options: [
        { id: 'whole', name: t('完好', 'Whole') },
        { id: 'broken', name: t('破损', 'Broken') },
      ],
      photo: 'required',
    },
    { ...base, id: 'remarks', label: t('备注', 'Remarks'), type: 'text', required: false, photo: 'optional' },
  ],
};

export const given = (value: CheckAnswer['value'], more: Partial<CheckAnswer> = {}): CheckAnswer => ({
  value,
  note: null,
  photos: [],
  by: 'li',
  at: 0,
  failed: false,
  ...more,
});

export const checkView = (language: Language, changes: Partial<CheckPageView> = {}): CheckPageView => ({
  language,
  site: 'East Lake Garden',
  number: 'ELW-261127-003',
  facility: '1 号客梯 DT-01',
  place: '1 栋电梯厅',
  section: everySection,
  at: '0-1',
  part: { n: 2, of: 3 },
  counts: { points: 12, answered: 4, missing: 8, flagged: 0, failed: 0 },
  next: { at: '0-2', name: '收尾' },
  answers: {},
  missing: null,
  photos: false,
  saved: false,
  posted: null,
  ...changes,
});

export const photosView = (language: Language, changes: Partial<CheckPhotosView> = {}): CheckPhotosView => {
  const { answers: _, missing: _m, photos: _p, saved: _s, posted: _q, ...shared } = checkView(language);
  const upload = { url: 'https://bucket.example/', fields: { key: 'incoming/demo/p' }, photo: 'p' };
  return {
    ...shared,
    points: [
      { label: '铅封', found: '破损', needed: true, photos: 0, upload },
      { label: '备注', found: '有油', needed: false, photos: 2, upload },
    ],
    uploaded: null,
    ...changes,
  };
};
