import type { StaffSentences } from './staff.ts';
import { staffZh } from './staff-zh.ts';

/** Of work orders (工单). */
export const ordersZh: StaffSentences = {
  ...staffZh,
  why: `{% if level.of > 1 %}第 {{level.at}} 级（共 {{level.of}} 级）{% if level.post %}：{{level.post}}{% endif %}。{% endif -%}
{% case because.type -%}
{% when 'responsible' %}{% if state == 'resolved' %}工作须由完成人以外的人验收，由您负责。{% else %}该设施由您或您的岗位负责。{% endif -%}
{% when 'nobodyActed' %}各级均已通知并提醒，仍无人处理；该工单将留在您的清单中，直到有人处理。
{%- when 'nobodyThere' %}应处理的人员均不在岗或邮件无法送达，因此请您代为处理。
{%- when 'nobodyAcknowledged' %}{% if because.deadline %}截至{{because.deadline}} {% endif %}{% if state == 'resolved' %}无人验收{% else %}无人接单{% endif %}{% if because.people %}（已通知：{{because.people}}）{% endif %}，因此升级到您。
{%- when 'missed' %}完成时限已过{% if because.deadline %}（{{because.deadline}}）{% endif %}。
{%- when 'escalatedBy' %}{{because.by}}申请升级：“{{because.words}}”
{%- when 'askedBy' %}{{because.by}}请示：“{{because.words}}”
{%- when 'undeliverable' %}发给{{because.people}}的邮件无法送达。
{%- when 'rework' %}同一处在质保期内再次返修，因此直接升一级。
{%- when 'declined' %}{{because.by}}验收不通过：“{{because.words}}”
{%- when 'returned' %}{{because.by}}退回了工单：“{{because.words}}”
{%- when 'information' %}补充信息：“{{because.words}}”
{%- when 'patrol' %}您在今晚的巡查人员之中：{{because.words}}。
{%- when 'pointMissed' %}时间窗内无人到场：{{because.words}}。
{%- when 'linkedEnded' %}为此建立的 {{because.words}} 已结束，由您继续。
{%- when 'handedOver' %}{{because.by}}转派给您{% if because.words %}：“{{because.words}}”{% else %}。{% endif -%}
{% when 'broughtIn' %}{{because.by}}请求协助{% if because.words %}：“{{because.words}}”{% else %}。{% endif -%}
{% when 'deputyOf' %}您是{{because.absent}}的代理人。
{%- when 'acted' %}上一步由您完成，后续由您跟进。
{%- when 'owner' %}您是此工单的责任人。
{%- when 'involved' %}此工单曾升级到您。
{%- else %}该工单与您的岗位有关。
{%- endcase %}`,

  next: `{% if reason == 'ended' %}无需再处理，这是关于此工单的最后一封邮件。
{%- elsif reason == 'informed' or reason == 'broughtIn' and due == nil %}您无需操作，责任人会继续处理。
{%- elsif because.type == 'patrol' %}请在每个点的时间窗内记录到场；漏点会立即通知{% if next %}{{next}}{% else %}上级{% endif %}。
{%- elsif reason == 'pointMissed' %}巡查继续进行，该点仍可补记；请安排人员前往查看。
{%- elsif next %}{% if due.overdue %}已同时升级至{{next}}。{% else %}届时仍未{{due.verb}}，将升级至{{next}}。{% endif -%}
{% elsif due %}{% if level and level.at >= level.of %}您是最高一级，之后不再升级，系统会再提醒您。{% else %}届时仍未{{due.verb}}，将升级至上一级。{% endif -%}
{% else %}等待您处理。{% endif %}`,

  dueFor: {
    ...staffZh.dueFor,
    acknowledge: { verb: '接单', noun: '接单', label: '接单截止' },
    resolve: { verb: '完成', noun: '完成', label: '完成截止' },
    answer: { verb: '验收', noun: '验收', label: '验收截止' },
  },
  clocks: { reply: '答复', resolve: '完成' },
};
