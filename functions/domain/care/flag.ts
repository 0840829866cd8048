import { z } from 'zod';
import { LocalDate } from '../calendar-document.ts';
import type { PersonId } from '../item.ts';
import { Slug } from '../organisation.ts';
import { type Instant, localDate } from '../time.ts';

/** 三特: 特殊的人, 特殊的情况, 特殊的要求 */
export const occasions = ['specialPerson', 'specialSituation', 'specialRequest'] as const;
export const Occasion = z.enum(occasions);
export type Occasion = z.infer<typeof Occasion>;

/** Where we know it from: told by the resident or by family, noticed by staff, read in a document. */
export const sources = ['resident', 'family', 'staff', 'document'] as const;
/** How consent was given. */
export const consentWays = ['spoken', 'message', 'written'] as const;
export const sensitivities = ['normal', 'sensitive'] as const;
export const Sensitivity = z.enum(sensitivities);
export type Sensitivity = z.infer<typeof Sensitivity>;
/**
 * Who needs it besides those whose place it is: the desk on the telephone, whoever goes on a visit for it, whoever does a
 * job there.
 */
export const audiences = ['desk', 'visitor', 'worker'] as const;
export type Audience = (typeof audiences)[number];

const LEAP_YEAR = 2024;
/** "05-20": the day of a birthday, without the year. */
export const MonthDay = z
  .string()
  .refine((day) => LocalDate.safeParse(`${LEAP_YEAR}-${day}`).success, { message: 'no_such_day' });

/** `given`: nothing else allows us to keep it. What ended keeps when and why, and nothing of what it said. */
export const Consent = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('given'),
    by: z.string().trim().min(1).max(80),
    on: LocalDate,
    how: z.enum(consentWays),
  }),
  z.object({ state: z.enum(['withdrawn', 'over', 'erased']), at: z.number() }),
]);
export type Consent = z.infer<typeof Consent>;
export type GivenConsent = Extract<Consent, { state: 'given' }>;
export type Ended = Exclude<Consent['state'], 'given'>;

/** What is written down; dates are local to the site, `to` is the last day, null: until it is ended. */
export const CareFacts = z.object({
  occasion: Occasion,
  /** Of the site's care rules. */
  kind: Slug,
  /** A member of the household by name; null: the household as a whole. */
  member: z.string().trim().min(1).max(80).nullable(),
  source: z.enum(sources),
  note: z.string().trim().max(500),
  sensitivity: Sensitivity,
  visibleTo: z.array(z.enum(audiences)).max(audiences.length),
  from: LocalDate,
  to: LocalDate.nullable(),
  /** Comes back every year. */
  day: MonthDay.nullable(),
  reviewBy: LocalDate,
});
export type CareFacts = z.infer<typeof CareFacts>;

/** 关怀标签 of a resident or household. Sensitive personal data: it reaches a reader by `visibleFlags` and in no other way. */
export interface CareFlag extends CareFacts {
  id: string;
  company: string;
  site: string;
  building: string;
  unit: string;
  household: string;
  consent: Consent;
  /** From 1. */
  version: number;
  createdBy: PersonId;
  createdAt: Instant;
  changedBy: PersonId;
  changedAt: Instant;
  /** The last time somebody confirmed it. */
  reviewedAt: Instant | null;
}

/** What a flag that ended says it was. */
export const NOTHING = 'nothing';

/** Whether it may be shown and acted on: consent stands, and the site's date is within its days. */
export const isInForce = ({ consent, from, to }: Pick<CareFlag, 'consent' | 'from' | 'to'>, today: string): boolean =>
  consent.state === 'given' && from <= today && (to === null || today <= to);

/** Ended with nothing left of what it said, not even of what kind it was. */
export const ended = (flag: CareFlag, state: Ended, by: PersonId, at: Instant, zone: string): CareFlag => ({
  ...flag,
  kind: NOTHING,
  member: null,
  source: 'staff',
  note: '',
  sensitivity: 'normal',
  visibleTo: [],
  to: localDate(at, zone),
  day: null,
  consent: { state, at },
  version: flag.version + 1,
  changedBy: by,
  changedAt: at,
});

/** Whether somebody must look at it again: its review is due, or it comes to its end before. */
export const reviewDate = ({ consent, reviewBy, to }: Pick<CareFlag, 'consent' | 'reviewBy' | 'to'>): string | null => {
  if (consent.state !== 'given') return null;
  return to !== null && to < reviewBy ? to : reviewBy;
};
