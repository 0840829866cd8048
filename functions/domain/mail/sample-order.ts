import type { Language } from '../text.ts';
import { HOUR } from '../time.ts';
import type { OrderMail } from './order-mail.ts';
import type { Changes, Sample } from './sample-view.ts';

const SAMPLE: Record<Language, Pick<Changes, 'category' | 'description'> & { order: OrderMail; detail: string }> = {
  'zh-CN': {
    category: '电梯',
    description: '按检查表完成电梯月检。',
    detail: '机房温度 41 ℃',
    order: plannedFor('1 号客梯（DT-01）', '电梯月检', '2026年11月27日 周五'),
  },
  en: {
    category: 'Lift',
    description: 'Check the lift by the checklist.',
    detail: 'machine room at 41 ℃',
    order: plannedFor('Lift 1 (DT-01)', 'Monthly lift check', 'Fri 27 Nov 2026'),
  },
};
function plannedFor(facility: string, name: string, day: string): OrderMail {
  const checklist = { points: 12, answered: 0, missing: 12, flagged: 0, failed: 0 };
  return { facility, plan: { name, day }, origin: null, rework: null, reported: false, checklist, missed: 0 };
}

/** Situations of orders alone. */
export const orderSituations: Record<string, (sample: Sample) => Changes> = {
  inspect: ({ now }) => ({
    reason: 'asked',
    status: 'resolved',
    because: { type: 'responsible' },
    due: { at: now + 24 * HOUR, for: 'answer' },
  }),
  patrol: ({ words }) => ({ reason: 'asked', status: 'inProgress', because: { type: 'patrol', reason: words.patrol } }),
  pointMissed: ({ words }) => ({ reason: 'pointMissed', because: { type: 'pointMissed', reason: words.point } }),
  redo: ({ other, words }) => ({
    reason: 'asked',
    status: 'inProgress',
    because: { type: 'declined', by: other, reason: words.redo },
  }),
  reopened: ({ words }) => ({ reason: 'asked', status: 'assigned', because: { type: 'reopened', reason: words.redo } }),
  returned: ({ other, words }) => ({
    reason: 'asked',
    status: 'assigned',
    because: { type: 'returned', by: other, reason: words.returned },
  }),
};

/** What a complaint a preview is of has to be like for a mail about orders; null: the mail is about complaints. */
export function sampleOrder(template: string, language: Language): { situation: string; changes: Changes } | null {
  const situation = /^order-(.+)$/.exec(template)?.[1];
  if (situation === undefined) return null;
  const { detail, order, ...said } = SAMPLE[language];
  const unplanned = { ...order, plan: null, checklist: null };
  const orders: Record<string, OrderMail> = {
    corrective: { ...unplanned, origin: { number: 'ELW-261127-003', why: 'failedCheck', detail } },
    reported: { ...unplanned, origin: { number: 'EL-261127-003', why: 'report', detail: null } },
    rework: { ...unplanned, rework: { number: 'ELW-261101-002', times: 2 } },
  };
  return {
    situation,
    changes: { kind: 'workOrder', since: null, soFar: [], ...said, order: orders[situation] ?? order },
  };
}
