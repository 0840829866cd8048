import { z } from 'zod';
import { placeKinds } from '#domain/leaver/named-people';
import { Slug } from '#domain/organisation';
import { Text } from '#domain/text';
import { ComplaintSummary } from './complaint.ts';
import { DocumentKindName } from './document.ts';

export const PersonPath = z.object({ id: Slug });

/** GET /api/people/:id/references: everything that names a person. `items` are the most urgent; `more`: there are others. */
export const ReferencesView = z.object({
  person: z.object({ id: Slug, name: Text, active: z.boolean() }),
  lines: z.array(
    z.object({
      key: z.string(),
      kind: z.enum(placeKinds),
      count: z.number(),
      site: Slug.nullable(),
      name: Text.nullable(),
      step: Text.nullable(),
    }),
  ),
  items: z.array(ComplaintSummary),
  more: z.boolean(),
});
export type ReferencesView = z.infer<typeof ReferencesView>;

const Successor = Slug.nullable();
/**
 * Who takes over: `lines` by the key of a line ("item/<id>" for an open item), `all` for every other; null: nobody,
 * left out: not chosen yet.
 */
export const ReplacementChoice = z.object({
  all: Successor.optional(),
  lines: z.record(z.string().max(300), Successor).default({}),
});
export const ReplacementCheck = z.object({
  documents: z.array(z.object({ kind: DocumentKindName, id: z.string(), name: Text.nullable(), version: z.number() })),
  /** Facilities that get another person. */
  assets: z.number(),
  handOvers: z.number(),
  more: z.boolean(),
  deactivates: z.boolean(),
  /** Field path to messages: a line of the choice, or a document that would be refused. Empty: it can be applied. */
  problems: z.record(z.string(), z.array(z.string())),
  token: z.string(),
});
export type ReplacementCheck = z.infer<typeof ReplacementCheck>;

export const ApplyReplacement = ReplacementChoice.extend({
  token: z.string().min(1).max(60),
  /** Stands with every version and hand-over. */
  note: z.string().trim().min(1).max(500),
});
export const ReplacementDone = z.object({
  /** False: more open items than one request takes; repeat with `token`. */
  done: z.boolean(),
  token: z.string().nullable(),
  published: z.array(z.object({ kind: DocumentKindName, id: z.string(), version: z.number() })),
  handedOver: z.number(),
});
export type ReplacementDone = z.infer<typeof ReplacementDone>;
