import type { StaffMail } from './templates.ts';

const w = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const nothing = w('', '');
const plainly = w('[{{number}}] {{summary}}', '[{{number}}] {{summary}}');
const begun = (zh: string, en: string) => w(`[{{number}}] ${zh}{{summary}}`, `[{{number}}] ${en}{{summary}}`);
const mail = (
  id: string,
  name: StaffMail['name'],
  headline: StaffMail['headline'],
  subject = plainly,
  intro = nothing,
) => ({ id, name, subject, headline, intro });

/** What staff get mails about, and the words that ship for each. */
export const builtInStaff = [
  mail('asked', w('等您处理', 'Waiting for you'), w('有一项投诉等您处理', 'A complaint is waiting for you')),
  mail('verify', w('请核实', 'Please verify'), w('请核实这项投诉', 'Please check whether this complaint is valid')),
  mail(
    'askVerdict',
    w('请回访并记录评价', 'Please ask for the verdict'),
    w('请回访业主，记录处理评价', 'Please ask the resident: is it solved?'),
  ),
  mail(
    'notSatisfied',
    w('业主不满意', 'The resident is not satisfied'),
    w('业主不满意，投诉已重新打开', 'The resident is not satisfied: it is open again'),
  ),
  mail(
    'partly',
    w('只解决了一部分', 'Only partly solved'),
    w('业主认为只解决了一部分', 'Only partly solved: please go on'),
  ),
  mail(
    'raised',
    w('升级', 'Escalated'),
    w(
      '已升级到您{% if level %}：第 {{level.at}} 级（共 {{level.of}} 级）{% endif %}',
      'Escalated to you{% if level %}: level {{level.at}} of {{level.of}}{% endif %}',
    ),
  ),
  mail(
    'decision',
    w('请示', 'A decision is needed'),
    w('{{because.by}}请您决定', '{{because.by}} needs your decision'),
  ),
  mail(
    'reminder',
    w('提醒', 'Reminder'),
    w(
      '仍在等您处理{% if due.overdue %}，已超时{% endif %}',
      'Still waiting for you{% if due.overdue %}, and overdue{% endif %}',
    ),
    begun('提醒：', 'Reminder: '),
  ),
  mail('nextStep', w('下一步', 'Next step'), w('已由您负责，接下来', 'It is yours. This comes next')),
  mail(
    'handedOver',
    w('转派', 'Handed over'),
    w(
      '{% if because.by %}{{because.by}}将此事转派给您{% else %}此事已转派给您{% endif %}',
      '{% if because.by %}{{because.by}} handed this over to you{% else %}This was handed over to you{% endif %}',
    ),
  ),
  mail(
    'broughtIn',
    w('请求协助', 'Brought in'),
    w(
      '{% if because.by %}{{because.by}}请贵部门协助{% else %}请贵部门协助{% endif %}',
      '{% if because.by %}{{because.by}} needs your department’s help{% else %}Your department’s help is needed{% endif %}',
    ),
  ),
  mail(
    'informed',
    w('知会', 'For information'),
    w('请您知悉', 'For your information'),
    begun('知会：', 'For information: '),
  ),
  mail(
    'major',
    w('重大投诉报告', 'Major complaint'),
    w('重大投诉，即时报告', 'Major complaint: you are told at once'),
    begun('知会：', 'For information: '),
  ),
  mail(
    'call',
    w('请致电业主', 'Call the resident'),
    w('请致电业主', 'Please call the resident'),
    plainly,
    w(
      '请致电业主，告知以下内容，并点击按钮登记通话。',
      'Please call the resident, tell them the following, and record the call with the button.',
    ),
  ),
  mail(
    'callOverdue',
    w('致电超时', 'Call overdue'),
    w('尚未致电业主', 'The resident has not been called yet'),
    begun('超时：', 'Overdue: '),
    w(
      '请致电业主，告知以下内容，并点击按钮登记通话。',
      'Please call the resident, tell them the following, and record the call with the button.',
    ),
  ),
  mail(
    'overdue',
    w('超时', 'Overdue'),
    w('{{due.noun}}已超时', 'The {{due.noun}} is overdue'),
    begun('超时：', 'Overdue: '),
  ),
  mail(
    'nudged',
    w('业主催办', 'The resident asks'),
    w('业主催办', 'The resident asks when the answer comes'),
    begun('业主催办：', 'The resident asks: '),
  ),
  mail(
    'information',
    w('业主补充', 'More from the resident'),
    w('业主补充了信息', 'The resident added something'),
    begun('业主补充：', 'More from the resident: '),
  ),
  mail(
    'opinion',
    w('业主意见', 'The resident’s opinion'),
    w('业主对处理结果有意见', 'The resident has something to say about the result'),
    begun('业主补充：', 'More from the resident: '),
  ),
  mail(
    'linkedEnded',
    w('关联事项已结束', 'Linked work has ended'),
    w('{{because.words}} 已结束，请继续跟进', '{{because.words}} has ended: please go on'),
    begun('关联事项已结束：', 'Linked work has ended: '),
  ),
  mail('nobodyActed', w('无人处理', 'Nobody acted'), w('这项投诉无人处理', 'Nobody has acted on this complaint')),
  mail(
    'ended',
    w('流程结束', 'It has ended'),
    w('流程结束：{{status}}', 'It has ended: {{status | downcase}}'),
    begun('{{status}}：', '{{status}}: '),
  ),
] satisfies StaffMail[];
