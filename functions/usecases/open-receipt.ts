import type { Joined } from '#domain/item';
import type { Instant } from '#domain/time';
import { joinedReport } from '#domain/workflow/resident-acts';
import type { Ports, ReceiptClaims } from '#ports';
import { createGather, type Gathered } from './decide.ts';
import type { LoadFacts } from './load-facts.ts';
import { SHOWN_AFTER_END } from './resident-link.ts';

/** A resident's link, checked, with the complaint as it stands now. Reading one changes nothing. */
export interface OpenedReceipt {
  claims: ReceiptClaims;
  gathered: Gathered;
  now: Instant;
  /** The report that joined; null: the complaint's own. */
  joined: Joined | null;
  /** Too old, or the complaint ended too long ago: shows nothing any more. */
  expired: boolean;
}

/** @returns null when the report is not there. @throws LinkInvalid | NotFound */
export const createOpenReceipt = (
  ports: Pick<Ports, 'links' | 'items' | 'documents' | 'clock'>,
  loadFacts: LoadFacts,
) => {
  const gather = createGather(ports, loadFacts);
  return async (token: string): Promise<OpenedReceipt | null> => {
    const { claims, expired } = await ports.links.verifyReceipt(token);
    const gathered = await gather(claims.company, claims.item);
    const now = ports.clock.now();
    const joined = claims.report === null ? null : (joinedReport(gathered.item, claims.report) ?? null);
    if (claims.report !== null && !joined) return null;
    const { endedAt } = gathered.item;
    return { claims, gathered, now, joined, expired: expired || (endedAt !== null && now > endedAt + SHOWN_AFTER_END) };
  };
};
export type OpenReceipt = ReturnType<typeof createOpenReceipt>;
