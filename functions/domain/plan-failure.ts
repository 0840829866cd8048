import type { z } from 'zod';

/** Why a planned publication was not carried out. `issues`: what is wrong with the body by now. */
export type PlanFailure =
  | { why: 'stale'; version: number }
  | { why: 'notAllowed' | 'authorGone' }
  | { why: 'invalid'; issues: readonly z.core.$ZodIssue[] };
