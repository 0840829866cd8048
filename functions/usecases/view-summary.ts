import type { Instant } from '#domain/time';
import type { ComplaintSummary } from '#http/schemas/complaint';
import { wireInstant, wireInstantOrNull } from '#http/schemas/wire';
import type { ItemSummary } from '#ports';

/** A list row on the wire; `overdue` says at `now` that the due instant has passed. */
export const summaryView = ({ workflow: _workflow, visit, ...row }: ItemSummary, now: Instant): ComplaintSummary => ({
  ...row,
  createdAt: wireInstant(row.createdAt),
  updatedAt: wireInstant(row.updatedAt),
  endedAt: wireInstantOrNull(row.endedAt),
  due: wireInstantOrNull(row.due),
  ...(visit && { visit: { ...visit, at: wireInstant(visit.at) } }),
  order: row.order ? { ...row.order, about: row.order.about ?? null } : null,
  overdue: row.endedAt === null && row.due !== null && row.due < now,
});
