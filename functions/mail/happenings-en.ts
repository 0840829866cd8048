import { severityLabel, statusLabel } from '#domain/words';
import type { ActionWords, HappeningWords, Raised, Telling } from './happenings.ts';

const noted = (note: string | undefined, t: Telling): string => (note ? `: ${t.quote(note)}` : '');
const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
const clock = (name: 'reply' | 'resolve'): string => (name === 'reply' ? 'reply' : 'resolve');

const TOLD: Record<string, string> = {
  received: 'that the complaint was received',
  promised: 'when the next reply comes',
  replied: 'the answer',
  resolved: 'what was done',
  invalid: 'why the complaint is not valid',
  closedSilent: 'that the complaint was closed after no answer',
  reopened: 'that the complaint was reopened',
  withdrawn: 'that the complaint was withdrawn',
  pausedNotice: 'that work is paused and until when',
  closed: 'that the complaint was closed',
};

export const happeningsEn: HappeningWords = {
  filed: (_, t) => `${t.by} recorded the complaint.`,
  assigned: (e, t) =>
    e.person === null ? 'Nobody could be made the owner.' : `${t.person(e.person)} became the owner.`,
  asked: (e, t) =>
    e.people.length === 0
      ? 'Nobody could be asked.'
      : `${t.people(e.people)} ${e.people.length === 1 ? 'was' : 'were'} asked${e.again ? ' again' : ''}${e.due === null ? '' : `, by ${t.when(e.due)}`}.`,
  substituted: (e, t) => `${t.person(e.deputy)} stands in for ${t.person(e.absent)}, who is absent.`,
  skipped: (e) =>
    e.why === 'empty'
      ? `Level ${e.skippedLevel + 1} was skipped: nobody holds that post.`
      : `Level ${e.skippedLevel + 1} was skipped: the mail could not be delivered.`,
  raised: (e) => `Escalated to level ${e.to + 1}: ${raisedBecause(e.why, e.clock)}.`,
  reminded: (e, t) => `${t.people(e.people)} ${e.people.length === 1 ? 'was' : 'were'} reminded (${e.left} more).`,
  missed: (e, t) =>
    e.promised
      ? `The promised reply by ${t.when(e.deadline)} did not come.`
      : `The ${clock(e.clock)} deadline passed at ${t.when(e.deadline)}.`,
  kept: (e, t) => `The reply promised by ${t.when(e.deadline)} was given in time.`,
  acted: (e, t) =>
    `${t.by} ${t.acted(e.action)}${e.owner === undefined ? '' : ` ${t.person(e.owner)} is the owner now.`}`,
  refused: (e, t) => `${t.by} tried something that was no longer possible (${e.action}).`,
  resumed: () => 'The longest pause was over; work goes on.',
  status: (e) => `Status: ${statusLabel(e.from, 'en')} → ${statusLabel(e.to, 'en')}.`,
  severity: (e) => `Severity: ${severityLabel(e.from, 'en')} → ${severityLabel(e.to, 'en')}.`,
  told: (e) => {
    const what = TOLD[e.template] ?? 'the news';
    if (e.via === 'mail') return `The resident is told ${what} by mail.`;
    if (e.via === 'call') return `The resident has to be told ${what} by telephone.`;
    return `The resident could not be told ${what}: no address and no number is known.`;
  },
  callOverdue: () => 'The call to the resident is overdue.',
  informed: (e, t) => `${t.people(e.people)} ${e.people.length === 1 ? 'was' : 'were'} informed.`,
  exhausted: () => 'Nobody acted on any level.',
  recomputed: () => 'Deadlines were worked out anew after a calendar, roster or post changed.',
  opened: () => 'A linked item was opened.',
  stuck: () => 'The workflow stopped and needs an administrator.',
  ended: (e) => `Ended: ${statusLabel(e.status, 'en').toLowerCase()}.`,
  sent: (e, t) => `Mail sent to ${t.person(e.to)}.`,
  bounced: (e, t) => `The mail to ${t.person(e.to)} could not be delivered.`,
  clicked: (e, t) => `${t.person(e.person)} opened the link.`,
  joined: (e, t) => `The same complaint came in again: ${t.quote(e.description)}`,
  attached: (e) => `${plural(e.photos.length, 'photo')} attached.`,
  rerouted: (e, t) =>
    `Moved to ${t.department(e.department)} as “${t.category(e.category)}”, ${severityLabel(e.severity, 'en')}.`,
  restarted: () => 'The timer was restarted.',
};

function raisedBecause(why: Raised['why'], missed: 'reply' | 'resolve' | undefined): string {
  switch (why) {
    case 'expired':
      return 'nobody acknowledged in time';
    case 'missed':
      return missed === undefined ? 'a deadline passed' : `the ${clock(missed)} deadline passed`;
    case 'promiseBroken':
      return 'a promise to the resident was broken';
    case 'escalated':
      return 'it was escalated by hand';
    case 'asked':
      return 'the superior was asked';
    case 'undeliverable':
      return 'the mail could not be delivered';
    case 'repeat':
      return 'it is a repeat within 30 days';
    case 'reopened':
      return 'the resident was not satisfied';
    case 'rule':
      return 'a rule of the workflow says so';
  }
}

export const actionsEn: ActionWords = {
  acknowledge: (i, t) => `acknowledged${noted(i.note, t)}.`,
  promise: (i, t) => `promised the resident a reply by ${t.when(i.at)}: ${t.quote(i.told)}.`,
  reply: (i, t) =>
    `replied to the resident: ${t.quote(i.told)}${i.nextReplyAt === undefined ? '' : `; next reply by ${t.when(i.nextReplyAt)}`}.`,
  handOver: (i, t) => `handed over to ${t.person(i.to)}${noted(i.note, t)}.`,
  notMine: (i, t) => `returned it to the dispatcher: ${t.quote(i.reason)}.`,
  bringIn: (i, t) => `brought in ${t.department(i.department)}: ${t.quote(i.note)}.`,
  escalate: (i, t) => `escalated it: ${t.quote(i.reason)}.`,
  askSuperior: (i, t) => `asked the superior: ${t.quote(i.question)}.`,
  accept: (i, t) => `found the complaint valid${noted(i.note, t)}.`,
  reject: (i, t) => `found the complaint not valid: ${t.quote(i.reason)}.`,
  pause: (i, t) => `paused it until ${t.when(i.until)}: ${t.quote(i.reason)}.`,
  resume: (i, t) => `resumed the work${noted(i.note, t)}.`,
  noAnswer: (i, t) => `found nobody at home${noted(i.note, t)}.`,
  resolve: (i, t) => `resolved it: ${t.quote(i.done)}.`,
  verdict: (i, t) =>
    `recorded the resident’s verdict: ${{ solved: 'solved', partly: 'partly solved', notSolved: 'not solved' }[i.verdict]}${i.score === undefined ? '' : `, ${i.score} of 5`}${noted(i.opinion || undefined, t)}.`,
  withdraw: (i, t) => `withdrew it: ${t.quote(i.reason)}.`,
  reopen: (i, t) => `reopened it: ${t.quote(i.reason)}.`,
  note: (i, t) => `noted: ${t.quote(i.text)}.`,
  called: (i, t) =>
    `${i.reached ? 'called the resident' : 'called and did not reach the resident'}${noted(i.note, t)}.`,
  correct: (i, t) => `corrected the details: ${t.quote(i.reason)}.`,
  approve: (i, t) => `approved${noted(i.note, t)}.`,
  decline: (i, t) => `declined: ${t.quote(i.reason)}.`,
};
