import type { Improvements, Items, Outbox, OutboxRow } from '#ports';
import { newOutboxRow, outboxKey, outboxRowOf } from '#store/outbox-row';

/** Items whose pending effects are known, none or some. */
const MOST_ITEMS = 5_000;

const inOrder = (a: OutboxRow, b: OutboxRow): number => (sortOf(a) < sortOf(b) ? -1 : 1);
const sortOf = ({ company, item, effect }: OutboxRow): string => outboxKey(company, item, effect.id).sk;

/** Whatever puts effects into the outbox. */
interface Writers {
  items: Items;
  outbox: Outbox;
  improvements: Improvements;
}

/**
 * Pending effects as one process knows them that alone writes: those of a decision from its commit on, until they are
 * finished. What fails, finds a row otherwise than expected, or meets another write forgets the item's: what is read again is
 * the truth.
 */
export function rememberEffects(inner: Writers): Writers {
  const known = new Map<string, OutboxRow[]>();
  /** Writes under way: a row may be there, and in the stream, before the answer is. */
  const writing = new Map<string, { count: number; overlap: boolean }>();
  /** The last look at an item's rows; a write meanwhile makes it stale. */
  const reading = new Map<string, { stale: boolean }>();
  const keyOf = (company: string, item: string) => `${company}/${item}`;
  const outdate = (key: string): void => {
    known.delete(key);
    const read = reading.get(key);
    if (read) read.stale = true;
  };
  const keep = (key: string, rows: OutboxRow[]): void => {
    known.set(key, rows);
    const [oldest] = known.keys();
    if (known.size > MOST_ITEMS && oldest !== undefined) known.delete(oldest);
  };
  /** `change`: what the rows are when `write` has answered; null: nobody knows. */
  const changing = async <T>(
    key: string,
    before: OutboxRow[] | undefined,
    write: () => Promise<T>,
    change: (rows: OutboxRow[], answer: T) => OutboxRow[] | null,
  ): Promise<T> => {
    const mine = writing.get(key) ?? { count: 0, overlap: false };
    mine.count += 1;
    mine.overlap ||= mine.count > 1;
    writing.set(key, mine);
    outdate(key);
    let after: OutboxRow[] | null = null;
    try {
      const answer = await write();
      after = before ? change(before, answer) : null;
      return answer;
    } finally {
      mine.count -= 1;
      if (mine.count === 0) writing.delete(key);
      outdate(key);
      if (after && !mine.overlap) keep(key, after);
    }
  };
  const forgetting = <T>({ company, item }: Pick<OutboxRow, 'company' | 'item'>, write: () => Promise<T>): Promise<T> =>
    changing(keyOf(company, item), undefined, write, () => null);
  return {
    items: {
      ...inner.items,
      rewrite: (company, id, change) =>
        forgetting({ company, item: id }, () => inner.items.rewrite(company, id, change)),
      commit(commit) {
        const { after, before, effects } = commit;
        const key = keyOf(after.company, after.id);
        const fresh = effects.map((effect) => outboxRowOf(newOutboxRow(after, effect)));
        return changing(
          key,
          before === null ? [] : known.get(key),
          () => inner.items.commit(commit),
          (rows) => [...rows, ...fresh].sort(inOrder),
        );
      },
    },
    improvements: {
      ...inner.improvements,
      put: (improvement, notices) =>
        forgetting({ company: improvement.company, item: improvement.id }, () =>
          inner.improvements.put(improvement, notices),
        ),
    },
    outbox: {
      ...inner.outbox,
      async pendingOf(company, item) {
        const key = keyOf(company, item);
        const remembered = known.get(key);
        if (remembered) return [...remembered];
        const read = { stale: false };
        reading.set(key, read);
        try {
          const rows = await inner.outbox.pendingOf(company, item);
          if (!read.stale && !writing.has(key) && reading.get(key) === read) keep(key, [...rows]);
          return rows;
        } finally {
          if (reading.get(key) === read) reading.delete(key);
        }
      },
      finish(row, ...rest) {
        const key = keyOf(row.company, row.item);
        return changing(
          key,
          known.get(key),
          () => inner.outbox.finish(row, ...rest),
          (rows, finished) => (finished ? rows.filter(({ effect }) => effect.id !== row.effect.id) : null),
        );
      },
      add: (row) => forgetting(row, () => inner.outbox.add(row)),
      attempt: (row, ...rest) => forgetting(row, () => inner.outbox.attempt(row, ...rest)),
      retry: (row, ...rest) => forgetting(row, () => inner.outbox.retry(row, ...rest)),
      postpone: (row, ...rest) => forgetting(row, () => inner.outbox.postpone(row, ...rest)),
    },
  };
}
