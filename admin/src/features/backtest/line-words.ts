import type { Line } from '#domain/backtest/relive';
import type { MailReason } from '#domain/workflow/effect';
import type { Entry } from '#domain/workflow/entry';
import type { SaidLine } from '../simulate/compare.ts';

type Told = Omit<SaidLine, 'at'>;
export interface Teller {
  entry: (entry: Entry) => Told;
  mail: (reason: MailReason | 'resident', template: string, people: readonly string[]) => Told;
}

/** Bookkeeping that the other rows tell better. */
const isShown = (entry: Entry): boolean =>
  entry.type !== 'status' && !(entry.type === 'told' && entry.via === 'mail') && entry.type !== 'informed';
/** Mails that are what the entry they belong to says: somebody is asked, or reminded. */
const told: ReadonlySet<string> = new Set<MailReason>([
  'asked',
  'raised',
  'nextStep',
  'handedOver',
  'reminder',
  'nudged',
]);

/** Everything of a line in words, in order; mails of one moment and kind together. */
export function sayLine({ entries, mails }: Line, teller: Teller): SaidLine[] {
  const said = entries.filter(isShown).map((entry): SaidLine => ({ at: entry.at, ...teller.entry(entry) }));
  const groups = new Map<string, { at: number; reason: MailReason | 'resident'; template: string; people: string[] }>();
  for (const { at, mail } of mails) {
    const reason = mail.type === 'mail' ? mail.reason : 'resident';
    if (told.has(reason)) continue;
    const key = `${at} ${reason} ${mail.template}`;
    const group = groups.get(key) ?? { at, reason, template: mail.template, people: [] };
    group.people.push(mail.type === 'mail' ? mail.to : 'resident');
    groups.set(key, group);
  }
  for (const { at, reason, template, people } of groups.values())
    said.push({ at, ...teller.mail(reason, template, people) });
  // Stable: what happened at one instant stays in order.
  return said.sort((a, b) => a.at - b.at);
}
