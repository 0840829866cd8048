import { type HttpError, useList } from '@refinedev/core';
import { useSearchParams } from 'react-router';
import { overrideId } from '#domain/document-id';
import type { DocumentRow, Kind } from '../document/kinds.ts';
import { useMay } from '../workplace/may.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

export interface SiteVersion {
  kind: Kind;
  base: string;
  /** The document that is shown: the site's own where it has one, else the company's. */
  id: string;
  /** The site whose version is looked at; null: the company's default. */
  site: string | null;
  choose: (site: string | null) => void;
  /** Sites the reader sees, with their own versions; null: they follow the default. */
  sites: { id: string; own: DocumentRow | null }[];
  /** Version of the site's own document, put away or not; 0: there never was one. */
  version: number;
  /** The site follows the default: what is shown is the company's and is not edited from here. */
  follows: boolean;
  mayPublish: boolean;
}

/** Which version of a document is looked at, as the address says; null: not read yet. */
export function useSiteVersion(kind: Kind, base: string): SiteVersion | null {
  const { me } = useWorkplace();
  const mayPublish = useMay('document.publish');
  const [params, setParams] = useSearchParams();
  const { query } = useList<DocumentRow, HttpError>({ resource: 'documents', errorNotification: false });
  const rows = query.data?.data;
  // Without the list nothing is said about sites; the document itself tells what is wrong.
  if (!rows && !query.error) return null;
  const ownOf = (site: string) =>
    (rows ?? []).find((row) => row.kind === kind && row.id === overrideId(base, site)) ?? null;
  const site = me.sites.find(({ id }) => id === params.get('site'))?.id ?? null;
  const row = site === null ? null : ownOf(site);
  const isOwn = row !== null && !row.retired;
  return {
    kind,
    base,
    id: isOwn ? row.id : base,
    site,
    choose: (next) =>
      setParams(
        (now) => {
          const changed = new URLSearchParams(now);
          if (next === null) changed.delete('site');
          else changed.set('site', next);
          return changed;
        },
        { replace: true },
      ),
    sites: me.sites.map(({ id }) => {
      const own = ownOf(id);
      return { id, own: own?.retired ? null : own };
    }),
    version: row?.version ?? 0,
    follows: site !== null && !isOwn,
    mayPublish,
  };
}
