import type { Language } from '#domain/text';
import type { ActionInput, ActionName } from '#domain/workflow/action';

/** How a field of an action is asked for on a page. */
type FieldKind =
  | 'words'
  | 'line'
  | 'whole'
  | 'times'
  | 'people'
  | 'departments'
  | 'categories'
  | 'buildings'
  | 'assets'
  | 'verdict'
  | 'score'
  | 'reached'
  | 'held'
  | 'onTime'
  | 'reasons'
  | 'gestures'
  | 'money'
  | 'call';
export interface Field {
  name: string;
  kind: FieldKind;
  required: boolean;
}
type FieldOf<N extends ActionName> = Field & { name: keyof ActionInput<N> & string };

const must = <K extends string>(name: K, kind: FieldKind = 'words') => ({ name, kind, required: true });
const may = <K extends string>(name: K, kind: FieldKind = 'words') => ({ name, kind, required: false });

/** The fields of every action, in the order asked. Photos come on the page after acting. */
export const actionFields: { [N in ActionName]: readonly FieldOf<N>[] } = {
  acknowledge: [may('note')],
  promise: [must('at', 'times'), must('told')],
  reply: [must('told'), may('nextReplyAt', 'times')],
  handOver: [must('to', 'people'), may('note')],
  notMine: [must('reason')],
  bringIn: [must('department', 'departments'), must('note')],
  escalate: [must('reason')],
  askSuperior: [must('question')],
  accept: [may('note')],
  reject: [must('reason'), must('told')],
  pause: [must('until', 'times'), must('reason')],
  resume: [may('note')],
  noAnswer: [may('note')],
  resolve: [must('done'), must('told')],
  verdict: [must('verdict', 'verdict'), may('score', 'score'), may('opinion')],
  withdraw: [must('reason')],
  reopen: [must('reason')],
  note: [must('text')],
  called: [must('call', 'call'), must('reached', 'reached'), may('note')],
  correct: [may('category', 'categories'), may('building', 'buildings'), may('unit', 'line'), must('reason')],
  check: [],
  /** Asked for on the page of the walk. */
  scan: [must('point', 'line'), must('code', 'line'), may('lit', 'whole'), may('total', 'whole')],
  complete: [must('done')],
  openOrder: [may('asset', 'assets'), must('work')],
  visited: [
    must('score', 'score'),
    may('held', 'held'),
    may('onTime', 'onTime'),
    may('remarks'),
    may('reason', 'reasons'),
  ],
  recover: [may('gesture', 'gestures'), may('amount', 'money'), must('words')],
  giveReason: [must('reason', 'reasons')],
  approve: [may('note')],
  decline: [must('reason')],
};
/** The free time beside a list of times: what is typed here wins over the choice. */
export const freeTime = (name: string): string => `${name}.other`;

type Words = Record<Language, string>;
const w = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });
const LABELS: Record<string, Words> = {
  note: w('备注', 'Note'),
  'bringIn.note': w('需要协助的内容', 'What help is needed'),
  at: w('何时回复业主', 'When you will reply to the resident'),
  nextReplyAt: w('下次回复时间', 'Next reply by'),
  until: w('挂起至', 'Paused until'),
  told: w('告知业主的内容', 'What the resident is told'),
  to: w('转派给', 'Hand over to'),
  reason: w('原因', 'Reason'),
  department: w('部门', 'Department'),
  question: w('请示内容', 'Your question'),
  done: w('做了什么', 'What was done'),
  work: w('要做的工作', 'What is to be done'),
  asset: w('设备', 'Facility'),
  verdict: w('业主认为', 'The resident says'),
  score: w('满意度（1–5 分）', 'Satisfaction, 1 to 5'),
  opinion: w('业主意见', 'The resident’s opinion'),
  text: w('备注内容', 'Note'),
  gesture: w('补救方式', 'Gesture'),
  amount: w('补偿金额（元）', 'Amount, in yuan'),
  words: w('为何、怎样补救', 'Why, and how it was put right'),
  reached: w('通话结果', 'The call'),
  held: w('问题是否彻底解决', 'Did it hold?'),
  onTime: w('是否准时', 'Was it on time?'),
  remarks: w('住户怎么说', 'What the resident says'),
  'giveReason.reason': w('不满意的原因', 'Why not satisfied'),
  'visited.reason': w('评分低或没有彻底解决的原因', 'If low or not fixed: why'),
  category: w('类别', 'Category'),
  building: w('楼栋', 'Building'),
  unit: w('房号', 'Unit'),
};
export function fieldLabel(action: ActionName, field: Field, language: Language): string {
  const label = (LABELS[`${action}.${field.name}`] ?? LABELS[field.name] ?? w(field.name, field.name))[language];
  return field.required ? label : `${label}${language === 'en' ? ' (optional)' : '（可不填）'}`;
}
