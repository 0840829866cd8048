import type { DocumentBodies as Bodies, DocumentKind as Kind } from '#domain/document-kinds';
import type { Text } from '#domain/text';

export { documentKinds as kinds } from '#domain/document-kinds';
export type { Bodies, Kind };

/** A row of the list of all documents; `name` is null for kinds of which there is one. */
export interface DocumentRow extends Head {
  name: Text | null;
}

/** A version without its body. `author` is a person's id or "system". */
export interface Head {
  kind: Kind;
  id: string;
  version: number;
  author: string;
  at: string;
  note: string;
  /** A site's own version, put away: the company's default holds there again. */
  retired: boolean;
}
export interface Version<K extends Kind = Kind> extends Head {
  kind: K;
  body: Bodies[K];
  /** Whether the reader may publish it, at least in part. */
  editable: boolean;
}
