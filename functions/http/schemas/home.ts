import { z } from 'zod';
import { Slug } from '#domain/organisation';

export const HomeQuery = z.object({ site: Slug });

/** Counted no further than a bound: `more` says that there are more than `count`. */
const Counted = z.object({ count: z.int().min(0), more: z.boolean() });

/** Numbers of the orders of a site, each the length of a list: `failed` are corrective orders still open. */
export const MaintenanceHome = z.object({ open: Counted, today: Counted, overdue: Counted, failed: Counted });
export type MaintenanceHome = z.infer<typeof MaintenanceHome>;

/** Five numbers, each the length of a list: of the site, but for `waiting`, which is the caller's own work anywhere. */
export const Home = z.object({
  open: Counted,
  overdue: Counted,
  waiting: Counted,
  /** Replies promised for today, not given yet. */
  promised: Counted,
  /** This week, Monday to Sunday. */
  reopened: Counted,
});
export type Home = z.infer<typeof Home>;
