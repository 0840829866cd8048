import { MaintenancePlan } from '#domain/maintenance-plan';

const text = (words: string) => ({ 'zh-CN': words, en: words });

/** The month's check of the lift of `asset()`, on the 5th at nine, in time for three days. */
export const planOf = (change: Partial<MaintenancePlan> = {}): MaintenancePlan =>
  MaintenancePlan.parse({
    id: 'lift-month',
    name: { 'zh-CN': '电梯月检', en: 'Lifts, monthly' },
    work: text('Check the lifts.'),
    assets: ['a1'],
    per: 'asset',
    checklist: null,
    mode: 'fixed',
    leadDays: 0,
    graceDays: 3,
    absorbs: [],
    meter: null,
    status: 'active',
    moves: [],
    recurrence: {
      frequency: { unit: 'month', every: 1, on: { kind: 'date', day: 5 } },
      time: '09:00',
      start: '2026-12-01',
      end: null,
      season: null,
      missingDay: 'clamp',
      nonWorkingDay: 'after',
    },
    ...change,
  });
