import type { Item } from '#domain/item';
import type { DocumentHead, Documents, Items, Members, Sleeping, Suppressions } from '#ports';

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
    async publish(company, ...rest) {
      try {
        return await inner.publish(company, ...rest);
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
    async suppress(company, email, ...rest) {
      try {
        await inner.suppress(company, email, ...rest);
      } finally {
        known.delete(keyOf(company, email));
      }
    },
    list: inner.list,
    async lift(company, site, email, asked) {
      try {
        return await inner.lift(company, site, email, asked);
      } finally {
        known.delete(keyOf(company, email));
      }
    },
  };
}

const MOST_MEMBERS = 5_000;

/** Who has signed in once; nobody else's sign-in is remembered. */
export function rememberMembers(inner: Members): Members {
  const known = new Map<string, string>();
  const keyOf = (company: string, issuer: string, subject: string) => JSON.stringify([company, issuer, subject]);
  return {
    async bySubject(company, issuer, subject) {
      const key = keyOf(company, issuer, subject);
      const person = known.get(key) ?? (await inner.bySubject(company, issuer, subject));
      if (known.size >= MOST_MEMBERS) known.clear();
      if (person !== null) known.set(key, person);
      return person;
    },
    async link(company, issuer, subject, person) {
      known.delete(keyOf(company, issuer, subject));
      await inner.link(company, issuer, subject, person);
    },
  };
}

const MOST_ITEMS = 5_000;

/**
 * Items as they were last committed, kept as text (who reads one gets a copy of their own, as from the database), and the
 * tokens of their sleeping executions. A commit or a sleep that fails forgets the item, so whoever decides again decides on
 * the truth.
 */
export function rememberItems(inner: Items): Items {
  const known = new Map<string, { version: number; text: string }>();
  const asleep = new Map<string, Asleep>();
  const keyOf = (company: string, id: string) => `${company}/${id}`;
  const keep = (item: Item): void => {
    const key = keyOf(item.company, item.id);
    if ((known.get(key)?.version ?? 0) > item.version) return;
    known.delete(key);
    known.set(key, { version: item.version, text: JSON.stringify(item) });
    dropOldest(known, MOST_ITEMS);
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
    async sleep(company, id, version, epoch, sleeping) {
      const key = keyOf(company, id);
      const rival = asleep.get(key);
      const mine: Asleep = { token: null, under: 'way' };
      // Of two at once nobody knows whose token is on the row.
      if (rival?.under) {
        rival.under = 'rivals';
        mine.under = 'rivals';
      }
      asleep.set(key, mine);
      try {
        await forgetting(key, () => inner.sleep(company, id, version, epoch, sleeping));
        if (mine.under === 'way') mine.token = sleeping;
      } finally {
        mine.under = null;
      }
      dropOldest(asleep, MOST_ITEMS);
    },
    sleeping: async (company, id) => asleep.get(keyOf(company, id))?.token ?? inner.sleeping(company, id),
  };
}

/** `under` way: the token is being stored; with `rivals`: so is another, and neither is remembered. */
interface Asleep {
  token: Sleeping | null;
  under: 'way' | 'rivals' | null;
}

function dropOldest(known: Map<string, unknown>, most: number): void {
  const [oldest] = known.keys();
  if (known.size > most && oldest !== undefined) known.delete(oldest);
}
