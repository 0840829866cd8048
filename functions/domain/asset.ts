import { z } from 'zod';
import { LocalDate } from './calendar-document.ts';
import { epochDay } from './civil-date.ts';
import { Slug } from './organisation.ts';

export const conditions = ['good', 'limited', 'outOfOrder', 'retired'] as const;
export const Condition = z.enum(conditions);
export type Condition = z.infer<typeof Condition>;
/** In use and not in good condition: what the rate of good condition counts against a site. */
export const faulty = ['limited', 'outOfOrder'] as const satisfies readonly Condition[];
/** What the rate of good condition counts at all. */
export const inUse = ['good', ...faulty] as const satisfies readonly Condition[];

const Words = (most: number) => z.string().trim().max(most);

/** What is written about a facility (设备台账); places and people by id. */
export const AssetFacts = z.object({
  site: Slug,
  /** Null: of the whole site. */
  building: Slug.nullable(),
  area: Slug.nullable(),
  /** The point itself: "12 楼电梯厅". */
  place: Words(120),
  /** Of the site's maintenance settings. */
  kind: Slug,
  /** 设备编号, one of the site each. */
  number: Words(40).min(1),
  name: Words(80).min(1),
  maker: Words(80),
  model: Words(80),
  /** 责任到人 */
  responsible: Slug.nullable(),
  deputy: Slug.nullable(),
  /** Last days, local to the site. */
  warrantyUntil: LocalDate.nullable(),
  certificateUntil: LocalDate.nullable(),
  condition: Condition,
  /** Photos and PDF files that were kept. */
  documents: z.array(z.string().min(1).max(130)).max(20),
});
export type AssetFacts = z.infer<typeof AssetFacts>;

export const Meter = z.object({
  unit: z.string().trim().min(1).max(20),
  reading: z.number().min(0).max(1e12),
  /** Epoch ms. */
  at: z.number(),
});

export const Asset = AssetFacts.extend({
  id: z.string().max(60),
  company: z.string(),
  meter: Meter.nullable(),
  /** What its meter said, oldest first: the last few hundred, thinned out the older they are. */
  readings: z.array(z.object({ at: z.number(), value: z.number() })),
  /** Since when nothing is done at it any more; null: it is in use. */
  retiredAt: z.number().nullable(),
  /** When the renewal of its certificate is to be ordered; null: it has none. */
  renewalAt: z.number().nullable(),
  /** Of the label (`/e/<code>`); cannot be guessed. */
  code: z.string().max(60),
  /** From 1. */
  version: z.int().min(1),
});
export type Asset = z.infer<typeof Asset>;

/** What a list shows. `unit`: of its meter, null: it has none. */
export const AssetSummary = Asset.omit({
  company: true,
  documents: true,
  meter: true,
  readings: true,
  retiredAt: true,
  renewalAt: true,
}).extend({ unit: Meter.shape.unit.nullable() });
export type AssetSummary = z.infer<typeof AssetSummary>;

export const assetSummary = ({
  company: _,
  documents: _d,
  readings: _r,
  retiredAt: _t,
  renewalAt: _c,
  meter,
  ...summary
}: Asset): AssetSummary => ({ ...summary, unit: meter?.unit ?? null });

/** Whole days from a local date to another; negative: it is past. */
export const daysUntil = (until: string, today: string): number => epochDay(until) - epochDay(today);

/** What a search looks through, in small letters: number, name, place, maker and model. */
export const searchText = ({ number, name, place, maker, model }: AssetFacts): string =>
  [number, name, place, maker, model].join('\n').normalize('NFKC').toLowerCase();

/** Runs of digits are filled up, so that "DT-2" comes before "DT-10". */
export const naturalOrder = (number: string): string => number.replace(/\d+/g, (run) => run.padStart(8, '0'));
