import { liftEntry } from '#domain/audit/publication';
import type { MailRow, Outbox, OutboxRow, Suppressed, Suppressions } from '#ports';
import type { MemoryAudit } from './memory-audit.ts';
import { pageOfRows } from './memory-items.ts';

/** Mails and suppressed addresses in lists: `mails` by site, put there by the test. */
export interface MemoryDeliveries {
  mails: { site: string; row: MailRow }[];
  outbox: Outbox;
  suppressions: Suppressions;
}

export function createMemoryDeliveries(audit: MemoryAudit): MemoryDeliveries {
  const mails: MemoryDeliveries['mails'] = [];
  const suppressed: (Suppressed & { site: string })[] = [];
  const notices: OutboxRow[] = [];
  const unused = (): never => {
    throw new Error('not part of the API');
  };
  return {
    mails,
    outbox: {
      get: async (_company, item, effect) =>
        [...mails.map(({ row }) => row), ...notices].find((row) => row.item === item && row.effect.id === effect) ??
        null,
      mails: async (_company, site, state, page) =>
        pageOfRows(
          mails.flatMap(({ site: at, row }) => (at === site && (!state || row.state === state) ? [row] : [])).reverse(),
          page,
        ),
      async retry(row) {
        const kept = mails.find((one) => one.row.effect.id === row.effect.id);
        if (kept?.row.state !== 'failed') return false;
        kept.row = { ...kept.row, state: 'pending', attempts: 0, error: null };
        return true;
      },
      async add(row) {
        if (notices.some(({ effect }) => effect.id === row.effect.id)) return false;
        notices.push(row);
        return true;
      },
      all: async (company, item) => notices.filter((row) => row.company === company && row.item === item),
      pendingOf: unused,
      finish: unused,
      attempt: unused,
      postpone: unused,
      stuck: unused,
    },
    suppressions: {
      isSuppressed: async (_company, email) => suppressed.some((one) => one.email === email),
      async suppress(_company, email, why, at, site) {
        suppressed.push({ email, why, at, site });
      },
      list: async (_company, site, page) =>
        pageOfRows(
          suppressed.filter((one) => one.site === site).map(({ email, why, at }) => ({ email, why, at })),
          page,
        ),
      async lift(company, site, email, asked) {
        const at = suppressed.findIndex((one) => one.site === site && one.email === email);
        if (at >= 0) suppressed.splice(at, 1);
        if (at >= 0) audit.record(company, liftEntry(site, (await audit.seal(company))(email), asked));
        return at >= 0;
      },
    },
  };
}
