import { MINUTE, toIso } from '#domain/time';
import type { Entry } from '#domain/workflow/entry';

export interface SeenMail {
  messageId: string;
  to: string;
  subject: string;
}
/** What is left of one life for those outside: its timeline and its mails. */
export interface LifeRecord {
  timeline: Entry[];
  mails: SeenMail[];
}

/** A mail that a crash held up goes out with the sweep: every five minutes, what is two minutes late. */
export const longestDelay = 7 * MINUTE;

const numberless = (text: string): string => text.replace(/EL-\d{6}-\d{3}/g, 'EL');
const mailWords = ({ messageId, to, subject }: SeenMail): string => `${messageId} ${to} ${numberless(subject)}`;

/** JSON with its keys in order: the database does not keep theirs. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );

/** Decisions in their order, each to the millisecond; only the numbers that order them are left out. */
const decisions = (timeline: readonly Entry[], exact: boolean): string[] =>
  timeline
    .filter(({ type }) => type !== 'sent')
    .map(({ seq: _, at, ...happening }) => `${exact ? toIso(at) : ''} ${inOrder(happening)}`);

const sendings = (timeline: readonly Entry[]): Map<string, Entry & { type: 'sent' }> => {
  const found = new Map<string, Entry & { type: 'sent' }>();
  for (const entry of timeline) {
    if (entry.type !== 'sent') continue;
    found.set(entry.effect, found.has(entry.effect) ? { ...entry, template: 'noted twice' } : entry);
  }
  return found;
};

/**
 * How a life that was interrupted differs from the whole one; empty: not at all. The rule: the same decisions in the same
 * order at the same instants; the same sendings noted, each once and at most `longestDelay` later; the same mails, and
 * at most `repeats` more, each of a Message-ID and to a person already in the list.
 */
export function differences(
  whole: LifeRecord,
  life: LifeRecord,
  { repeats = 1, exact = true }: { repeats?: number; exact?: boolean } = {},
): string[] {
  const found: string[] = [];
  const [wanted, had] = [decisions(whole.timeline, exact), decisions(life.timeline, exact)];
  for (let index = 0; index < Math.max(wanted.length, had.length); index += 1)
    if (wanted[index] !== had[index]) {
      found.push(`decision ${index}: ${had[index] ?? 'missing'} instead of ${wanted[index] ?? 'nothing'}`);
      break;
    }

  const [sent, noted] = [sendings(whole.timeline), sendings(life.timeline)];
  for (const effect of new Set([...sent.keys(), ...noted.keys()])) {
    const [then, now] = [sent.get(effect), noted.get(effect)];
    if (!then || !now) found.push(`sending ${effect} ${then ? 'is not noted' : 'is new'}`);
    else if (then.to !== now.to || then.template !== now.template || then.reason !== now.reason)
      found.push(`sending ${effect}: ${JSON.stringify(now)}`);
    else if (exact && (now.at < then.at || now.at > then.at))
      found.push(`sending ${effect} is ${now.at - then.at} ms late`);
  }

  const left = life.mails.map(mailWords);
  for (const mail of whole.mails.map(mailWords)) {
    const place = left.indexOf(mail);
    if (place < 0) found.push(`no mail ${mail}`);
    else left.splice(place, 1);
  }
  const known = new Set(whole.mails.map(({ messageId, to }) => `${messageId} ${to}`));
  for (const mail of left) if (!known.has(mail.split(' ', 2).join(' '))) found.push(`unknown mail ${mail}`);
  if (left.length > repeats) found.push(`${left.length} repeats: ${left.join('; ')}`);
  return found;
}
