import { baseOf, siteOf } from '#domain/document-id';
import type { DraftRow } from '#http/schemas/document';
import { type CursorList, useCursorList } from '../../components/cursor-list.ts';
import { useMay } from '../workplace/may.ts';
import type { Kind } from './kinds.ts';

export interface OpenDrafts {
  list: CursorList<DraftRow>;
  /** Of documents that were never published. */
  begun: DraftRow[];
  /** Of a published one, and of sites' own versions of it. */
  of: (id: string) => DraftRow[];
  /** Ids that a new document may not have. */
  taken: string[];
}

const EVERY = 30_000;

/** Drafts of a kind that the reader may edit; nothing is asked for those who may not. */
export function useDrafts(kind: Kind): OpenDrafts {
  const enabled = useMay('document.publish');
  const list = useCursorList<DraftRow>({ resource: 'drafts', filters: { kind }, pageSize: 100, every: EVERY, enabled });
  const isBegun = ({ id, version }: DraftRow) => version === 0 && siteOf(id) === null;
  return {
    list,
    begun: list.rows.filter(isBegun),
    of: (id) => list.rows.filter((row) => baseOf(row.id) === id && !isBegun(row)),
    taken: list.rows.map(({ id }) => id),
  };
}
