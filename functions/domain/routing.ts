import { z } from 'zod';
import { Condition } from './condition.ts';
import { Limits } from './limit.ts';
import { Slug } from './organisation.ts';
import { Text } from './text.ts';

export const severities = ['critical', 'urgent', 'high', 'normal', 'low'] as const;
export const Severity = z.enum(severities);
export type Severity = z.infer<typeof Severity>;

export const Category = z.object({
  id: Slug,
  name: Text,
  department: Slug,
  severity: Severity,
  /** 重大投诉: told to department head and site director at once, in parallel. */
  major: z.boolean(),
  /** Overrides the severity's limits. */
  limits: Limits.optional(),
  active: z.boolean(),
});
export type Category = z.infer<typeof Category>;

/** Category -> department, severity, limits, workflow; the first rule whose condition holds overrides. */
export const Routing = z.object({
  workflow: Slug,
  categories: z.array(Category).max(500),
  limits: z.record(Severity, Limits),
  rules: z
    .array(
      z.object({
        id: Slug,
        name: Text,
        when: Condition,
        gives: z
          .object({ department: Slug, severity: Severity, major: z.boolean(), limits: Limits, workflow: Slug })
          .partial(),
      }),
    )
    .max(200),
});
export type Routing = z.infer<typeof Routing>;
