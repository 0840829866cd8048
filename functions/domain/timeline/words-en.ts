import { yuanWords } from '../money.ts';
import type { Instant } from '../time.ts';
import { actionLabel, severityLabel, statusLabel } from '../words.ts';
import type { ItemKind } from '../workflow/definition.ts';
import type { Found } from '../workflow/entry.ts';
import type { Granted } from '../workflow/event.ts';
import {
  type ActionWords,
  type HappeningWords,
  type Joined,
  type NoticeWords,
  type Raised,
  type Refused,
  type Sent,
  type Telling,
  told,
  wrote,
  wroteAndTold,
} from './said.ts';
import { scoreWords, visitedEn } from './visit-words.ts';

const were = (people: readonly string[]): string => (people.length === 1 ? 'was' : 'were');

const NOTICES: NoticeWords = {
  received: 'the complaint was received',
  promised: 'when the next reply comes',
  replied: 'the reply',
  resolved: 'what was done',
  invalid: 'why the complaint is not valid',
  closedSilent: 'closed, as no answer came',
  reopened: 'the complaint was reopened',
  goesOn: 'work goes on with what is left',
  withdrawn: 'the complaint was withdrawn',
  pausedNotice: 'work is paused, and until when',
  closed: 'the complaint was closed',
  visitAsk: 'they were asked how it went',
};
const notice = (template: string): string => NOTICES[template] ?? 'news';

const MAILS: Record<Sent['reason'], string> = {
  asked: 'asked to act',
  raised: 'escalated',
  reminder: 'reminder',
  nextStep: 'the next step',
  handedOver: 'handed over',
  broughtIn: 'brought in',
  informed: 'for information',
  call: 'please call the resident',
  callOverdue: 'the call is overdue',
  overdue: 'overdue',
  ended: 'how it ended',
  nudged: 'the resident asks for an answer',
  information: 'the resident added something',
  pointMissed: 'a patrol point was missed',
  linkedEnded: 'what was opened for it has ended',
  resident: 'news',
};
export const mailForEn = (reason: Sent['reason'], template: string): string =>
  reason === 'resident' ? notice(template) : MAILS[reason];
const REFUSALS: Record<Refused['why'], string> = {
  ended: 'it had ended already',
  notOffered: 'not possible at this step',
  notAsked: 'it was not waiting for them',
  badTime: 'the time was not possible',
  unknownPerson: 'no such person',
  unknownChoice: 'no such choice',
  unknownCall: 'no such call',
  wrongCode: 'the code was another one',
  tooEarly: 'its window had not opened',
  scannedAlready: 'it was recorded already',
  lampsWanted: 'the lamps were not counted',
  lampsWrong: 'more lamps were lit than there are',
  unfinished: 'the checklist is not complete',
  ownWork: 'nobody passes their own work',
};
const CHANNELS: Partial<Record<string, string>> = {
  desk: 'at the desk',
  phone: 'by phone',
  message: 'by message',
  web: 'on the web',
};
const MOVED = { reply: 'Reply', resolve: 'Resolve', level: 'This level', wait: 'Wait' } as const;

const limited = (at: Instant | null, t: Telling): string => (at === null ? 'no limit' : t.when(at));

export const happeningsEn: HappeningWords = {
  filed: (e, t) =>
    e.kind === undefined ? `${t.by} recorded the complaint` : `${t.by} opened ${ITEMS[e.kind].toLowerCase()}`,
  assigned: (e, t) => (e.person === null ? 'Nobody could be made the owner' : `${t.person(e.person)} became the owner`),
  asked: (e, t) =>
    e.people.length === 0
      ? 'Nobody could be asked'
      : `${t.people(e.people)} ${were(e.people)} asked${e.again ? ' again' : ''} to act${e.due === null ? '' : ` by ${t.when(e.due)}`}`,
  substituted: (e, t) => `${t.person(e.deputy)} stands in for ${t.person(e.absent)}, who is absent`,
  skipped: (e) =>
    `Level ${e.skippedLevel + 1} was skipped: ${e.why === 'empty' ? 'nobody holds that post' : 'the mail could not be delivered'}`,
  raised: (e, t) => `Escalated to level ${e.to + 1}: ${raisedBecause(e, t)}`,
  reminded: (e, t) =>
    `${t.people(e.people)} ${were(e.people)} reminded${e.left === 0 ? ' for the last time' : `, ${e.left} more to come`}`,
  missed: (e, t) =>
    e.promised
      ? `The reply promised by ${t.when(e.deadline)} did not come`
      : `The ${e.clock} deadline passed: ${t.when(e.deadline)}`,
  kept: (e, t) => `The reply promised by ${t.when(e.deadline)} was given in time`,
  acted: (e, t) => {
    const said = t.acted(e.action);
    const found = e.found ? foundWords(e.found) : [];
    const owner = e.owner === undefined ? [] : [`${t.person(e.owner)} is the owner now`];
    return { ...said, more: [...said.more, ...found, ...recoveredWords(e.recovered), ...owner] };
  },
  refused: (e, t) => `${t.by} tried “${actionLabel(e.action, 'en', t.kind)}”, without effect: ${REFUSALS[e.why]}`,
  resumed: () => 'The pause ran out; work goes on',
  status: (e, t) => `Status: ${statusLabel(e.from, 'en', t.kind)} → ${statusLabel(e.to, 'en', t.kind)}`,
  severity: (e) => `Severity: ${severityLabel(e.from, 'en')} → ${severityLabel(e.to, 'en')}`,
  told: (e) => {
    if (e.via === 'mail') return `The resident is told by mail: ${notice(e.template)}`;
    if (e.via === 'call') return `The resident is to be told by telephone: ${notice(e.template)}`;
    return `No address or number was left, so the resident could not be told: ${notice(e.template)}`;
  },
  callOverdue: () => 'The call to the resident is overdue',
  informed: (e, t) => `${t.people(e.people)} ${were(e.people)} informed`,
  exhausted: (e) => (e.unreached ? 'Nobody was there or could be reached on any level' : 'Nobody acted on any level'),
  nudged: (e, t) =>
    `The resident asked when the answer comes${e.people.length === 0 ? '' : `; ${t.people(e.people)} ${were(e.people)} told`}`,
  information: (e) => wrote('The resident added', e.text),
  opinion: (e) =>
    wrote(
      `Somebody else who reported it finds it ${VERDICTS[e.verdict]}${e.score === null ? '' : `, ${e.score} of 5`}`,
      e.opinion ?? undefined,
    ),
  recomputed: (e, t) => ({
    title: 'Deadlines were worked out anew after a calendar, roster or post changed',
    quotes: [],
    more: e.moved.map(({ what, from, to }) => `${MOVED[what]}: ${t.when(from)} → ${t.when(to)}`),
  }),
  moved: (e, t) => ({
    title: `${t.by} moved it from version ${e.from} of its workflow to version ${e.to}`,
    quotes: [],
    more: [
      ...(e.place ? [`It goes on at: ${e.place.en}`] : []),
      ...(e.due ? [`The time of its step: ${limited(e.due.from, t)} → ${limited(e.due.to, t)}`] : []),
    ],
  }),
  opened: (e) =>
    e.about === undefined
      ? `${ITEMS[e.kind as ItemKind] ?? 'A linked item'} is being opened`
      : `A corrective order is being opened: ${e.about.en}`,
  linkedOpened: (e) => `${ITEMS[e.kind]} was opened for it: ${e.number}`,
  linkedEnded: (e) =>
    `${ITEMS[e.kind]} that was opened for it has ended: ${e.number}, ${statusLabel(e.status, 'en', e.kind).toLowerCase()}`,
  scanned: (e, t) => ({
    title: `${t.by} was at ${e.point.en}${e.late ? ', late' : ''}`,
    quotes: [],
    more: [
      ...(e.how === 'code' ? ['By the code below the label'] : []),
      ...(e.lamps ? [`Lamps lit: ${e.lamps.lit} of ${e.lamps.total}`] : []),
    ],
  }),
  pointsMissed: (e, t) => ({
    title: `Nobody was at ${e.points.map(({ name }) => name.en).join(', ')} in time`,
    quotes: [],
    more: e.people.length === 0 ? ['There was nobody to tell'] : [`Told ${t.people(e.people)} at once`],
  }),
  walked: ({ figures: { points, walked, missed, lamps } }) => ({
    title: `The patrol is over: ${walked} of ${points} points, ${missed} missed`,
    quotes: [],
    more: lamps ? [`Lamps lit: ${lamps.lit} of ${lamps.total}`] : [],
  }),
  reopens: (e) => `${ITEMS[e.kind]} it asked about is taken up again: ${e.number}`,
  visitReopened: (e) =>
    wrote(`Follow-up visit ${e.number} found: ${scoreWords(e, 'en')}; it is taken up again`, e.said ?? undefined),
  followedUp: (e) => wrote(`Follow-up visit ${e.number}: ${scoreWords(e, 'en')}`, e.said ?? undefined),
  stuck: (e) => wrote('The workflow stopped and needs an administrator', e.why),
  ended: (e, t) => `Ended: ${statusLabel(e.status, 'en', t.kind).toLowerCase()}`,
  sent: (e, t) => `Mail sent to ${t.person(e.to)}: ${e.reason === 'resident' ? notice(e.template) : MAILS[e.reason]}`,
  bounced: (e, t) => wrote(`The mail to ${t.person(e.to)} could not be delivered`, e.why),
  retried: (e, t) => `${t.by} had the mail to ${t.person(e.to)} tried again`,
  joined: (e, t) =>
    wrote(
      `The same ${t.kind === 'complaint' ? 'complaint' : 'fault'} came in again (${CHANNELS[e.channel] ?? 'through staff'})${e.number ? ` as ${e.number}` : ''}`,
      e.description,
      ...contact(e),
    ),
  attached: (e, t) =>
    `${t.by} attached ${e.photos.length === 1 ? 'a photo or document' : `${e.photos.length} photos or documents`}`,
  rerouted: (e, t) =>
    `Moved to ${t.department(e.department)} as “${t.category(e.category)}”, ${severityLabel(e.severity, 'en')}`,
  restarted: () => 'The timer was restarted',
  linked: (e, t) => wrote(`${t.by} linked this to incident ${e.number}`, e.title),
  unlinked: (e, t) => `${t.by} took this out of incident ${e.number}`,
};

const ITEMS: Record<ItemKind, string> = { complaint: 'A complaint', workOrder: 'A work order', visit: 'A visit' };
/** "Lift 1 (DT-01), Machine room: 6 points", "not as it should be: brake". */
function foundWords({ asset, section, answered, flagged, failed }: Found): string[] {
  const where = asset === null ? section.en : `${asset}, ${section.en}`;
  const points = `${where}: ${answered} ${answered === 1 ? 'point' : 'points'}${flagged === 0 ? '' : `, ${flagged} to watch`}`;
  return failed.length === 0 ? [points] : [points, `Failed: ${failed.map(({ en }) => en).join(', ')}`];
}

const recoveredWords = (given: Granted | undefined): string[] =>
  given
    ? [[given.gesture?.en, given.fen > 0 && `¥${yuanWords(given.fen)} in compensation`].filter(Boolean).join(', ')]
    : [];

/** Who sent the report, and how to reach them. */
const contact = ({ reporter }: Joined): string[] => {
  const known = [reporter?.name, reporter?.phone, reporter?.email].filter(Boolean).join(', ');
  return known === '' ? [] : [known];
};

function raisedBecause({ why, clock }: Raised, { kind }: Telling): string {
  switch (why) {
    case 'expired':
      return kind === 'complaint' ? 'nobody acknowledged in time' : 'nobody acted in time';
    case 'missed':
      return clock === undefined ? 'a deadline passed' : `the ${clock} deadline passed`;
    case 'promiseBroken':
      return 'a promise to the resident was broken';
    case 'escalated':
      return 'escalated by hand';
    case 'asked':
      return 'the superior was asked';
    case 'undeliverable':
      return 'the mail could not be delivered';
    case 'repeat':
      return 'a repeat within 30 days';
    case 'reopened':
      return 'reopened, the resident was not satisfied';
    case 'care':
      return 'a care rule';
    case 'rework':
      return 'the repair came back again';
    case 'rule':
      return 'a rule of the workflow';
  }
}

const VERDICTS = { solved: 'solved', partly: 'partly solved', notSolved: 'not solved' } as const;

export const actionsEn: ActionWords = {
  acknowledge: (i, t) => wrote(`${t.by} acknowledged`, i.note),
  promise: (i, t) => told(`${t.by} promised the resident a reply by ${t.when(i.at)}`, i.told),
  reply: (i, t) =>
    told(
      `${t.by} replied to the resident`,
      i.told,
      ...(i.nextReplyAt === undefined ? [] : [`Next reply by ${t.when(i.nextReplyAt)}`]),
    ),
  handOver: (i, t) => wrote(`${t.by} handed it over to ${t.person(i.to)}`, i.note),
  notMine: (i, t) => wrote(`${t.by} returned it to the dispatcher`, i.reason),
  bringIn: (i, t) => wrote(`${t.by} brought in ${t.department(i.department)}`, i.note),
  escalate: (i, t) => wrote(`${t.by} escalated it`, i.reason),
  askSuperior: (i, t) => wrote(`${t.by} asked the superior`, i.question),
  accept: (i, t) => wrote(`${t.by} found the complaint valid`, i.note),
  reject: (i, t) => wroteAndTold(`${t.by} found the complaint not valid`, i.reason, i.told),
  pause: (i, t) => wrote(`${t.by} paused it until ${t.when(i.until)}`, i.reason),
  resume: (i, t) => wrote(`${t.by} resumed the work`, i.note),
  noAnswer: (i, t) => wrote(`${t.by} found nobody at home`, i.note),
  resolve: (i, t) => wroteAndTold(`${t.by} resolved it`, i.done, i.told),
  verdict: (i, t) =>
    wrote(
      `${t.byResident ? 'The resident’s verdict' : `${t.by} recorded the resident’s verdict`}: ${VERDICTS[i.verdict]}${i.score === undefined ? '' : `, ${i.score} of 5`}`,
      i.opinion,
    ),
  withdraw: (i, t) => wrote(`${t.by} withdrew it at the resident’s wish`, i.reason),
  reopen: (i, t) => wrote(`${t.by} reopened it`, i.reason),
  note: (i, t) => wrote(`${t.by} added a note`, i.text),
  called: (i, t) =>
    wrote(i.reached ? `${t.by} called the resident` : `${t.by} called and did not reach the resident`, i.note),
  correct: (i, t) => wrote(`${t.by} corrected the details`, i.reason),
  check: (_, t) => `${t.by} filled in the checklist`,
  scan: (_, t) => `${t.by} was at a point of the patrol`,
  complete: (i, t) => wrote(`${t.by} completed the work`, i.done),
  visited: visitedEn,
  giveReason: (_, t) => wrote(`${t.by} said why it was low`),
  openOrder: (i, t) => wrote(`${t.by} had a work order opened`, i.work),
  recover: (i, t) => wrote(`${t.by} put things right on the spot`, i.words),
  approve: (i, t) => wrote(`${t.by} approved`, i.note),
  decline: (i, t) => wrote(`${t.by} declined`, i.reason),
};
