import type { StaffSentences } from './staff.ts';
import { staffEn } from './staff-en.ts';

/** Of work orders. */
export const ordersEn: StaffSentences = {
  ...staffEn,
  why: `{% if level.of > 1 %}Level {{level.at}} of {{level.of}}{% if level.post %}: {{level.post}}{% endif %}, because {% else %}Because {% endif -%}
{% case because.type -%}
{% when 'responsible' %}{% if state == 'resolved' %}somebody else than who did the work has to inspect it, and that is you.{% else %}you or your post answer for this facility.{% endif -%}
{% when 'nobodyActed' %}everybody up to the top was asked and reminded, and nobody acted; it stays on your list until somebody does.
{%- when 'nobodyThere' %}nobody who should do this is there or could be reached.
{%- when 'nobodyAcknowledged' %}nobody {% if state == 'resolved' %}inspected{% else %}accepted{% endif %} it{% if because.deadline %} by {{because.deadline}}{% endif %}{% if because.people %} (asked: {{because.people}}){% endif %}.
{%- when 'missed' %}the work was to be done{% if because.deadline %} by {{because.deadline}}{% endif %} and is not.
{%- when 'escalatedBy' %}{{because.by}} escalated it: “{{because.words}}”
{%- when 'askedBy' %}{{because.by}} asks: “{{because.words}}”
{%- when 'undeliverable' %}the mail to {{because.people}} could not be delivered.
{%- when 'rework' %}the same thing had to be repaired again within its warranty: it starts one level higher.
{%- when 'declined' %}{{because.by}} did not pass the work: “{{because.words}}”
{%- when 'returned' %}{{because.by}} declined the order: “{{because.words}}”
{%- when 'information' %}this was added: “{{because.words}}”
{%- when 'patrol' %}you are among those who walk tonight: {{because.words}}.
{%- when 'pointMissed' %}nobody was there in time: {{because.words}}.
{%- when 'linkedEnded' %}{{because.words}}, which was opened for it, has ended and it is yours to go on with.
{%- when 'handedOver' %}{{because.by}} handed it over to you{% if because.words %}: “{{because.words}}”{% else %}.{% endif -%}
{% when 'broughtIn' %}{{because.by}} asks for help{% if because.words %}: “{{because.words}}”{% else %}.{% endif -%}
{% when 'deputyOf' %}you stand in for {{because.absent}}.
{%- when 'acted' %}you took the last step and it stays with you.
{%- when 'owner' %}you are the owner of this order.
{%- when 'involved' %}it had been escalated to you.
{%- else %}your post has to do with it.
{%- endcase %}`,

  next: `{% if reason == 'ended' %}Nothing more. This is the last mail about it.
{%- elsif reason == 'informed' or reason == 'broughtIn' and due == nil %}You need not do anything; the owner goes on with it.
{%- elsif because.type == 'patrol' %}Record each point while its window is open. A missed one is told {% if next %}to {{next}} {% endif %}at once.
{%- elsif reason == 'pointMissed' %}The patrol goes on, and the point can still be recorded, late. Please see to it that somebody goes there.
{%- elsif next %}{% if due.overdue %}It has gone to {{next}} as well.{% else %}If nobody has {% if due.for == 'acknowledge' %}accepted it{% elsif due.for == 'answer' %}inspected it{% else %}finished it{% endif %} by then, it goes to {{next}}.{% endif -%}
{% elsif due %}{% if level and level.at >= level.of %}You are the last level. Nobody comes after you; you will be reminded.{% else %}If nothing happens by then, it goes up a level.{% endif -%}
{% else %}It waits for you.{% endif %}`,

  dueFor: {
    ...staffEn.dueFor,
    acknowledge: { verb: 'accept', noun: 'acceptance', label: 'Accept' },
    resolve: { verb: 'finish', noun: 'work', label: 'Finish' },
    answer: { verb: 'inspect', noun: 'inspection', label: 'Inspect the work' },
  },
  clocks: { reply: 'reply', resolve: 'work' },
};
