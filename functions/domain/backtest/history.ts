import { z } from 'zod';
import { Limit } from '../limit.ts';
import { Impact } from '../maintenance.ts';
import { Severity } from '../routing.ts';
import { ItemKind, Status } from '../workflow/definition.ts';
import { Recorded } from './recorded.ts';

const Value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Fields = z.record(z.string(), Value);
/** Distinct addresses of one item, numbered: who is told twice can be seen, an address cannot. */
export const Address = z.int().min(0).nullable();
export type Address = z.infer<typeof Address>;

/** What the engine reads of a work order as it was opened: ids, no names. */
export const FiledOrder = z.object({
  plan: z.object({ id: z.string(), occurrence: z.string(), date: z.string(), until: z.number() }).nullable(),
  assets: z.array(z.string()),
  kind: z.string(),
  impact: Impact.nullable(),
  inspected: z.boolean(),
  responsible: z.string().nullable(),
  deputy: z.string().nullable(),
  rework: z.int().nullable(),
});
export type FiledOrder = z.infer<typeof FiledOrder>;

/** What routing and the engine read of an item, before its first step. No names, numbers, addresses or free text. */
export const FiledItem = z.object({
  kind: ItemKind,
  site: z.string(),
  building: z.string().nullable(),
  unit: z.string().nullable(),
  place: z.string().nullable(),
  category: z.string(),
  department: z.string(),
  severity: Severity,
  major: z.boolean(),
  repeatOf: z.string().nullable(),
  wants: z.enum(['heard', 'respect', 'compensation', 'solution']).nullable(),
  channel: z.enum(['desk', 'phone', 'message', 'web', 'staff']),
  takenBy: z.string().nullable(),
  email: Address,
  phone: z.boolean(),
  limits: z.object({ acknowledge: Limit, reply: Limit, resolve: Limit }),
  createdAt: z.number(),
  fields: Fields,
  order: FiledOrder.optional(),
  /** A care rule had it start one level higher. */
  care: z.literal(true).optional(),
});
export type FiledItem = z.infer<typeof FiledItem>;

/** How the item stands by now, for conditions over what came later. */
export const Standing = z.object({
  building: z.string().nullable(),
  unit: z.string().nullable(),
  category: z.string(),
  department: z.string(),
  severity: Severity,
  major: z.boolean(),
  status: Status,
  level: z.int(),
  reopened: z.int(),
  attempts: z.int(),
  verdict: z.enum(['solved', 'partly', 'notSolved']).nullable(),
  score: z.number().nullable(),
  replyDeadline: z.number().nullable(),
  promisedAt: z.number().nullable(),
  resolveDeadline: z.number().nullable(),
  fields: Fields,
});
export type Standing = z.infer<typeof Standing>;

/** One item's recorded past: as filed, and what people and residents really did, in order. Instants are epoch ms. */
export const History = z.object({
  id: z.string(),
  number: z.string(),
  /** Of the item's row: the same version is the same history. */
  version: z.int(),
  workflow: z.object({ id: z.string(), version: z.int() }),
  updatedAt: z.number(),
  endedAt: z.number().nullable(),
  filed: FiledItem,
  stands: Standing,
  events: z.array(Recorded),
});
export type History = z.infer<typeof History>;
