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
) => ({ id: `order-${id}`, name: w(`工单：${name['zh-CN']}`, `Work order: ${name.en}`), subject, headline, intro });

/** What staff get mails about work orders about: the situations of complaints, in words of their own, and their own. */
export const builtInOrders = [
  mail('asked', w('请接单', 'to be accepted'), w('有一张工单请您接单', 'A work order is waiting for you to accept')),
  mail(
    'corrective',
    w('检查不合格', 'a check failed'),
    w('检查不合格，请您维修', 'A check failed: please put it right'),
    begun('检查不合格：', 'Check failed: '),
  ),
  mail(
    'reported',
    w('报修', 'a fault was reported'),
    w('收到报修，请您处理', 'A fault was reported: please repair it'),
    begun('报修：', 'Fault: '),
  ),
  mail(
    'rework',
    w('返修', 'rework'),
    w('返修：质保期内再次出现问题', 'Rework: it has come back within its warranty'),
    begun('返修：', 'Rework: '),
  ),
  mail(
    'raised',
    w('升级', 'escalated'),
    w(
      '工单已升级到您{% if level %}：第 {{level.at}} 级（共 {{level.of}} 级）{% endif %}',
      'A work order was escalated to you{% if level %}: level {{level.at}} of {{level.of}}{% endif %}',
    ),
  ),
  mail(
    'decision',
    w('请示', 'a decision is needed'),
    w('{{because.by}}请您决定', '{{because.by}} needs your decision'),
  ),
  mail(
    'reminder',
    w('提醒', 'reminder'),
    w(
      '工单仍在等您处理{% if due.overdue %}，已超时{% endif %}',
      'A work order is still waiting for you{% if due.overdue %}, and overdue{% endif %}',
    ),
    begun('提醒：', 'Reminder: '),
  ),
  mail('nextStep', w('下一步', 'next step'), w('工单由您负责，接下来', 'The order is yours. This comes next')),
  mail(
    'handedOver',
    w('转派', 'handed over'),
    w(
      '{% if because.by %}{{because.by}}将工单转派给您{% else %}工单已转派给您{% endif %}',
      '{% if because.by %}{{because.by}} handed this order over to you{% else %}This order was handed over to you{% endif %}',
    ),
  ),
  mail(
    'broughtIn',
    w('请求协助', 'brought in'),
    w(
      '{% if because.by %}{{because.by}}请贵部门协助{% else %}请贵部门协助{% endif %}',
      '{% if because.by %}{{because.by}} needs your department’s help{% else %}Your department’s help is needed{% endif %}',
    ),
  ),
  mail(
    'returned',
    w('退回，待重新派单', 'declined, to be dispatched again'),
    w('有人退回了工单，请您重新派单', 'An order was declined: please dispatch it again'),
  ),
  mail(
    'inspect',
    w('请验收', 'to be inspected'),
    w('工作已完成，请您验收', 'The work is done: please inspect it'),
    begun('请验收：', 'To be inspected: '),
  ),
  mail(
    'redo',
    w('验收不通过', 'inspection not passed'),
    w('验收不通过，请您返工', 'The inspection was not passed: please do it again'),
    begun('验收不通过：', 'Not passed: '),
  ),
  mail(
    'reopened',
    w('回访未修好', 'it did not hold'),
    w('回访得知问题未解决，请您再处理', 'A visit found that it did not hold: please take it up again'),
    begun('未解决：', 'Not solved: '),
  ),
  mail(
    'informed',
    w('知会', 'for information'),
    w('工单进展，请您知悉', 'About a work order, for your information'),
    begun('知会：', 'For information: '),
  ),
  mail(
    'overdue',
    w('超时', 'overdue'),
    w('工单{{due.noun}}已超时', 'The {{due.noun}} of the order is overdue'),
    begun('超时：', 'Overdue: '),
  ),
  mail(
    'linkedEnded',
    w('关联工单已结束', 'linked order has ended'),
    w('{{because.words}} 已结束，请继续本工单', '{{because.words}} has ended: please go on with this order'),
    begun('关联工单已结束：', 'Linked order has ended: '),
  ),
  mail(
    'patrol',
    w('夜间巡查', 'night patrol'),
    w('今晚的巡查由您参加', 'Tonight’s patrol is yours to walk'),
    plainly,
    w(
      '整条路线在一个页面里：到每个点扫一扫标签，或输入标签下方的巡查码。',
      'The whole route is on one page: scan the label at each point, or type the code below it.',
    ),
  ),
  mail(
    'pointMissed',
    w('巡查漏点', 'patrol point missed'),
    w(
      '{% if because.points %}无人到场：{{because.points}}{% else %}有巡查点无人到场{% endif %}',
      '{% if because.points %}Nobody came: {{because.points}}{% else %}A patrol point was missed{% endif %}',
    ),
    w(
      '[{{number}}] 漏点：{% if because.points %}{{because.points}} · {{category}}{% else %}{{summary}}{% endif %}',
      '[{{number}}] Missed: {% if because.points %}{{because.points}} · {{category}}{% else %}{{summary}}{% endif %}',
    ),
  ),
  mail('nobodyActed', w('无人处理', 'nobody acted'), w('这张工单无人处理', 'Nobody has acted on this order')),
  mail(
    'ended',
    w('结束', 'it has ended'),
    w(
      '{% if order.missed %}巡查结束，漏了 {{order.missed}} 个点{% else %}工单结束：{{status}}{% endif %}',
      '{% if order.missed %}The patrol is over. Points missed: {{order.missed}}{% else %}The order has ended: {{status | downcase}}{% endif %}',
    ),
    begun(
      '{% if order.missed %}漏了 {{order.missed}} 个点：{% else %}{{status}}：{% endif %}',
      '{% if order.missed %}{{order.missed}} missed: {% else %}{{status}}: {% endif %}',
    ),
  ),
] satisfies StaffMail[];
