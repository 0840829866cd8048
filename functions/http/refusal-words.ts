import type { Language, Text } from '#domain/text';
import type { Happening } from '#domain/workflow/entry';

type Refusal = Extract<Happening, { type: 'refused' }>['why'];

const words: Record<Refusal, Text> = {
  ended: { 'zh-CN': '该事项已经结束。', en: 'This is closed already.' },
  notOffered: { 'zh-CN': '当前步骤不能进行此操作。', en: 'This cannot be done at the present step.' },
  notAsked: { 'zh-CN': '已有人处理，流程已进入下一步。', en: 'Somebody handled it already; it has moved on.' },
  badTime: {
    'zh-CN': '时间必须在将来，且不超过允许的上限。',
    en: 'The time must be in the future and within what is allowed.',
  },
  unknownPerson: { 'zh-CN': '找不到此人，或其已离职。', en: 'This person is not there, or has left.' },
  unknownChoice: {
    'zh-CN': '所选的类别、楼栋或部门不存在。',
    en: 'The category, building or department chosen does not exist.',
  },
  wrongCode: {
    'zh-CN': '巡查码与该点的标签不符。',
    en: 'This is not the code of the label at this point.',
  },
  tooEarly: { 'zh-CN': '还没到该点的时间。', en: 'The window of this point has not opened yet.' },
  scannedAlready: { 'zh-CN': '该点已有人记录。', en: 'Somebody has recorded this point already.' },
  lampsWanted: { 'zh-CN': '请填写亮灯数。', en: 'Please count the lamps: how many are lit, of how many.' },
  lampsWrong: { 'zh-CN': '亮灯数不能多于灯具总数。', en: 'More lamps cannot be lit than there are.' },
  unfinished: {
    'zh-CN': '检查表尚未填完，请先补齐必填项。',
    en: 'The checklist is not complete: please answer what is missing first.',
  },
  ownWork: {
    'zh-CN': '不能验收自己完成的工作，请由他人验收。',
    en: 'Nobody passes their own work: somebody else has to look at it.',
  },
  unknownCall: { 'zh-CN': '该回电任务已完成。', en: 'This call has been made already.' },
};

/** Why an action was not taken, for the person who tried it. */
export const refusalWords = (why: Refusal, language: Language): string => words[why][language];
