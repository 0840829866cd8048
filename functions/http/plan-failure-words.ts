import type { PlanFailure } from '#domain/plan-failure';
import type { Language } from '#domain/text';
import { issueMessages } from './problem-messages.ts';

/** Why a planned publication was not carried out, a line a reason. */
export function planFailureWords(failure: PlanFailure, expected: number, language: Language): string[] {
  const zh = language === 'zh-CN';
  switch (failure.why) {
    case 'stale':
      return [
        zh
          ? `计划依据的是第 ${expected} 版，到时当前版本已是第 ${failure.version} 版。`
          : `It was based on version ${expected}; by then version ${failure.version} was current.`,
      ];
    case 'authorGone':
      return [zh ? '计划人到时已停用。' : 'Whoever planned it was no longer active by then.'];
    case 'notAllowed':
      return [zh ? '计划人到时已无权发布。' : 'Whoever planned it was no longer allowed to publish it by then.'];
    case 'invalid':
      return Object.values(issueMessages(failure.issues, language)).flat();
  }
}
