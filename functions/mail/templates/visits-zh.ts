import type { StaffSentences } from './staff.ts';
import { staffZh } from './staff-zh.ts';

/** Of follow-up visits (回访). */
export const visitsZh: StaffSentences = {
  ...staffZh,
  why: `{% if level.of > 1 and level.at > 1 %}第 {{level.at}} 级（共 {{level.of}} 级）{% if level.post %}：{{level.post}}{% endif %}。{% endif -%}
{% case because.type -%}
{% when 'responsible' %}{% if state == 'resolved' %}住户给了低分，由您跟进。{% else %}这一户由您回访。{% endif -%}
{% when 'praise' %}住户在回访中给了满分{% if because.words %}：“{{because.words}}”{% else %}。{% endif -%}
{% when 'nobodyActed' %}各级均已通知并提醒，仍无人回访；它将留在您的清单中，直到有人处理。
{%- when 'nobodyThere' %}应回访的人员均不在岗或邮件无法送达，因此请您代为回访。
{%- when 'nobodyAcknowledged' %}{% if because.deadline %}截至{{because.deadline}} {% endif %}无人接受回访{% if because.people %}（已通知：{{because.people}}）{% endif %}，因此升级到您。
{%- when 'missed' %}回访时限已过{% if because.deadline %}（{{because.deadline}}）{% endif %}。
{%- when 'escalatedBy' %}{{because.by}}申请升级：“{{because.words}}”
{%- when 'askedBy' %}{{because.by}}请示：“{{because.words}}”
{%- when 'undeliverable' %}发给{{because.people}}的邮件无法送达。
{%- when 'handedOver' %}{{because.by}}转派给您{% if because.words %}：“{{because.words}}”{% else %}。{% endif -%}
{% when 'deputyOf' %}您是{{because.absent}}的代理人。
{%- when 'acted' %}上一步由您完成，后续由您跟进。
{%- when 'owner' %}这一户由您回访。
{%- when 'involved' %}此回访曾升级到您。
{%- else %}此回访与您的岗位有关。
{%- endcase %}`,

  next: `{% if reason == 'ended' %}无需再处理，这是关于此回访的最后一封邮件。
{%- elsif reason == 'informed' %}您无需操作。
{%- elsif next %}{% if due.overdue %}已同时升级至{{next}}。{% else %}届时仍未{{due.verb}}，将升级至{{next}}。{% endif -%}
{% elsif due %}届时仍未{{due.verb}}，将升级至上一级。
{%- else %}等待您处理。{% endif %}`,

  dueFor: {
    ...staffZh.dueFor,
    acknowledge: { verb: '接受', noun: '接受回访', label: '接受回访截止' },
    resolve: { verb: '回访', noun: '回访', label: '回访截止' },
    answer: { verb: '跟进', noun: '跟进', label: '跟进截止' },
  },
  clocks: { reply: '答复', resolve: '回访' },
};
