import type { Language } from '../text.ts';
import { HOUR, type Instant } from '../time.ts';
import { orderSituations, sampleOrder } from './sample-order.ts';
import type { ResidentMailView, StaffMailView } from './view.ts';

export type Changes = Partial<StaffMailView>;
export interface Sample {
  now: Instant;
  /** Somebody of the staff, by name. */
  other: string;
  words: { asked: string; told: string; redo: string; returned: string; patrol: string; point: string };
}

const SAID: Record<Language, Sample['words']> = {
  'zh-CN': {
    asked: '需要更换水泵，是否同意采购？',
    told: '已更换接头并试水，未再渗漏。',
    redo: '风机仍有异响。',
    returned: '需由维保单位处理。',
    patrol: '22:00 至 05:00，9 个点',
    point: '地下泵房（00:50 前）',
  },
  en: {
    asked: 'The pump must be replaced: may we order one?',
    told: 'We replaced the joint and tested it: dry.',
    redo: 'The fan still makes noise.',
    returned: 'The contractor has to do it.',
    patrol: '22:00 to 05:00, 9 points',
    point: 'Pump room (by 00:50)',
  },
};

/** What a complaint would have to be like for each situation: laid over a real one for a preview. */
const situations: Record<string, (sample: Sample) => Changes> = {
  asked: () => ({ reason: 'asked', status: 'assigned', because: { type: 'responsible' } }),
  verify: () => ({ reason: 'asked', status: 'verifying', because: { type: 'responsible' } }),
  askVerdict: ({ now }) => ({
    reason: 'asked',
    status: 'resolved',
    because: { type: 'responsible' },
    due: { at: now + 24 * HOUR, for: 'answer' },
  }),
  notSatisfied: () => ({ reason: 'asked', status: 'assigned', because: { type: 'reopened', reason: null } }),
  partly: () => ({ reason: 'asked', status: 'inProgress', because: { type: 'partly', reason: null } }),
  raised: ({ now, other }) => ({
    reason: 'raised',
    status: 'assigned',
    level: { at: 2, of: 3, post: null },
    because: { type: 'nobodyAcknowledged', people: [other], deadline: now - HOUR },
  }),
  decision: ({ other, words }) => ({
    reason: 'raised',
    status: 'inProgress',
    because: { type: 'askedBy', by: other, question: words.asked },
  }),
  reminder: () => ({ reason: 'reminder', status: 'assigned', because: { type: 'responsible' } }),
  nextStep: () => ({ reason: 'nextStep', status: 'inProgress', because: { type: 'acted' } }),
  handedOver: ({ other }) => ({
    reason: 'handedOver',
    status: 'assigned',
    because: { type: 'handedOver', by: other, note: null },
  }),
  broughtIn: ({ other }) => ({
    reason: 'broughtIn',
    status: 'inProgress',
    because: { type: 'broughtIn', by: other, note: null },
  }),
  informed: () => ({ reason: 'informed', major: false, because: { type: 'involved' } }),
  major: () => ({ reason: 'informed', major: true, because: { type: 'major' } }),
  call: ({ now, words }) => ({
    reason: 'call',
    call: { told: words.told, template: 'replied' },
    due: { at: now + 4 * HOUR, for: 'call' },
    because: { type: 'responsible' },
  }),
  callOverdue: ({ now, words }) => ({
    reason: 'callOverdue',
    call: { told: words.told, template: 'replied' },
    due: { at: now - HOUR, for: 'call' },
    because: { type: 'responsible' },
  }),
  overdue: ({ now }) => ({
    reason: 'overdue',
    status: 'inProgress',
    due: { at: now - HOUR, for: 'reply' },
    because: { type: 'owner' },
  }),
  nudged: () => ({ reason: 'nudged', status: 'inProgress', because: { type: 'nudged' } }),
  information: ({ words }) => ({ reason: 'information', because: { type: 'information', reason: words.asked } }),
  linkedEnded: () => ({
    reason: 'linkedEnded',
    status: 'inProgress',
    because: { type: 'linkedEnded', reason: 'ELW-261123-002' },
  }),
  opinion: () => ({ reason: 'information', because: { type: 'opinion', reason: null } }),
  nobodyActed: () => ({ reason: 'asked', status: 'nobodyActed', because: { type: 'nobodyActed' } }),
  ended: () => ({ reason: 'ended', status: 'closed', because: { type: 'owner' }, due: null, next: null }),
};

const VISIT = 'visit-';
/** Situations only visits have. */
const visitSituations: typeof situations = {
  praised: ({ words }) => ({ reason: 'informed', status: 'closed', because: { type: 'praise', reason: words.told } }),
  attend: ({ now }) => ({
    reason: 'asked',
    status: 'resolved',
    because: { type: 'responsible' },
    due: { at: now + 24 * HOUR, for: 'answer' },
  }),
};

/** The view of a real complaint as it would be in the situation a template is for; one of a company's own is an asking. */
export function sampleStaffView(view: StaffMailView, template: string, other: string): StaffMailView {
  const { now, language } = view;
  const order = sampleOrder(template, language);
  const isVisit = template.startsWith(VISIT);
  const all = order
    ? { ...situations, ...orderSituations }
    : isVisit
      ? { ...situations, ...visitSituations }
      : situations;
  const situation = order?.situation ?? (isVisit ? template.slice(VISIT.length) : template);
  const of = Object.hasOwn(all, situation) ? all[situation] : situations.asked;
  const usual = view.due ?? { at: now + 2 * HOUR, for: 'acknowledge' as const };
  const changes = order?.changes ?? (isVisit ? { kind: 'visit' as const } : {});
  return { ...view, ...changes, due: usual, ...of?.({ now, other, words: SAID[language] }), template };
}

/** Notices that somebody writes something for, which the preview shows with words of that sort. */
const written: ReadonlySet<string> = new Set(['promised', 'replied', 'resolved', 'invalid', 'pausedNotice', 'general']);

/** The notice as it would be with everything there that it may name. */
export const sampleResidentView = (view: ResidentMailView): ResidentMailView => ({
  ...view,
  when: view.when ?? view.now + 24 * HOUR,
  told: view.told ?? (written.has(view.template) ? SAID[view.language].told : null),
});
