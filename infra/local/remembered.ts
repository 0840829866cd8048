import type { Item } from '#domain/item';
import type { DocumentHead, Documents, Items, Suppressions } from '#ports';

/**
 * What one process may remember because it alone writes: whatever changes passes through here. In AWS many processes
 * write, and each asks anew.
 */
export function rememberDocuments(inner: Documents): Documents {
  const known = new Map<string, Promise<DocumentHead[]>>();
  const heads = async (company: string): Promise<DocumentHead[]> => {
    const asked = known.get(company) ?? inner.heads(company);
    known.set(company, asked);
    try {
      return [...(await asked)];
    } catch (error) {
      known.delete(company);
      throw error;
    }
  };
  return {
    ...inner,
    heads,
    async current(company, kind, id) {
      const head = (await heads(company)).find((one) => one.kind === kind && one.id === id);
      return head ? inner.version(company, kind, id, head.version) : null;
    },
    async publish(company, document, expected) {
      try {
        return await inner.publish(company, document, expected);
      } finally {
        known.delete(company);
      }
    },
  };
}

const MOST_ADDRESSES = 5_000;

export function rememberSuppressions(inner: Suppressions): Suppressions {
  const known = new Map<string, boolean>();
  const keyOf = (company: string, email: string) => `${company}/${email.trim().toLowerCase()}`;
  return {
    async isSuppressed(company, email) {
      const key = keyOf(company, email);
      const remembered = known.get(key);
      if (remembered !== undefined) return remembered;
      const suppressed = await inner.isSuppressed(company, email);
      if (known.size >= MOST_ADDRESSES) known.clear();
      known.set(key, suppressed);
      return suppressed;
    },
    async suppress(company, email, why, at) {
      try {
        await inner.suppress(company, email, why, at);
      } finally {
        known.delete(keyOf(company, email));
      }
    },
  };
}

const MOST_ITEMS = 5_000;

/**
 * Items as they were last committed, kept as text: who reads one gets a copy of their own, as from the database. A commit
 * or a sleep that fails forgets the item, so whoever decides again decides on the truth.
 */
export function rememberItems(inner: Items): Items {
  const known = new Map<string, { version: number; text: string }>();
  const keyOf = (company: string, id: string) => `${company}/${id}`;
  const keep = (item: Item): void => {
    const key = keyOf(item.company, item.id);
    if ((known.get(key)?.version ?? 0) > item.version) return;
    known.delete(key);
    known.set(key, { version: item.version, text: JSON.stringify(item) });
    const [oldest] = known.keys();
    if (known.size > MOST_ITEMS && oldest !== undefined) known.delete(oldest);
  };
  const forgetting = async (key: string, change: () => Promise<void>): Promise<void> => {
    try {
      await change();
    } catch (error) {
      known.delete(key);
      throw error;
    }
  };
  return {
    ...inner,
    async get(company, id) {
      const remembered = known.get(keyOf(company, id));
      if (remembered) return JSON.parse(remembered.text) as Item;
      const item = await inner.get(company, id);
      if (item) keep(item);
      return item;
    },
    async commit(commit) {
      const { company, id } = commit.after;
      await forgetting(keyOf(company, id), () => inner.commit(commit));
      keep(commit.after);
    },
    sleep: (company, id, ...rest) => forgetting(keyOf(company, id), () => inner.sleep(company, id, ...rest)),
  };
}
