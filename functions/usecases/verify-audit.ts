import {
  type AuditLink,
  type Break,
  type ChainName,
  type Digest,
  firstBreak,
  firstDifference,
} from '#domain/audit/link';
import { canonical } from '#domain/canonical';
import type { Instant } from '#domain/time';
import type { AuditCopies, DocumentHead, DocumentKind, Ports } from '#ports';

/**
 * The first thing wrong with a chain. `seq` is the link it is wrong at. 'unaudited': a version stands that no link tells of;
 * 'versionDiffers', 'versionMissing': what was published is not what the link tells of.
 */
export interface Finding extends ChainName {
  seq: number;
  why:
    | Break['why']
    | 'notInTable'
    | 'notInCopy'
    | 'differsFromCopy'
    | 'unaudited'
    | 'versionDiffers'
    | 'versionMissing';
}
export interface Verdict {
  chains: number;
  links: number;
  /** Of them written so lately that their copy may still be on its way: held against nothing yet. */
  waiting: number;
  findings: Finding[];
}
interface VerifyPorts extends Pick<Ports, 'audit' | 'documents'> {
  copies: Pick<AuditCopies, 'chains' | 'links'>;
  digest: Digest;
}

/** How long a copy may take: links written within `ms` of `now`, either way, may be without one. */
export interface Lag {
  now: Instant;
  ms: number;
}

/** Links at the end of a chain that have no copy yet and need none yet. */
function stillWaiting(links: readonly AuditLink[], copied: number, lag: Lag | null): number {
  const behind = links.slice(copied);
  return lag !== null && behind.every(({ at }) => Math.abs(lag.now - at) < lag.ms) ? behind.length : 0;
}

/** Walks every chain of a company: its hashes, its copy, and the versions it tells of. `lag` null: copies are made at once. */
export const createVerifyAudit = ({ audit, documents, copies, digest }: VerifyPorts, lag: Lag | null) => {
  const wrongVersion = async (company: string, chain: ChainName, links: readonly AuditLink[], head?: DocumentHead) => {
    const seal = await audit.seal(company);
    let version = 0;
    for (const link of links) {
      if (link.version === null) continue;
      version += 1;
      if (link.version !== version) return { seq: link.seq, why: 'unaudited' } as const;
      const found = await documents.version(company, chain.kind as DocumentKind, chain.id, version);
      if (!found) return { seq: link.seq, why: 'versionMissing' } as const;
      if (seal(canonical(found)) !== link.after) return { seq: link.seq, why: 'versionDiffers' } as const;
    }
    return (head?.version ?? 0) === version ? null : ({ seq: links.length + 1, why: 'unaudited' } as const);
  };

  return async (company: string): Promise<Verdict> => {
    const heads = await documents.heads(company);
    const named = [...(await audit.chains(company)), ...(await copies.chains(company)), ...heads];
    const chains = new Map(named.map(({ kind, id }) => [`${kind}/${id}`, { kind, id }]));
    const verdict: Verdict = { chains: chains.size, links: 0, waiting: 0, findings: [] };
    for (const [name, chain] of [...chains].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const links = await audit.links(company, chain);
      const copy = await copies.links(company, chain);
      const waiting = stillWaiting(links, copy.length, lag);
      const head = heads.find(({ kind, id }) => `${kind}/${id}` === name);
      const finding =
        firstBreak(company, chain, links, digest) ??
        firstDifference(links.slice(0, links.length - waiting), copy) ??
        (await wrongVersion(company, chain, links, head));
      verdict.links += links.length;
      verdict.waiting += waiting;
      if (finding) verdict.findings.push({ ...chain, ...finding });
    }
    return verdict;
  };
};
