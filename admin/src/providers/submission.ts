/**
 * Idempotency keys of one form: the same content keeps its key over retries, so a second try after a lost answer cannot
 * file or act twice; changed content gets a new one.
 */
export interface Submission {
  keyFor(body: unknown): string;
}

export function createSubmission(newKey: () => string = () => crypto.randomUUID()): Submission {
  let last: { content: string; key: string } | null = null;
  return {
    keyFor(body) {
      const content = JSON.stringify(body);
      if (last?.content !== content) last = { content, key: newKey() };
      return last.key;
    },
  };
}
