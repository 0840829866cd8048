import type { Problem } from '#domain/workflow/check';

/** Problems of which one must be told what to do about them. */
export const adviceCodes = [
  'loop_without_wait',
  'waits_for_good',
  'closes_unasked',
  'unreachable',
  'reaches_nobody',
  'only_contractors',
  'unknown_department',
  'no_end',
] as const satisfies readonly Problem['code'][];
type Advised = (typeof adviceCodes)[number];

const codes: ReadonlySet<string> = new Set(adviceCodes);
export const isAdvised = (code: string): code is Advised => codes.has(code);
