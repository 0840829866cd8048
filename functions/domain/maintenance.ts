import { z } from 'zod';
import { Limit } from './limit.ts';
import { Slug } from './organisation.ts';
import { Severity } from './routing.ts';
import { Text } from './text.ts';

/** How far a failure is felt by residents, widest first: the rows of the time-limit table (公共设施维护时限表). */
export const impacts = ['whole-site', 'building', 'floor', 'few', 'none'] as const;
export const Impact = z.enum(impacts);
export type Impact = z.infer<typeof Impact>;

/** `acknowledge` runs from each asking, `resolve` from acceptance. */
export const ImpactLimit = z.object({ id: Impact, severity: Severity, acknowledge: Limit, resolve: Limit });
export type ImpactLimit = z.infer<typeof ImpactLimit>;

export const photoWishes = ['none', 'optional', 'required'] as const;
const common = {
  id: Slug,
  label: Text,
  help: Text.optional(),
  photo: z.enum(photoWishes),
  required: z.boolean(),
};
const Bound = z.number().min(-1e9).max(1e9).nullable();

/**
 * One thing to look at. `check`: pass, flag or fail. `reading`: out of `min` and `max` is a fail; null: no bound.
 * `count`: so many of a total, such as lamps lit; `total` null: asked on the spot.
 * `lamps`: it counts in the lighting rate (亮灯率).
 */
export const ChecklistItem = z.discriminatedUnion('type', [
  z.object({ ...common, type: z.literal('check') }),
  z.object({ ...common, type: z.literal('reading'), unit: z.string().trim().min(1).max(20), min: Bound, max: Bound }),
  z.object({
    ...common,
    type: z.literal('count'),
    total: z.int().min(1).max(100_000).nullable(),
    lamps: z.boolean().optional(),
  }),
  z.object({
    ...common,
    type: z.literal('choice'),
    options: z
      .array(z.object({ id: Slug, name: Text }))
      .min(2)
      .max(30),
  }),
  z.object({ ...common, type: z.literal('text') }),
]);
export type ChecklistItem = z.infer<typeof ChecklistItem>;

export const ChecklistSection = z.object({ id: Slug, name: Text, items: z.array(ChecklistItem).max(60) });
export type ChecklistSection = z.infer<typeof ChecklistSection>;
/** 检查表 */
export const Checklist = z.object({ id: Slug, name: Text, sections: z.array(ChecklistSection).max(30) });
export type Checklist = z.infer<typeof Checklist>;

/** A kind of facility with its defaults. */
export const AssetKind = z.object({
  id: Slug,
  name: Text,
  /** Whose work it is, at each site. */
  department: Slug,
  impact: Impact,
  /** Null: the work is done without one. */
  checklist: Slug.nullable(),
  /** 验收: somebody else looks at the work before it is closed. */
  accepted: z.boolean(),
  /** A repair that comes back within so many days is rework (返修). */
  warrantyDays: z.int().min(0).max(3650),
  active: z.boolean(),
});
export type AssetKind = z.infer<typeof AssetKind>;

/** What is maintained and how (设施设备预防性维保): kinds, the time-limit table, checklists. */
export const Maintenance = z.object({
  kinds: z.array(AssetKind).max(200),
  impacts: z.array(ImpactLimit).length(impacts.length),
  checklists: z.array(Checklist).max(200),
});
export type Maintenance = z.infer<typeof Maintenance>;

/** The row of the time-limit table. A published table has every row. @throws RangeError */
export function limitOf({ impacts: table }: Maintenance, impact: Impact): ImpactLimit {
  const found = table.find(({ id }) => id === impact);
  if (!found) throw new RangeError(`The time-limit table has no row "${impact}".`);
  return found;
}
