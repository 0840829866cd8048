import type { StaffSentences } from './staff.ts';

export const staffEn: StaffSentences = {
  summary: `{% if due.for == 'call' %}call the resident, {% endif %}{{category}} · {{severity}}{% if major %} · major{% endif -%}
{% if reason != 'ended' %}{% if level.at > 1 %} · level {{level.at}} of {{level.of}}{% endif -%}
{% if due %}{% if due.overdue %} · {{due.noun}} was due {{due.when}}{% else %} · {{due.verb}} by {{due.when}}{% endif %}{% endif %}{% endif %}`,

  why: `{% if level.of > 1 %}Level {{level.at}} of {{level.of}}{% if level.post %}: {{level.post}}{% endif %}, because {% else %}Because {% endif -%}
{% case because.type -%}
{% when 'responsible' %}your post answers for this kind of complaint here.
{%- when 'nobodyActed' %}everybody up to the top was asked and reminded, and nobody acted; it stays on your list until somebody does.
{%- when 'nobodyThere' %}nobody who should do this is there or could be reached.
{%- when 'major' %}a major complaint is told to you at once, while others handle it.
{%- when 'nobodyAcknowledged' %}nobody acknowledged{% if because.deadline %} by {{because.deadline}}{% endif %}{% if because.people %} (asked: {{because.people}}){% endif %}.
{%- when 'missed' %}the {{because.clock}} deadline{% if because.deadline %} {{because.deadline}}{% endif %} has passed.
{%- when 'promiseBroken' %}the resident was promised a reply{% if because.deadline %} by {{because.deadline}}{% endif %} and did not get it.
{%- when 'escalatedBy' %}{{because.by}} escalated it: “{{because.words}}”
{%- when 'askedBy' %}{{because.by}} asks: “{{because.words}}”
{%- when 'undeliverable' %}the mail to {{because.people}} could not be delivered.
{%- when 'repeat' %}the same household complains about the same thing again within 30 days.
{%- when 'rework' %}the same thing had to be repaired again within its warranty.
{%- when 'reopened' %}the resident is not satisfied{% if because.words %}: “{{because.words}}”{% else %}.{% endif -%}
{% when 'partly' %}the resident says that part of it is left{% if because.words %}: “{{because.words}}”{% else %}.{% endif -%}
{% when 'nudged' %}the resident asks for an answer: please act, or say when the next reply comes.
{%- when 'nudgedAbove' %}the resident asks for an answer and you are the next level{% if because.people %} above {{because.people}}{% endif %}.
{%- when 'information' %}the resident adds: “{{because.words}}”
{%- when 'linkedEnded' %}{{because.words}}, which was opened for it, has ended and it is yours to go on with.
{%- when 'opinion' %}the resident has an opinion on the result{% if because.words %}: “{{because.words}}”{% else %}: not satisfied.{% endif -%}
{% when 'handedOver' %}{{because.by}} handed it over to you{% if because.words %}: “{{because.words}}”{% else %}.{% endif -%}
{% when 'broughtIn' %}{{because.by}} asks for help{% if because.words %}: “{{because.words}}”{% else %}.{% endif -%}
{% when 'deputyOf' %}you stand in for {{because.absent}}.
{%- when 'acted' %}you took the last step and it stays with you.
{%- when 'owner' %}you are the owner of this complaint.
{%- when 'involved' %}it had been escalated to you.
{%- endcase %}`,

  next: `{% if reason == 'ended' %}Nothing more. This is the last mail about it.
{%- elsif reason == 'informed' or reason == 'broughtIn' and due == nil %}You need not do anything; the owner goes on with it.
{%- elsif because.type == 'nudgedAbove' %}The owner goes on with it; you may act as well.
{%- elsif due.for == 'answer' and next == nil %}Without a verdict by then it is closed, and the resident is told.
{%- elsif next %}{% if due.overdue %}It has gone to {{next}} as well.{% else %}If nothing happens by then, it goes to {{next}}.{% endif -%}
{% elsif due %}{% if level and level.at >= level.of %}You are the last level. Nobody comes after you; you will be reminded.{% else %}If nothing happens by then, it goes up a level.{% endif -%}
{% else %}It waits for you.{% endif %}`,

  dueFor: {
    acknowledge: { verb: 'acknowledge', noun: 'acknowledgement', label: 'Acknowledge' },
    reply: { verb: 'reply', noun: 'reply', label: 'Reply to the resident' },
    promise: { verb: 'promised reply', noun: 'promised reply', label: 'Reply promised to the resident' },
    resolve: { verb: 'resolve', noun: 'solution', label: 'Resolve' },
    verify: { verb: 'check', noun: 'check', label: 'Check whether it is valid' },
    answer: { verb: 'ask for the verdict', noun: 'verdict', label: 'Ask the resident for the verdict' },
    call: { verb: 'call', noun: 'call', label: 'Call the resident' },
  },
  clocks: { reply: 'reply', resolve: 'resolve' },
  comma: ', ',
};
