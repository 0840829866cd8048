import { toIso } from '#domain/time';
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

/** Whatever the moment of a decision changes: times, and a number taken by a filing that was interrupted. */
const timeless = (text: string): string => text.replace(/\d{1,2}:\d\d/g, 'hh:mm').replace(/\b1\d{12}\b/g, 'instant');
const numberless = (text: string): string => text.replace(/EL(W?)-\d{6}-\d{3}/g, 'EL$1');
const mailWords = ({ messageId, to, subject }: SeenMail): string => `${messageId} ${to} ${numberless(subject)}`;

/** JSON with its keys in order: the database does not keep theirs. */
export const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );

/** All but the sendings, in order; left out are only the numbers that order them. */
const decisions = (timeline: readonly Entry[]): string[] =>
  timeline
    .filter(({ type }) => type !== 'sent')
    .map(({ seq: _, at, ...happening }) => `${toIso(at)} ${inOrder(happening)}`);

const sendings = (timeline: readonly Entry[]): Map<string, Entry & { type: 'sent' }> => {
  const found = new Map<string, Entry & { type: 'sent' }>();
  for (const entry of timeline) {
    if (entry.type !== 'sent') continue;
    found.set(entry.effect, found.has(entry.effect) ? { ...entry, template: 'noted twice' } : entry);
  }
  return found;
};

export interface Rule {
  /** Mails that may have arrived once more. @default 1 */
  repeats?: number;
  /** Whether every instant is the same; otherwise (the clock ran by itself) only what happened, and its order. @default true */
  exact?: boolean;
}

/**
 * How a life that was interrupted differs from the whole one; empty: not at all. The rule: the same decisions in the same
 * order at the same instants; the same sendings noted, each once, at the same instants; the same mails, and at most
 * `repeats` more, each with the Message-ID of one of them and to the same person.
 */
export function differences(whole: LifeRecord, life: LifeRecord, { repeats = 1, exact = true }: Rule = {}): string[] {
  const found: string[] = [];
  const plain = (text: string): string => (exact ? text : timeless(text.replace(/^\d{4}-\S+Z /, '')));
  const [wanted, had] = [decisions(whole.timeline).map(plain), decisions(life.timeline).map(plain)];
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
    else if (exact && now.at !== then.at) found.push(`sending ${effect} is ${now.at - then.at} ms late`);
  }

  const left = life.mails.map(mailWords).map(plain);
  for (const mail of whole.mails.map(mailWords).map(plain)) {
    const place = left.indexOf(mail);
    if (place < 0) found.push(`no mail ${mail}`);
    else left.splice(place, 1);
  }
  const known = new Set(whole.mails.map(({ messageId, to }) => `${messageId} ${to}`));
  for (const mail of left) if (!known.has(mail.split(' ', 2).join(' '))) found.push(`unknown mail ${mail}`);
  if (left.length > repeats) found.push(`${left.length} repeats: ${left.join('; ')}`);
  return found;
}
