import type { Language, Text } from '#domain/text';
import type { MoveRefusal } from './schemas/impact.ts';

const words: Record<MoveRefusal, Text> = {
  ended: { 'zh-CN': '该事项已经结束。', en: 'It is closed already.' },
  noStep: {
    'zh-CN': '新版本中没有它所在的步骤，请选择转到哪一步。',
    en: 'The step it stands in is not in that version. Choose where such complaints go.',
  },
  otherType: {
    'zh-CN': '新版本中的这一步已改为其他类型，请选择转到哪一步。',
    en: 'In that version its step is of another type. Choose where such complaints go.',
  },
  noLevel: {
    'zh-CN': '它已升到的层级在新版本中不存在，请选择转到哪一步。',
    en: 'It has climbed to a level that is not in that version. Choose where such complaints go.',
  },
  paused: {
    'zh-CN': '它已挂起，换到别的步骤会中断挂起；请先恢复，或等挂起结束后再转。',
    en: 'It is paused, and another step would end the pause. Resume it first, or move it later.',
  },
  badStep: {
    'zh-CN': '所选步骤不存在，或不是可以停留的步骤。',
    en: 'The step chosen is not there, or is not one in which a complaint waits.',
  },
  leadsOn: {
    'zh-CN': '所选步骤现在无人可通知，或无可等待，会立即进入下一步。',
    en: 'In the step chosen there is nobody to ask or nothing to wait for: it would go on from there at once.',
  },
  otherWorkflow: {
    'zh-CN': '它所在的项目现在使用另一个流程。',
    en: 'Another workflow is in force at its site.',
  },
  already: { 'zh-CN': '它已在这一版本上运行。', en: 'It runs on that version already.' },
};

/** Why a complaint stays on the version it runs on. */
export const moveRefusalWords = (why: MoveRefusal, language: Language): string => words[why][language];
