import { z } from 'zod';
import { Slug } from '#domain/organisation';
import { PageQuery, WireInstant } from './wire.ts';

const deliveryStates = ['pending', 'done', 'failed'] as const;

/** GET /api/deliveries: mails of a site, newest first; finished ones are kept for 30 days. */
export const DeliveryQuery = PageQuery.extend({ site: Slug, state: z.enum(deliveryStates).optional() });
export const DeliveryRow = z.object({
  /** Of the mail; unique. */
  id: z.string(),
  complaint: z.string(),
  number: z.string(),
  /** A person's id, or "resident": addresses are not listed. */
  to: z.string(),
  /** What it is for, in the reader's language. */
  about: z.string(),
  state: z.enum(deliveryStates),
  attempts: z.number(),
  /** Why the last try failed. */
  error: z.string().nullable(),
  providerId: z.string().nullable(),
  at: WireInstant,
  finishedAt: WireInstant.nullable(),
  /** Of a pending one that failed before. */
  nextTry: WireInstant.nullable(),
});
export type DeliveryRow = z.infer<typeof DeliveryRow>;
/** POST /api/deliveries/retry */
export const RetryDelivery = z.object({ complaint: z.string().min(1).max(60), id: z.string().min(1).max(100) });

/** GET /api/suppressed: addresses that mail of the site did not reach and that are not tried again. */
export const SuppressedQuery = PageQuery.extend({ site: Slug });
export const SuppressedRow = z.object({ id: z.string(), email: z.string(), why: z.string(), at: WireInstant });
export type SuppressedRow = z.infer<typeof SuppressedRow>;
/** POST /api/suppressed/lift */
export const LiftSuppression = z.object({ site: Slug, email: z.string().min(3).max(320) });
