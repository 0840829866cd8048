import type { Line } from '#domain/backtest/relive';
import type { MailReason } from '#domain/workflow/effect';
import type { Entry } from '#domain/workflow/entry';

export interface Told {
  title: string;
  more: readonly string[];
}
/** One moment on both sides; the same object where both have it, null where one has nothing. */
export interface LineRow {
  key: string;
  at: number;
  draft: Told | null;
  current: Told | null;
}
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

interface Said {
  at: number;
  words: string;
  told: Told;
}

/** Everything of a line in words, in order; mails of one moment and kind together. */
function say({ entries, mails }: Line, teller: Teller): Said[] {
  const said: Said[] = [];
  const add = (at: number, one: Told) =>
    said.push({ at, words: `${at} ${one.title} ${one.more.join(' ')}`, told: one });
  for (const entry of entries) if (isShown(entry)) add(entry.at, teller.entry(entry));
  const groups = new Map<string, { at: number; reason: MailReason | 'resident'; template: string; people: string[] }>();
  for (const { at, mail } of mails) {
    const reason = mail.type === 'mail' ? mail.reason : 'resident';
    if (told.has(reason)) continue;
    const key = `${at} ${reason} ${mail.template}`;
    const group = groups.get(key) ?? { at, reason, template: mail.template, people: [] };
    group.people.push(mail.type === 'mail' ? mail.to : 'resident');
    groups.set(key, group);
  }
  for (const { at, reason, template, people } of groups.values()) add(at, teller.mail(reason, template, people));
  // Stable: what happened at one instant stays in order.
  return said.sort((a, b) => a.at - b.at);
}

/** Both lines beside each other in order of time; what they have in common stands in one row. */
export function lineRows(draft: Line, current: Line, teller: Teller): LineRow[] {
  const mine = say(draft, teller);
  const theirs = say(current, teller);
  const common = commonLengths(mine, theirs);
  const rows: LineRow[] = [];
  const push = (at: number, one: Told | null, other: Told | null) =>
    rows.push({ key: `${rows.length}`, at, draft: one, current: other });
  let onlyMine: Said[] = [];
  let onlyTheirs: Said[] = [];
  /** What only one side has, until the next thing in common: in order of time, what is of one instant side by side. */
  const flush = () => {
    while (onlyMine.length > 0 || onlyTheirs.length > 0) {
      const at = Math.min(onlyMine[0]?.at ?? Number.POSITIVE_INFINITY, onlyTheirs[0]?.at ?? Number.POSITIVE_INFINITY);
      const one = onlyMine[0]?.at === at ? onlyMine.shift() : undefined;
      const other = onlyTheirs[0]?.at === at ? onlyTheirs.shift() : undefined;
      push(at, one?.told ?? null, other?.told ?? null);
    }
    onlyMine = [];
    onlyTheirs = [];
  };
  for (let i = 0, j = 0; i < mine.length || j < theirs.length; ) {
    const one = mine[i];
    const other = theirs[j];
    if (one && other && one.words === other.words) {
      flush();
      push(one.at, one.told, one.told);
      i += 1;
      j += 1;
    } else if (one && (!other || lengthAt(common, i + 1, j) >= lengthAt(common, i, j + 1))) {
      onlyMine.push(one);
      i += 1;
    } else if (other) {
      onlyTheirs.push(other);
      j += 1;
    }
  }
  flush();
  return rows;
}

const lengthAt = (table: readonly (readonly number[])[], i: number, j: number): number => table[i]?.[j] ?? 0;

/** How much the rests of both from i and j on have in common, in order. */
function commonLengths(a: readonly Said[], b: readonly Said[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (row)
        row[j] =
          a[i]?.words === b[j]?.words
            ? lengthAt(table, i + 1, j + 1) + 1
            : Math.max(lengthAt(table, i + 1, j), lengthAt(table, i, j + 1));
    }
  return table;
}
