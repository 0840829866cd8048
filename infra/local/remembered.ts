import type { DocumentHead, Documents, Suppressions } from '#ports';

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
