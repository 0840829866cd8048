import { workingDayAt, workingDays } from '#domain/limit';
import type { Recipient } from '#domain/recipients';
import type { Questionnaire, VisitRule, Visits } from '#domain/visit-rules';
import { desk, deskHead, text } from './parts.ts';

const steward: Recipient = { kind: 'steward' };

const rule = (
  id: string,
  name: VisitRule['name'],
  after: VisitRule['after'],
  given: Partial<VisitRule> = {},
): VisitRule => ({
  id,
  name,
  active: true,
  after,
  delay: workingDayAt(2, '10:00'),
  by: [steward, desk, deskHead],
  channel: 'preferred',
  questionnaire: 'work-done',
  share: { all: ['critical', 'urgent', 'high'], rest: 30 },
  ...given,
});

const questionnaire = (id: string, name: Questionnaire['name'], asks: Partial<Questionnaire> = {}): Questionnaire => ({
  id,
  name,
  onTime: true,
  held: true,
  fields: [],
  ...asks,
});

/** Who is asked how it went, as property management usually has it: all of the severe ones, a share of the rest. */
export const defaultVisits: Visits = {
  rules: [
    rule('after-complaint', text('投诉结案后回访', 'After a closed complaint'), { kind: 'complaint', when: null }),
    rule(
      'after-repair',
      text('入户维修后回访', 'After a repair at home'),
      { kind: 'repair', when: null },
      { share: { all: ['critical', 'urgent'], rest: 50 } },
    ),
    rule(
      'after-felt-work',
      text('影响住户的维保后回访', 'After work residents felt'),
      { kind: 'felt', impacts: ['whole-site', 'building'], most: 3, when: null },
      { questionnaire: 'public-work', share: { all: [], rest: 10 }, delay: workingDayAt(1, '14:00') },
    ),
    rule(
      'after-handover',
      text('交付三十天回访', 'Thirty days after delivery'),
      { kind: 'handover', days: 30 },
      { questionnaire: 'living-here', channel: 'inPerson', share: { all: [], rest: 100 }, delay: workingDays(3) },
    ),
    rule(
      'half-yearly',
      text('半年例行回访', 'Every half year'),
      { kind: 'periodic', everyDays: 182, buildings: [], age: null },
      { questionnaire: 'living-here', share: { all: [], rest: 25 }, delay: workingDayAt(1, '10:00') },
    ),
  ],
  questionnaires: [
    questionnaire('work-done', text('处理结果回访', 'How the work went')),
    questionnaire('public-work', text('公共维保回访', 'Work in the building'), { onTime: false }),
    questionnaire('living-here', text('例行回访', 'Living here'), {
      onTime: false,
      held: false,
      fields: [
        {
          id: 'wish',
          label: text('最希望改善的一件事', 'The one thing to improve'),
          required: false,
          type: 'text',
          long: true,
        },
      ],
    }),
  ],
  reasons: [
    { id: 'not-fixed', name: text('问题没有解决', 'Not fixed'), active: true },
    { id: 'came-back', name: text('问题再次出现', 'It came back'), active: true },
    { id: 'too-slow', name: text('处理太慢', 'Too slow'), active: true },
    { id: 'not-told', name: text('没有及时告知', 'Was not kept informed'), active: true },
    { id: 'manner', name: text('服务态度', 'Manner of staff'), active: true },
    { id: 'workmanship', name: text('维修质量', 'Workmanship'), active: true },
    { id: 'cleaning', name: text('现场没有收拾干净', 'Left a mess'), active: true },
    { id: 'cost', name: text('收费', 'Cost'), active: true },
    { id: 'other', name: text('其他', 'Other'), active: true },
  ],
  coolDownDays: 14,
  quota: 6,
  quiet: { from: '20:30', to: '09:00' },
  within: workingDays(2),
  low: 2,
  targets: [
    { measure: 'satisfaction', goal: 4.2, answers: 10, days: 30 },
    { measure: 'held', goal: 0.9, answers: 10, days: 30 },
    { measure: 'onTime', goal: 0.9, answers: 10, days: 30 },
    { measure: 'reached', goal: 0.8, answers: 10, days: 30 },
  ],
};
