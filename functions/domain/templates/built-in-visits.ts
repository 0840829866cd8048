import type { Notice, StaffMail } from './templates.ts';

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
) => ({ id: `visit-${id}`, name: w(`回访：${name['zh-CN']}`, `Visit: ${name.en}`), subject, headline, intro });

/** What staff get mails about visits about; other situations have the words of complaints. */
export const builtInVisits = [
  mail(
    'asked',
    w('请回访', 'to be made'),
    w('请您回访这一户', 'Please visit this home'),
    begun('请回访：', 'Please visit: '),
  ),
  mail(
    'raised',
    w('升级', 'escalated'),
    w(
      '回访已升级到您{% if level %}：第 {{level.at}} 级（共 {{level.of}} 级）{% endif %}',
      'A visit was escalated to you{% if level %}: level {{level.at}} of {{level.of}}{% endif %}',
    ),
  ),
  mail(
    'reminder',
    w('提醒', 'reminder'),
    w(
      '回访仍在等您{% if due.overdue %}，已超时{% endif %}',
      'A visit is still waiting for you{% if due.overdue %}, and overdue{% endif %}',
    ),
    begun('提醒：', 'Reminder: '),
  ),
  mail('nextStep', w('下一步', 'next step'), w('回访由您负责，接下来', 'The visit is yours. This comes next')),
  mail(
    'handedOver',
    w('转派', 'handed over'),
    w(
      '{% if because.by %}{{because.by}}将回访转派给您{% else %}回访已转派给您{% endif %}',
      '{% if because.by %}{{because.by}} handed this visit over to you{% else %}This visit was handed over to you{% endif %}',
    ),
  ),
  mail(
    'attend',
    w('低分，请跟进', 'low score, to be followed up'),
    w('住户不满意，请您跟进', 'The resident is not satisfied: please follow up'),
    begun('请跟进：', 'Please follow up: '),
  ),
  mail('overdue', w('超时', 'overdue'), w('回访已超时', 'The visit is overdue'), begun('超时：', 'Overdue: ')),
  mail(
    'praised',
    w('表扬', 'praise'),
    w('住户表扬了您的工作', 'A resident praises your work'),
    begun('表扬：', 'Praise: '),
  ),
  mail(
    'informed',
    w('知会', 'for information'),
    w('回访进展，请您知悉', 'About a visit, for your information'),
    begun('知会：', 'For information: '),
  ),
  mail('nobodyActed', w('无人回访', 'nobody visited'), w('这次回访无人处理', 'Nobody has made this visit')),
  mail(
    'ended',
    w('结束', 'it has ended'),
    w('回访结束：{{status}}', 'The visit has ended: {{status | downcase}}'),
    begun('{{status}}：', '{{status}}: '),
  ),
] satisfies StaffMail[];

/** What a resident is asked by message. */
export const visitNotice: Notice = {
  id: 'visitAsk',
  name: w('请您评价（回访）', 'How did it go? (visit)'),
  subject: w('[{{number}}] 请您评价我们的服务', '[{{number}}] How did we do?'),
  headline: w('请您评价我们的服务', 'How did we do?'),
  before: w(
    '关于“{{category}}”，我们想听听您的意见：问题是否彻底解决，您是否满意？',
    'About “{{category}}”: did it hold, and are you satisfied? We would like to hear it from you.',
  ),
  after: w(
    '点击按钮，打分并提交即可，约需半分钟。也可以致电 {{phone}} 告诉我们。',
    'Press the button, give your marks and send: it takes half a minute. Or tell us by phone, {{phone}}.',
  ),
  button: w('打分', 'Give your marks'),
  toldLabel: w('说明', 'What we noted'),
};
