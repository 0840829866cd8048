import type { ReactNode } from 'react';
import { Failed, PageSkeleton } from '../../components/states.tsx';
import type { Kind } from '../document/kinds.ts';
import type { OpenDocument, useDocument } from '../document/use-document.ts';

/** Waits for a document, or says why it cannot be read. */
export function Opened<K extends Kind>({
  found,
  children,
}: {
  found: ReturnType<typeof useDocument<K>>;
  children: (document: OpenDocument<K>) => ReactNode;
}) {
  if (found.state === 'loading') return <PageSkeleton />;
  if (found.state === 'failed') return <Failed message={found.error.message} retry={found.retry} />;
  return children(found.document);
}
