import type { Text } from '../text.ts';
import type { Standing } from './liquid.ts';

export type Audience = 'resident' | 'staff';

/** A variable that words may name. `personal`: of a person, and so never in a subject, which others may see. */
export interface Variable {
  name: string;
  label: Text;
  example: Text;
  /** Not there in every mail: to be asked for with `if`. */
  optional: boolean;
  personal: boolean;
  /** True or false: for `if` only. */
  flag?: true;
}

const text = (zh: string, en: string): Text => ({ 'zh-CN': zh, en });
const always = (name: string, label: Text, example: Text): Variable => ({
  name,
  label,
  example,
  optional: false,
  personal: false,
});
const sometimes = (name: string, label: Text, example: Text): Variable => ({
  ...always(name, label, example),
  optional: true,
});
const personal = (variable: Variable): Variable => ({ ...variable, personal: true });

const shared = [
  always('number', text('编号', 'Number'), text('EL-261127-003', 'EL-261127-003')),
  always('category', text('类别', 'Category'), text('楼上漏水', 'Water leak from above')),
  always('site', text('项目', 'Site'), text('东湖花园', 'East Lake Garden')),
  always('company', text('公司', 'Company'), text('湖畔物业', 'Lakeside Property')),
];

const ofResident: readonly Variable[] = [
  ...shared,
  personal(sometimes('name', text('业主姓名', 'Name of the resident'), text('张敏', 'Zhang Min'))),
  personal(always('phone', text('服务电话', 'Telephone of the site'), text('021-5550 1234', '021-5550 1234'))),
  always('filed', text('受理时间', 'When it was filed'), text('周五 01:17', 'Fri 01:17')),
  sometimes('when', text('下次回复时间', 'When the next reply comes'), text('周五 17:30', 'Fri 17:30')),
  personal(
    sometimes(
      'told',
      text('工作人员写给业主的话', 'What staff wrote for the resident'),
      text('已更换水管。', 'We replaced the pipe.'),
    ),
  ),
];

const ofStaff: readonly Variable[] = [
  always(
    'summary',
    text('概要', 'Summary'),
    text('楼上漏水 · 紧急 · 周五 04:00 前响应', 'Water leak · urgent · acknowledge by Fri 04:00'),
  ),
  ...shared,
  always('severity', text('紧急程度', 'Severity'), text('紧急', 'urgent')),
  { ...always('major', text('是否重大投诉', 'Is it major?'), text('是', 'yes')), flag: true },
  always('status', text('状态', 'Status'), text('待响应', 'Assigned')),
  personal(always('reader', text('收件人', 'The reader'), text('王伟', 'Wang Wei'))),
  sometimes('level.at', text('当前层级', 'Level'), text('2', '2')),
  sometimes('level.of', text('共几级', 'Levels in all'), text('3', '3')),
  sometimes('level.post', text('收件人的岗位', 'Reader’s post'), text('工程部负责人', 'head of engineering')),
  sometimes('due.when', text('截止时间', 'Deadline'), text('周五 04:00', 'Fri 04:00')),
  sometimes('due.verb', text('须做什么', 'What to do by then'), text('响应', 'acknowledge')),
  sometimes('due.noun', text('时限名称', 'Name of the deadline'), text('响应', 'acknowledgement')),
  { ...sometimes('due.overdue', text('是否超时', 'Is it overdue?'), text('否', 'no')), flag: true },
  personal(sometimes('because.by', text('谁转来或升级', 'Who passed it on'), text('李强', 'Li Qiang'))),
  personal(sometimes('because.people', text('此前通知过谁', 'Asked before'), text('李强', 'Li Qiang'))),
  personal(sometimes('because.words', text('他们写了什么', 'What they wrote'), text('没有备件', 'no spare part'))),
  sometimes(
    'because.points',
    text('漏了哪些巡查点', 'Patrol points missed'),
    text('地下车库（00:20 前）', 'Garage (by 00:20)'),
  ),
  sometimes('order.facility', text('工单的设备', 'Facility of the order'), text('1 号客梯（DT-01）', 'Lift 1 (DT-01)')),
  sometimes('order.plan', text('维保计划', 'Maintenance plan'), text('电梯月检', 'Monthly lift check')),
  sometimes('order.day', text('计划日期', 'Planned day'), text('2026年11月27日 周五', 'Fri 27 Nov 2026')),
  sometimes('order.from', text('由哪一项而来', 'Opened because of'), text('EL-261127-003', 'EL-261127-003')),
  sometimes('order.missed', text('漏了几个巡查点', 'How many patrol points were missed'), text('2', '2')),
  personal(sometimes('next', text('接下来通知谁', 'Who hears next'), text('赵敏', 'Zhao Min'))),
];

/** The published list: what words of a mail may name, by who reads it. */
export const variablesFor: Record<Audience, readonly Variable[]> = { resident: ofResident, staff: ofStaff };

/** Something that holds variables but is none: may be asked for with `if`, shows nothing. */
const groups: Record<Audience, ReadonlySet<string>> = {
  resident: new Set(),
  staff: new Set(['level', 'due', 'because', 'order']),
};

const indexes: Record<Audience, ReadonlyMap<string, Variable>> = {
  resident: new Map(ofResident.map((one) => [one.name, one])),
  staff: new Map(ofStaff.map((one) => [one.name, one])),
};

/** What a variable is in mails of this kind, in the subject or elsewhere. */
export const standingOf =
  (audience: Audience, inSubject: boolean) =>
  (path: string): Standing => {
    const variable = indexes[audience].get(path);
    if (!variable) return groups[audience].has(path) ? 'group' : 'unknown';
    return inSubject && variable.personal ? 'personal' : 'known';
  };
