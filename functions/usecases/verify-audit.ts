import {
  type AuditLink,
  type Break,
  type ChainName,
  type Digest,
  firstBreak,
  firstDifference,
} from '#domain/audit/link';
import { canonical } from '#domain/canonical';
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
  findings: Finding[];
}
interface VerifyPorts extends Pick<Ports, 'audit' | 'documents'> {
  copies: Pick<AuditCopies, 'chains' | 'links'>;
  digest: Digest;
}

/** Walks every chain of a company: its hashes, its copy, and the versions it tells of. */
export const createVerifyAudit = ({ audit, documents, copies, digest }: VerifyPorts) => {
  const findingOf = async (company: string, chain: ChainName, links: AuditLink[], head: DocumentHead | undefined) => {
    const broken =
      firstBreak(company, chain, links, digest) ?? firstDifference(links, await copies.links(company, chain));
    if (broken) return broken;
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
    const verdict: Verdict = { chains: chains.size, links: 0, findings: [] };
    for (const [name, chain] of [...chains].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const links = await audit.links(company, chain);
      verdict.links += links.length;
      const head = heads.find(({ kind, id }) => `${kind}/${id}` === name);
      const finding = await findingOf(company, chain, links, head);
      if (finding) verdict.findings.push({ ...chain, ...finding });
    }
    return verdict;
  };
};
