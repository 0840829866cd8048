import { z } from 'zod';
import { Text } from '#domain/text';
import { WireInstant } from './wire.ts';

/** Kinds that travel: those about people stay where the people are. In the order they are published, what others name first. */
export const travellingKinds = [
  'calendar',
  'workflow',
  'templates',
  'forms',
  'routing',
  'maintenance',
  'visits',
  'care-rules',
  'plans',
] as const;
const Kind = z.enum(travellingKinds);
const MOST_DOCUMENTS = 50;

/** A file of documents. `version` is that of the format; a reader of another one refuses the file. */
export const DocumentFile = z.object({
  format: z.literal('steward.documents'),
  version: z.literal(1),
  company: z.string().max(63),
  exportedAt: WireInstant,
  documents: z
    .array(
      z.object({
        kind: Kind,
        id: z.string().max(127),
        /** Where it came from: its version there, and what was said of it. */
        version: z.int().min(1),
        at: WireInstant,
        note: z.string().max(500),
        body: z.unknown(),
      }),
    )
    .min(1)
    .max(MOST_DOCUMENTS),
});
export type DocumentFile = z.infer<typeof DocumentFile>;

/** `documents`: "workflow/complaint,routing/main"; left out: all the reader sees. */
export const ExportQuery = z.object({ documents: z.string().max(4000).optional() });
export const CheckImport = z.object({ file: DocumentFile });
export const ApplyImport = CheckImport.extend({
  /** "workflow/complaint": which of them. */
  chosen: z.array(z.string().max(160)).min(1).max(MOST_DOCUMENTS),
  token: z.string().min(1).max(60),
  note: z.string().trim().min(1).max(300),
});

/** What importing a document would do. `current`: what stands now, to be compared with `body`; null: nothing. */
export const ImportedDocument = z.object({
  kind: Kind,
  id: z.string(),
  name: Text.nullable(),
  state: z.enum(['new', 'same', 'differs', 'refused']),
  expected: z.number(),
  body: z.unknown(),
  current: z.unknown(),
  /** Why it is refused. */
  problems: z.array(z.object({ path: z.string(), message: z.string() })),
});
export type ImportedDocument = z.infer<typeof ImportedDocument>;
export const ImportPlan = z.object({ documents: z.array(ImportedDocument), token: z.string() });
export const ImportedVersions = z.object({
  documents: z.array(z.object({ kind: Kind, id: z.string(), version: z.number() })),
});
