import type { ResidentMailView, StaffMailView } from '#domain/mail/view';
import type { Language } from '#domain/text';

export const ZONE = 'Asia/Shanghai';
/** Friday, 01:52 at the site. */
export const NIGHT = Date.parse('2026-11-27T01:52:00+08:00');
export const MIN = 60_000;

/** Markup, template braces, a header and reversed text in one. */
export const HOSTILE =
  '<img src=x onerror=alert(1)> {{ link }} {% raw %} "quoted" \'single\' & \u202egnp.exe\r\nBcc: all@example.org https://evil.example/';

export const staffView = (language: Language, changes: Partial<StaffMailView> = {}): StaffMailView => ({
  kind: 'complaint',
  order: null,
  language,
  reason: 'raised',
  now: NIGHT,
  zone: ZONE,
  reader: 'Wang Wei',
  company: 'Lakeside Property',
  site: 'East Lake Garden',
  number: 'EL-261127-003',
  category: 'Water leak from above',
  severity: 'urgent',
  major: false,
  status: 'assigned',
  where: 'Building 2, 1203',
  filedAt: NIGHT - 35 * MIN,
  since: 'about an hour ago',
  description: 'Mrs Zhang, 13912345678: water comes through the ceiling.',
  level: { at: 2, of: 4, post: 'head of engineering' },
  because: { type: 'nobodyAcknowledged', people: ['Li Qiang'], deadline: NIGHT - 2 * MIN },
  soFar: ['Fri 01:17 · Chen Jie recorded the complaint.'],
  due: { at: NIGHT + 128 * MIN, for: 'acknowledge' },
  next: { to: ['Zhao Min'] },
  actions: ['acknowledge', 'handOver'],
  link: 'https://steward.example/a/eyJhbGciOi.abc.def',
  call: null,
  ...changes,
});

export const residentView = (language: Language, changes: Partial<ResidentMailView> = {}): ResidentMailView => ({
  language,
  template: 'received',
  now: NIGHT,
  zone: ZONE,
  name: 'Zhang Min',
  company: 'Lakeside Property',
  site: 'East Lake Garden',
  sitePhone: '027-8888 0000',
  number: 'EL-261127-003',
  category: 'Water leak from above',
  filedAt: NIGHT - 35 * MIN,
  told: 'We replaced the pipe.',
  caretaker: 'Customer centre',
  link: 'https://steward.example/r/eyJhbGciOi.abc.def',
  when: NIGHT + 128 * MIN,
  ...changes,
});
