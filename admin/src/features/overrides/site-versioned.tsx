import type { ReactNode } from 'react';
import { PageSkeleton } from '../../components/states.tsx';
import type { Bodies, Kind } from '../document/kinds.ts';
import { type OpenDocument, useDocument } from '../document/use-document.ts';
import { Opened } from '../organisation/opened-document.tsx';
import { type SiteVersion, useSiteVersion } from './use-site-version.ts';

interface SiteVersionedProps<K extends Kind> {
  kind: K;
  base: string;
  /** What an unpublished one begins with. */
  blank?: Bodies[K];
  children: (document: OpenDocument<K>, at: SiteVersion) => ReactNode;
}

/** A document as the company or the chosen site has it; where the site follows the default, that is only shown. */
export function SiteVersioned<K extends Kind>({ kind, base, ...rest }: SiteVersionedProps<K>) {
  const at = useSiteVersion(kind, base);
  return at === null ? <PageSkeleton /> : <At key={at.id} kind={kind} at={at} {...rest} />;
}

function At<K extends Kind>({ kind, at, blank, children }: Omit<SiteVersionedProps<K>, 'base'> & { at: SiteVersion }) {
  const found = useDocument(kind, at.id, blank);
  return (
    <Opened found={found}>
      {(document) => children({ ...document, editable: document.editable && !at.follows }, at)}
    </Opened>
  );
}
