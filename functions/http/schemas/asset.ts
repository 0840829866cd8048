import { z } from 'zod';
import { AssetFacts, AssetSummary, Condition, conditions, Meter } from '#domain/asset';
import { AssetKind } from '#domain/maintenance';
import { Slug } from '#domain/organisation';
import { PageQuery, WireInstant } from './wire.ts';

/** `q`: words of number, name, place, maker or model; `person`: those somebody answers for, as deputy too. */
export const AssetQuery = PageQuery.extend({
  site: Slug,
  q: z.string().trim().max(80).default(''),
  building: Slug.optional(),
  kind: Slug.optional(),
  /** `faulty`: in use and not good; `inUse`: not retired. */
  condition: z.enum([...conditions, 'faulty', 'inUse']).optional(),
  /** Answers for it, as deputy too. */
  person: Slug.optional(),
  /** Answers for it, deputies aside; empty: nobody does. */
  responsible: z.union([Slug, z.literal('')]).optional(),
  /** By its building where it is put in none itself; empty: in none. */
  area: z.union([Slug, z.literal('')]).optional(),
});

export const AssetKindView = AssetKind.pick({ id: true, name: true, impact: true, checklist: true, active: true });
export type AssetKindView = z.infer<typeof AssetKindView>;

const counted = {
  /** Whole days left by the site's date; negative: that long ago. */
  warrantyDays: z.int().nullable(),
  certificateDays: z.int().nullable(),
};
/** `label`: the address behind the code of its label. */
export const AssetRow = AssetSummary.omit({ code: true }).extend({ ...counted, label: z.string() });
export type AssetRow = z.infer<typeof AssetRow>;

export const AssetDetail = AssetRow.extend({
  documents: AssetFacts.shape.documents,
  meter: Meter.extend({ at: WireInstant }).nullable(),
  /** Whether the reader may change it. */
  editable: z.boolean(),
});
export type AssetDetail = z.infer<typeof AssetDetail>;

/** The meter is what is read now; its time is that of the request. */
export const NewAsset = AssetFacts.extend({
  place: AssetFacts.shape.place.default(''),
  maker: AssetFacts.shape.maker.default(''),
  model: AssetFacts.shape.model.default(''),
  building: AssetFacts.shape.building.default(null),
  area: AssetFacts.shape.area.default(null),
  responsible: AssetFacts.shape.responsible.default(null),
  deputy: AssetFacts.shape.deputy.default(null),
  warrantyUntil: AssetFacts.shape.warrantyUntil.default(null),
  certificateUntil: AssetFacts.shape.certificateUntil.default(null),
  condition: Condition.default('good'),
  documents: AssetFacts.shape.documents.default([]),
  meter: Meter.omit({ at: true }).nullable().default(null),
});
export type NewAsset = z.infer<typeof NewAsset>;

/** Everything as it is to be, at the same site; `expected` is the version that was edited. */
export const ChangedAsset = NewAsset.omit({ site: true }).extend({ expected: z.int().min(1) });
export type ChangedAsset = z.infer<typeof ChangedAsset>;

export const AssetPath = z.object({ id: z.string().min(1).max(60) });
export const AssetDocumentPath = AssetPath.extend({ document: z.string().min(1).max(130) });
