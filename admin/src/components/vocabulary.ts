import type { Severity } from '#domain/routing';
import type { Status } from '#domain/workflow/definition';

const keysOf = <K extends string>(record: Record<K, true>): K[] => Object.keys(record) as K[];

/** The domain's word lists without its schemas, which would bring the whole validator to a phone. Complete by type. */
export const severityNames: readonly Severity[] = keysOf({
  critical: true,
  urgent: true,
  high: true,
  normal: true,
  low: true,
});
export const statusNames: readonly Status[] = keysOf({
  verifying: true,
  assigned: true,
  inProgress: true,
  paused: true,
  resolved: true,
  nobodyActed: true,
  closed: true,
  invalid: true,
  withdrawn: true,
});
