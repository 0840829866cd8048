import type { CheckAnswer, CheckCounts, CheckVerdict } from '#domain/checklist-answers';
import type { ChecklistSection } from '#domain/maintenance';
import type { Instant } from '#domain/time';
import type { UploadForm } from '#ports';
import type { PageFrame } from './view.ts';

/** Data of the pages a checklist is filled in on. `at` is a `CheckPart`'s. */

interface CheckFrame extends PageFrame {
  /** Asset or kind; null: the page's own name is enough. */
  facility: string | null;
  place: string | null;
  section: ChecklistSection;
  at: string;
  /** Counts from 1. */
  part: { n: number; of: number };
  /** Of the whole order. */
  counts: CheckCounts;
  /** Where to go on from here; null: nothing else is open. */
  next: { at: string; name: string } | null;
}

export interface CheckPageView extends CheckFrame {
  /** By item id. */
  answers: Readonly<Record<string, CheckAnswer>>;
  /** Ids of this section's points that still need an answer or a photo; null: nobody has tried yet. */
  missing: readonly string[] | null;
  /** Points of the section that photos can be added to. */
  photos: boolean;
  saved: boolean;
  posted: {
    typed: Record<string, string>;
    errors: Record<string, string[]>;
    /** About no single point. */
    problem: string | null;
  } | null;
}

export interface CheckPhotosView extends CheckFrame {
  points: { label: string; found: string; needed: boolean; photos: number; upload: UploadForm | null }[];
  uploaded: 'kept' | 'rejected' | null;
}

/** One answer in words. */
export interface AnsweredPoint {
  label: string;
  /** Of the asset, where there are several. */
  facility: string | null;
  found: string;
  verdict: CheckVerdict | null;
  note: string | null;
  photos: string[];
  by: string;
  at: Instant;
}

/** How far the checklist is, as the action page shows it. */
export interface ChecklistView {
  counts: CheckCounts;
  parts: { at: string; facility: string | null; name: string; counts: CheckCounts }[];
  /** Where to go on; null: nothing is missing. */
  next: { at: string; name: string; photosOnly: boolean } | null;
  /** Whether answers may be given now. */
  open: boolean;
  /** Worst first. Those that passed only where somebody has to judge the work. */
  answered: AnsweredPoint[];
}
