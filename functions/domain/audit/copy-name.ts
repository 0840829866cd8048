import type { AuditLink, ChainName } from './link.ts';

type Named = Pick<AuditLink, 'company' | 'kind' | 'id' | 'seq'>;
const part = /^[a-z0-9@-]{1,130}$/i;

/** "demo/workflow/complaint/": what copies of a chain are called by. @throws RangeError for names no chain has */
export const chainFolder = (company: string, { kind, id }: ChainName): string => {
  const parts = [company, kind, id];
  if (!parts.every((one) => part.test(one))) throw new RangeError(`"${parts.join('/')}" names no chain.`);
  return `${parts.join('/')}/`;
};
/** "demo/workflow/complaint/00000001.json": in the order of the chain. */
export const copyName = (link: Named): string =>
  `${chainFolder(link.company, link)}${String(link.seq).padStart(8, '0')}.json`;

/** The chain a copy belongs to; null: it is called something else. */
export function chainOf(name: string): ChainName | null {
  const [, kind, id, file, ...rest] = name.split('/');
  return kind && id && file && rest.length === 0 && /^\d{8}\.json$/.test(file) ? { kind, id } : null;
}
