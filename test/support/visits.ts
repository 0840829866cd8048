import type { Item } from '#domain/item';
import type { Visit, VisitAnswers } from '#domain/visit';
import { at, complaint } from './estate.ts';

export const answers: VisitAnswers = {
  score: 4,
  onTime: true,
  held: 'yes',
  remarks: '师傅很耐心',
  reason: null,
  by: 'steward-b1',
  channel: 'phone',
  at: at('2026-11-25', '11:00'),
};

/** A visit of 1201 in building 1 after a complaint that repairer A solved. */
export const visitWith = (change: Partial<Visit> = {}): Visit => ({
  rule: { id: 'after-complaint', name: { 'zh-CN': '投诉结案后回访', en: 'After a closed complaint' } },
  of: {
    item: 'c1',
    number: 'EL-261123-001',
    kind: 'complaint',
    category: 'corridor-light',
    severity: 'normal',
    endedAt: at('2026-11-23', '12:00'),
  },
  why: null,
  household: 'east-lake-b1-1201',
  settings: { id: 'main', version: 1 },
  questionnaire: 'work-done',
  visitor: 'steward-b1',
  workers: ['repairer-a'],
  channel: 'phone',
  tried: [],
  attempts: 0,
  gaveUp: false,
  due: at('2026-11-25', '10:00'),
  answers: null,
  low: 2,
  ...change,
});

/** The item of such a visit, closed once it was answered. */
export const visitItem = (
  id: string,
  visit: Partial<Visit> = {},
  change: Partial<Item> = {},
  when = at('2026-11-25', '10:00'),
): Item => ({
  ...complaint(when, { item: { id, kind: 'visit', number: `EL-V-${id}`, version: 0 } }),
  visit: visitWith(visit),
  ...(visit.answers && { status: 'closed' as const, endedAt: visit.answers.at }),
  ...change,
});
