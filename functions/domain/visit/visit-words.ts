import type { Text } from '../text.ts';
import type { VisitOf } from '../visit.ts';

/** The category of a visit that follows nothing: no category of complaints is called so. */
export const PLAIN_VISIT = 'follow-up-visit';
export const plainVisitName: Text = { 'zh-CN': '例行回访', en: 'Follow-up visit' };

/** What a visitor should know of what they ask about, beside the rule. No personal data. */
export function aboutWords({ number, kind }: Pick<VisitOf, 'number' | 'kind'>, category: Text): Text {
  return kind === 'complaint'
    ? {
        'zh-CN': `投诉 ${number}“${category['zh-CN']}”已结案，请了解住户是否满意、问题是否彻底解决。`,
        en: `Complaint ${number}, “${category.en}”, was closed. Please ask whether it held and how satisfied the resident is.`,
      }
    : {
        'zh-CN': `工单 ${number}“${category['zh-CN']}”已完成，请了解住户是否满意、问题是否彻底解决。`,
        en: `Work order ${number}, “${category.en}”, is done. Please ask whether it held and how satisfied the resident is.`,
      };
}

/** Of a visit that follows nothing. */
export const plainWords: Text = {
  'zh-CN': '请了解住户近来是否满意、有什么需要。',
  en: 'Please ask how the resident is doing and what is needed.',
};
