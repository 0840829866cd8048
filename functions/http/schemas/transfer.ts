import { z } from 'zod';
import { LocalDate } from '#domain/calendar-document';
import { Slug } from '#domain/organisation';

/** The whole file in base64: its encoding and separator are found out by the server. 2 MB and 5,000 rows at most. */
const File = z.string().min(1).max(2_900_000);
const Token = z.string().min(1).max(60);

export const HouseholdFileIn = z.object({ site: Slug, file: File });
export const ApplyHouseholds = HouseholdFileIn.extend({ token: Token });
export const AssetFileIn = z.object({ site: Slug, file: File });
export const ApplyAssets = AssetFileIn.extend({ token: Token });
export const StaffFileIn = z.object({ file: File });
export const ApplyStaff = StaffFileIn.extend({ token: Token, note: z.string().trim().min(1).max(500) });

export const changeKinds = ['create', 'change', 'same'] as const;
/** What an import would do. `changes` and `problems` are the first of the file; the counts tell of all. */
export const ImportCheck = z.object({
  rows: z.number(),
  counts: z.record(z.enum(changeKinds), z.number()),
  changes: z.array(
    z.object({
      change: z.enum(changeKinds),
      line: z.number(),
      /** "3 栋 1201", or the person's name. */
      title: z.string(),
      /** In the reader's language: who is new, which cells of whom change. */
      details: z.array(z.string()),
    }),
  ),
  problems: z.array(z.object({ line: z.number(), column: z.string().nullable(), message: z.string() })),
  /** Rows that have any. */
  problemCount: z.number(),
  /** Headings nobody knows. */
  ignored: z.array(z.string()),
  /** Null: nothing would change, or it cannot be done. */
  token: z.string().nullable(),
});
export type ImportCheck = z.infer<typeof ImportCheck>;

export const ImportDone = z.object({
  written: z.number(),
  failed: z.array(z.object({ title: z.string(), message: z.string() })),
  /** Not null: more than one request takes; repeat with it. */
  token: z.string().nullable(),
});
export type ImportDone = z.infer<typeof ImportDone>;

const Cursor = z.string().max(2000).optional();
export const HouseholdExport = z.object({ site: Slug, cursor: Cursor });
export const AssetExport = z.object({ site: Slug, cursor: Cursor });
export const ComplaintExport = z
  .object({ site: Slug, from: LocalDate, to: LocalDate, cursor: Cursor })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'ends_before_it_starts' });
/** A part of a CSV file: the parts of all pages joined are the file. */
export const TablePart = z.object({ csv: z.string(), rows: z.number(), next: z.string().nullable() });
export type TablePart = z.infer<typeof TablePart>;
