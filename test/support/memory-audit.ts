import { createHash } from 'node:crypto';
import { type AuditEntry, type AuditLink, nextLink } from '#domain/audit/link';
import { canonical } from '#domain/canonical';
import type { Audit } from '#ports';
import { pageOfRows } from './memory-items.ts';

export interface MemoryAudit extends Audit {
  record(company: string, entry: AuditEntry, content?: unknown): void;
}

/** The log of changes in a list, linked as in the table. */
export function createMemoryAudit(): MemoryAudit {
  const links: AuditLink[] = [];
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  const chainOf = (company: string, { kind, id }: { kind: string; id: string }) =>
    links.filter((one) => one.company === company && one.kind === kind && one.id === id);
  return {
    record(company, entry, content) {
      const after = content === undefined ? undefined : digest(canonical(content));
      links.push(nextLink(company, chainOf(company, entry).at(-1) ?? null, entry, after, digest));
    },
    async add(company, entry) {
      this.record(company, entry);
    },
    changes: async (company, { sites, kind }, page) =>
      pageOfRows(
        links
          .filter(
            (row) =>
              row.company === company &&
              (sites === null || row.sites === null || row.sites.some((site) => sites.includes(site))) &&
              (kind === undefined || row.kind === kind),
          )
          .reverse(),
        page,
      ),
    chains: async (company) =>
      links.filter((one) => one.company === company && one.seq === 1).map(({ kind, id }) => ({ kind, id })),
    links: async (company, chain) => chainOf(company, chain),
    seal: async () => digest,
  };
}
