import { actionLabel, severityLabel, statusLabel } from '#domain/words';
import type { ActionWords, HappeningWords, Raised, Telling } from './happenings.ts';

const noted = (note: string | undefined, t: Telling): string => (note ? `：${t.quote(note)}` : '');
const clock = (name: 'reply' | 'resolve'): string => (name === 'reply' ? '答复' : '处理');

const TOLD: Record<string, string> = {
  received: '投诉已受理',
  promised: '下次回复时间',
  replied: '答复内容',
  resolved: '处理结果',
  invalid: '投诉不成立的原因',
  closedSilent: '因未收到反馈已结案',
  reopened: '投诉已重新打开',
  withdrawn: '投诉已撤回',
  pausedNotice: '处理暂时挂起及恢复时间',
  closed: '投诉已结案',
};

export const happeningsZh: HappeningWords = {
  filed: (_, t) => `${t.by}登记了投诉。`,
  assigned: (e, t) => (e.person === null ? '未能确定责任人。' : `责任人：${t.person(e.person)}。`),
  asked: (e, t) =>
    e.people.length === 0
      ? '没有可通知的人。'
      : `已${e.again ? '再次' : ''}通知${t.people(e.people)}处理${e.due === null ? '' : `，截止时间为${t.when(e.due)}`}。`,
  substituted: (e, t) => `${t.person(e.absent)}不在岗，由代理人${t.person(e.deputy)}处理。`,
  skipped: (e) => `已跳过第 ${e.skippedLevel + 1} 级：${e.why === 'empty' ? '该岗位无人' : '邮件无法送达'}。`,
  raised: (e) => `升级至第 ${e.to + 1} 级：${raisedBecause(e.why, e.clock)}。`,
  reminded: (e, t) => `已提醒${t.people(e.people)}（还会提醒 ${e.left} 次）。`,
  missed: (e, t) =>
    e.promised
      ? `未按承诺在${t.when(e.deadline)} 前回复业主。`
      : `${clock(e.clock)}已超时，截止时间为${t.when(e.deadline)}。`,
  kept: (e, t) => `已按承诺在${t.when(e.deadline)} 前回复业主。`,
  acted: (e, t) => `${t.by}${t.acted(e.action)}${e.owner === undefined ? '' : `责任人现为${t.person(e.owner)}。`}`,
  refused: (e, t) => `${t.by}的操作未生效（${actionLabel(e.action, 'zh-CN')}）。`,
  resumed: () => '挂起到期，恢复处理。',
  status: (e) => `状态：${statusLabel(e.from, 'zh-CN')} → ${statusLabel(e.to, 'zh-CN')}。`,
  severity: (e) => `紧急程度：${severityLabel(e.from, 'zh-CN')} → ${severityLabel(e.to, 'zh-CN')}。`,
  told: (e) => {
    const what = TOLD[e.template] ?? '最新进展';
    if (e.via === 'mail') return `以邮件告知业主：${what}。`;
    if (e.via === 'call') return `需电话告知业主：${what}。`;
    return `未能告知业主：${what}（没有邮箱和电话）。`;
  },
  callOverdue: () => '致电业主已超时。',
  informed: (e, t) => `已知会${t.people(e.people)}。`,
  exhausted: () => '各级均无人处理。',
  recomputed: () => '工作日历、值班表或岗位有变更，截止时间已重新计算。',
  opened: () => '已建立关联事项。',
  stuck: () => '流程已停止，需要管理员处理。',
  ended: (e) => `流程结束：${statusLabel(e.status, 'zh-CN')}。`,
  sent: (e, t) => `已向${t.person(e.to)}发送邮件。`,
  bounced: (e, t) => `发给${t.person(e.to)}的邮件无法送达。`,
  clicked: (e, t) => `${t.person(e.person)}打开了链接。`,
  joined: (e, t) => `再次收到相同投诉：${t.quote(e.description)}`,
  attached: (e) => `已添加 ${e.photos.length} 张照片。`,
  rerouted: (e, t) =>
    `已改派${t.department(e.department)}，类别“${t.category(e.category)}”，${severityLabel(e.severity, 'zh-CN')}。`,
  restarted: () => '计时已重新启动。',
};

function raisedBecause(why: Raised['why'], missed: 'reply' | 'resolve' | undefined): string {
  switch (why) {
    case 'expired':
      return '规定时限内无人响应';
    case 'missed':
      return missed === undefined ? '已超时' : `${clock(missed)}超时`;
    case 'promiseBroken':
      return '未兑现对业主的承诺';
    case 'escalated':
      return '人工升级';
    case 'asked':
      return '请示上级';
    case 'undeliverable':
      return '邮件无法送达';
    case 'repeat':
      return '30 天内重复投诉';
    case 'reopened':
      return '业主不满意';
    case 'rule':
      return '按流程规则升级';
  }
}

const VERDICTS = { solved: '已解决', partly: '部分解决', notSolved: '未解决' } as const;

export const actionsZh: ActionWords = {
  acknowledge: (i, t) => `已响应${noted(i.note, t)}。`,
  promise: (i, t) => `承诺在${t.when(i.at)} 前回复业主：${t.quote(i.told)}。`,
  reply: (i, t) =>
    `答复了业主：${t.quote(i.told)}${i.nextReplyAt === undefined ? '' : `；下次回复不晚于${t.when(i.nextReplyAt)}`}。`,
  handOver: (i, t) => `转派给${t.person(i.to)}${noted(i.note, t)}。`,
  notMine: (i, t) => `退回客户服务中心：${t.quote(i.reason)}。`,
  bringIn: (i, t) => `请${t.department(i.department)}协助：${t.quote(i.note)}。`,
  escalate: (i, t) => `立即升级：${t.quote(i.reason)}。`,
  askSuperior: (i, t) => `请示上级：${t.quote(i.question)}。`,
  accept: (i, t) => `核实投诉属实${noted(i.note, t)}。`,
  reject: (i, t) => `判定投诉不成立：${t.quote(i.reason)}。`,
  pause: (i, t) => `挂起至${t.when(i.until)}：${t.quote(i.reason)}。`,
  resume: (i, t) => `恢复处理${noted(i.note, t)}。`,
  noAnswer: (i, t) => `上门时家中无人${noted(i.note, t)}。`,
  resolve: (i, t) => `处理完成：${t.quote(i.done)}。`,
  verdict: (i, t) =>
    `记录处理评价：${VERDICTS[i.verdict]}${i.score === undefined ? '' : `，${i.score} 分`}${noted(i.opinion || undefined, t)}。`,
  withdraw: (i, t) => `撤回：${t.quote(i.reason)}。`,
  reopen: (i, t) => `重新打开：${t.quote(i.reason)}。`,
  note: (i, t) => `备注：${t.quote(i.text)}。`,
  called: (i, t) => `${i.reached ? '已致电业主' : '致电业主未接通'}${noted(i.note, t)}。`,
  correct: (i, t) => `更正信息：${t.quote(i.reason)}。`,
  approve: (i, t) => `同意${noted(i.note, t)}。`,
  decline: (i, t) => `不同意：${t.quote(i.reason)}。`,
};
