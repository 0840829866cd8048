import type { StaffSentences } from './staff.ts';
import { staffEn } from './staff-en.ts';

/** Of follow-up visits. */
export const visitsEn: StaffSentences = {
  ...staffEn,
  why: `{% if level.of > 1 and level.at > 1 %}Level {{level.at}} of {{level.of}}{% if level.post %}: {{level.post}}{% endif %}, because {% else %}Because {% endif -%}
{% case because.type -%}
{% when 'responsible' %}{% if state == 'resolved' %}the resident gave a low score and it is yours to follow up.{% else %}this home is yours to visit.{% endif -%}
{% when 'praise' %}the resident gave full marks{% if because.words %}: “{{because.words}}”{% else %}.{% endif -%}
{% when 'nobodyActed' %}everybody up to the top was asked and reminded, and nobody visited; it stays on your list until somebody does.
{%- when 'nobodyThere' %}nobody who should visit is there or could be reached.
{%- when 'nobodyAcknowledged' %}nobody took the visit{% if because.deadline %} by {{because.deadline}}{% endif %}{% if because.people %} (asked: {{because.people}}){% endif %}.
{%- when 'missed' %}the visit was to be made{% if because.deadline %} by {{because.deadline}}{% endif %} and was not.
{%- when 'escalatedBy' %}{{because.by}} escalated it: “{{because.words}}”
{%- when 'askedBy' %}{{because.by}} asks: “{{because.words}}”
{%- when 'undeliverable' %}the mail to {{because.people}} could not be delivered.
{%- when 'handedOver' %}{{because.by}} handed it over to you{% if because.words %}: “{{because.words}}”{% else %}.{% endif -%}
{% when 'deputyOf' %}you stand in for {{because.absent}}.
{%- when 'acted' %}you took the last step and it stays with you.
{%- when 'owner' %}this home is yours to visit.
{%- when 'involved' %}it had been escalated to you.
{%- else %}your post has to do with it.
{%- endcase %}`,

  next: `{% if reason == 'ended' %}Nothing more. This is the last mail about it.
{%- elsif reason == 'informed' %}You need not do anything.
{%- elsif next %}{% if due.overdue %}It has gone to {{next}} as well.{% else %}If nothing happens by then, it goes to {{next}}.{% endif -%}
{% elsif due %}If nothing happens by then, it goes up a level.
{%- else %}It waits for you.{% endif %}`,

  dueFor: {
    ...staffEn.dueFor,
    acknowledge: { verb: 'take it', noun: 'answer', label: 'Take the visit' },
    resolve: { verb: 'visit', noun: 'visit', label: 'Visit' },
    answer: { verb: 'follow up', noun: 'follow-up', label: 'Follow up' },
  },
  clocks: { reply: 'reply', resolve: 'visit' },
};
