import type { Improvement } from '#domain/improvement/improvement';
import type { OutboxRow } from '#ports';

export const site = 'east-lake';
export const improvement = (company: string, id: string, change: Partial<Improvement> = {}): Improvement => ({
  ...{ id, company, site, number: `ELP-261102-${id}`, version: 1, target: 0.99, days: 30, state: 'plan' },
  ref: { site, measure: 'timeliness', by: { dimension: 'area', value: id } },
  ...{ cause: '', action: '', owner: null, actionBy: null, weeks: 4, checkOn: null, done: null },
  before: { value: 0.9, counted: 10, from: '2026-10-04', to: '2026-11-02' },
  ...{ after: null, seen: '', effect: null, conclusion: '', earlier: [], closed: null },
  opened: { at: 1_000, on: '2026-11-02', by: 'system' },
  ...change,
});
export const closedOn = (on: string) => ({ state: 'closed', closed: { at: 9_000, on, by: 'site-director' } }) as const;
/** The mail that it was opened. */
export const notice = (company: string, id: string): OutboxRow => ({
  ...{ company, item: id, kind: 'visit', state: 'pending', attempts: 0, notBefore: 5, at: 5, error: null },
  effect: {
    type: 'notice',
    id: `${id}/opened`,
    about: { what: 'improvement', improvement: id, why: 'opened', to: 'a' },
  },
});
