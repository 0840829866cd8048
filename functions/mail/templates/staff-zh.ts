import type { StaffSentences } from './staff.ts';

export const staffZh: StaffSentences = {
  summary: `{% if due.for == 'call' %}致电业主，{% endif %}{{category}} · {{severity}}{% if major %} · 重大投诉{% endif -%}
{% if reason != 'ended' %}{% if level.at > 1 %} · 第 {{level.at}} 级（共 {{level.of}} 级）{% endif -%}
{% if due %}{% if due.overdue %} · {{due.noun}}已超时（{{due.when}}）{% else %} · {{due.when}} 前{{due.verb}}{% endif %}{% endif %}{% endif %}`,

  why: `{% if level.of > 1 %}第 {{level.at}} 级（共 {{level.of}} 级）{% if level.post %}：{{level.post}}{% endif %}。{% endif -%}
{% case because.type -%}
{% when 'responsible' %}此类投诉由您的岗位负责。
{%- when 'nobodyActed' %}各级均已通知并提醒，仍无人处理；该事项将留在您的清单中，直到有人处理。
{%- when 'nobodyThere' %}应处理的人员均不在岗或邮件无法送达，因此请您代为处理。
{%- when 'major' %}重大投诉须即时向您报告，处理同时进行。
{%- when 'nobodyAcknowledged' %}{% if because.deadline %}截至{{because.deadline}} {% endif %}无人响应{% if because.people %}（已通知：{{because.people}}）{% endif %}，因此升级到您。
{%- when 'missed' %}{{because.clock}}时限已过{% if because.deadline %}（{{because.deadline}}）{% endif %}。
{%- when 'promiseBroken' %}未按承诺{% if because.deadline %}在{{because.deadline}} 前{% endif %}回复业主。
{%- when 'escalatedBy' %}{{because.by}}申请升级：“{{because.words}}”
{%- when 'askedBy' %}{{because.by}}请示：“{{because.words}}”
{%- when 'undeliverable' %}发给{{because.people}}的邮件无法送达。
{%- when 'repeat' %}同一户 30 天内就同类问题再次投诉。
{%- when 'rework' %}同一处在质保期内再次返修。
{%- when 'reopened' %}业主不满意{% if because.words %}：“{{because.words}}”{% else %}。{% endif -%}
{% when 'partly' %}业主认为只解决了一部分{% if because.words %}，还剩：“{{because.words}}”{% else %}。{% endif -%}
{% when 'nudged' %}业主在催办，请尽快处理，或告知下次回复时间。
{%- when 'nudgedAbove' %}业主在催办{% if because.people %}，责任人是{{because.people}}{% endif %}；您是其上级。
{%- when 'information' %}业主补充：“{{because.words}}”
{%- when 'linkedEnded' %}为此建立的 {{because.words}} 已结束，由您继续跟进。
{%- when 'opinion' %}业主对处理结果的意见{% if because.words %}：“{{because.words}}”{% else %}：不满意。{% endif -%}
{% when 'handedOver' %}{{because.by}}转派给您{% if because.words %}：“{{because.words}}”{% else %}。{% endif -%}
{% when 'broughtIn' %}{{because.by}}请求协助{% if because.words %}：“{{because.words}}”{% else %}。{% endif -%}
{% when 'deputyOf' %}您是{{because.absent}}的代理人。
{%- when 'acted' %}上一步由您完成，后续由您跟进。
{%- when 'owner' %}您是此投诉的责任人。
{%- when 'involved' %}此投诉曾升级到您。
{%- endcase %}`,

  next: `{% if reason == 'ended' %}无需再处理，这是关于此投诉的最后一封邮件。
{%- elsif reason == 'informed' or reason == 'broughtIn' and due == nil %}您无需操作，责任人会继续跟进。
{%- elsif because.type == 'nudgedAbove' %}责任人会继续跟进；您也可以直接处理。
{%- elsif due.for == 'answer' and next == nil %}届时仍无评价，将告知业主并结案。
{%- elsif next %}{% if due.overdue %}已同时升级至{{next}}。{% else %}届时仍未处理，将升级至{{next}}。{% endif -%}
{% elsif due %}{% if level and level.at >= level.of %}您是最高一级，之后不再升级，系统会再提醒您。{% else %}届时仍未处理，将升级至上一级。{% endif -%}
{% else %}等待您处理。{% endif %}`,

  dueFor: {
    acknowledge: { verb: '响应', noun: '响应', label: '响应截止' },
    reply: { verb: '答复业主', noun: '答复', label: '答复业主截止' },
    promise: { verb: '按承诺回复', noun: '承诺回复', label: '向业主承诺的回复时间' },
    resolve: { verb: '处理完成', noun: '处理', label: '处理完成截止' },
    verify: { verb: '核实', noun: '核实', label: '核实截止' },
    answer: { verb: '记录处理评价', noun: '处理评价', label: '记录处理评价截止' },
    call: { verb: '致电', noun: '致电业主', label: '致电业主截止' },
  },
  clocks: { reply: '答复', resolve: '处理' },
  comma: '、',
};
