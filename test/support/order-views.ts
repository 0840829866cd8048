import type { Language } from '#domain/text';
import { HOUR } from '#domain/time';
import type { AnsweredPoint, ChecklistView } from '#http/pages/check-view';
import type { OrderView } from '#http/pages/order-view';
import type { ActionPageView } from '#http/pages/view';
import { NIGHT } from './mail-views.ts';
import { actionView, everyOffer } from './page-views.ts';

const counts = { points: 12, answered: 4, missing: 8, flagged: 1, failed: 1 };
export const found = (label: string, changes: Partial<AnsweredPoint> = {}): AnsweredPoint => ({
  label,
  facility: null,
  found: '正常',
  verdict: 'pass',
  note: null,
  photos: [],
  by: '李强',
  at: NIGHT - HOUR,
  ...changes,
});

export const checklist = (changes: Partial<ChecklistView> = {}): ChecklistView => ({
  counts,
  parts: [
    { at: '0-0', facility: null, name: '轿厢', counts: { points: 4, answered: 4, missing: 0, flagged: 1, failed: 0 } },
    {
      at: '0-1',
      facility: null,
      name: '机房与底坑',
      counts: { points: 6, answered: 0, missing: 6, flagged: 0, failed: 0 },
    },
    { at: '0-2', facility: null, name: '收尾', counts: { points: 2, answered: 0, missing: 2, flagged: 0, failed: 0 } },
  ],
  next: { at: '0-1', name: '机房与底坑', photosOnly: false },
  open: true,
  answered: [],
  ...changes,
});

export const orderPart = (changes: Partial<OrderView> = {}): OrderView => ({
  facilities: [{ name: '1 号客梯', number: 'DT-01', place: '1 栋电梯厅', more: ['三菱 LEHY', '质保至 2027-01-01'] }],
  others: 0,
  plan: { name: '电梯月检', day: '2026年11月27日 周五' },
  origin: null,
  rework: null,
  checklist: checklist(),
  earlier: [{ number: 'ELW-261027-001', at: NIGHT - 744 * HOUR, plan: '电梯月检', status: 'closed', failed: 1 }],
  ...changes,
});

const OFFERED = ['acknowledge', 'check', 'complete', 'handOver', 'notMine', 'pause', 'bringIn', 'escalate', 'note'];
/** The page of an order whose work goes on. */
export const orderView = (language: Language, changes: Partial<ActionPageView> = {}): ActionPageView =>
  actionView(language, {
    kind: 'workOrder',
    order: orderPart(),
    category: '电梯',
    number: 'ELW-261127-003',
    status: 'inProgress',
    where: '1 栋 1 号电梯厅',
    since: null,
    description: '按检查表完成月检。',
    owner: '李强',
    level: null,
    due: { at: NIGHT + 8 * HOUR, for: 'resolve' },
    soFar: ['周五 01:17 · 李强已接单。'],
    offers: everyOffer().filter(({ action }) => OFFERED.includes(action)),
    ...changes,
  });
