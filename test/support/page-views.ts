import type { Language } from '#domain/text';
import { toIso } from '#domain/time';
import { actionNames } from '#domain/workflow/action';
import type { ActionPageView, PageOffer, ResultPageView, StatePageView } from '#http/pages/view';
import { MIN, NIGHT, ZONE } from './mail-views.ts';

const HOUR = 60 * MIN;
export const TIMES = [1, 2, 8, 32, 56].map((hours) => NIGHT + hours * HOUR);

const people = (n: number): NonNullable<PageOffer['people']> =>
  Array.from({ length: n }, (_, i) => ({ id: `person-${i}`, name: `王伟 ${i}`, post: '工程部' }));

/** Everything there is, each with its choices. */
export const everyOffer = (): PageOffer[] =>
  actionNames.map((action) => ({
    action,
    people: people(60),
    departments: [{ id: 'security', name: '秩序维护部' }],
    times: TIMES.map(toIso),
    cap: toIso(NIGHT + 100 * HOUR),
    calls: [{ id: 'call-1', template: 'resolved', due: toIso(NIGHT + HOUR) }],
    categories: [{ id: 'water-leak', name: '楼上漏水' }],
    buildings: [{ id: 'b2', name: '2 栋' }],
    assets: [{ id: 'a1', name: '1 号客梯 DT-01' }],
    ...(action === 'giveReason' && {
      asks: { onTime: true, held: true, reasons: [{ id: 'came-back', name: '问题再次出现' }] },
    }),
  }));

export const actionView = (language: Language, changes: Partial<ActionPageView> = {}): ActionPageView => ({
  kind: 'complaint',
  order: null,
  care: null,
  language,
  now: NIGHT,
  zone: ZONE,
  site: 'East Lake Garden',
  number: 'EL-261127-003',
  category: 'Water leak from above',
  severity: 'urgent',
  major: false,
  status: 'assigned',
  where: 'Building 2, 1203',
  filedAt: NIGHT - 35 * MIN,
  since: 'about an hour ago',
  answers: [],
  description: 'Water comes through the ceiling.',
  owner: 'Li Qiang',
  level: { at: 2, of: 4, post: 'head of engineering' },
  due: { at: NIGHT + 128 * MIN, for: 'acknowledge' },
  next: { to: ['Zhao Min'] },
  soFar: ['Fri 01:17 · Chen Jie recorded the complaint.'],
  resident: null,
  photos: [],
  offers: everyOffer(),
  calls: { 'call-1': { told: 'The pipe is new.' } },
  open: null,
  nonce: 'nonce-1',
  posted: null,
  ...changes,
});

export const resultView = (language: Language, changes: Partial<ResultPageView> = {}): ResultPageView => ({
  kind: 'complaint',
  language,
  site: 'East Lake Garden',
  number: 'EL-261127-003',
  now: NIGHT,
  zone: ZONE,
  done: 'acknowledge',
  status: 'inProgress',
  owner: 'Li Qiang',
  due: { at: NIGHT + 128 * MIN, for: 'reply' },
  next: { to: ['Zhao Min'] },
  stepLink: 'https://steward.example/a/next',
  mailed: 'now',
  promiseLink: null,
  upload: { url: 'https://bucket.example/', fields: { key: 'incoming/demo/p', Policy: 'e30=' }, photo: 'p' },
  photos: 1,
  uploaded: null,
  ...changes,
});

export const stateView = (language: Language, changes: Partial<StatePageView> = {}): StatePageView => ({
  kind: 'complaint',
  order: null,
  language,
  site: 'East Lake Garden',
  number: 'EL-261127-003',
  now: NIGHT,
  zone: ZONE,
  why: 'handled',
  handled: { by: 'Li Qiang', at: NIGHT - 5 * MIN, action: 'acknowledge' },
  category: 'Water leak from above',
  status: 'inProgress',
  owner: 'Li Qiang',
  due: { at: NIGHT + 128 * MIN, for: 'reply' },
  soFar: ['Fri 01:17 · Chen Jie recorded the complaint.'],
  stepLink: null,
  ...changes,
});
