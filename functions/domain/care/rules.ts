import { z } from 'zod';
import { Slug } from '../organisation.ts';
import { Text } from '../text.ts';
import { EventKind } from './event.ts';
import { Occasion, Sensitivity } from './flag.ts';
import { Allowance, recoveryPosts } from './recovery.ts';

/** A kind of care flag, with what a new one of it begins as. */
export const CareKind = z.object({
  id: Slug,
  occasion: Occasion,
  name: Text,
  sensitivity: Sensitivity,
  /** Asks for a day of the year. */
  yearly: z.boolean(),
  reviewMonths: z.int().min(1).max(36),
  active: z.boolean(),
});
export type CareKind = z.infer<typeof CareKind>;

const common = {
  id: Slug,
  name: Text,
  /** Of flags; empty: any. */
  kinds: z.array(Slug).max(60),
  active: z.boolean(),
};

/** when -> then */
export const CareRule = z.discriminatedUnion('when', [
  /** A visit so long before a planned event begins: what to bring, what to ask. */
  z.object({
    ...common,
    when: z.literal('event'),
    events: z.array(EventKind).min(1).max(20),
    hoursBefore: z.int().min(1).max(336),
    todo: Text,
  }),
  /** A small task before the flag's own day of the year. */
  z.object({ ...common, when: z.literal('day'), daysBefore: z.int().min(0).max(30), todo: Text }),
  /**
   * A complaint of the household is filed. `script`: whoever takes or handles it, and may see the flag, reads how to speak.
   * `higher`: it starts one level higher, whoever may see why.
   */
  z.object({
    ...common,
    when: z.literal('complaint'),
    script: Text.nullable(),
    /** Rules stored before there were any lack it. */
    level: z.enum(['same', 'higher']).default('same'),
  }),
  /** Whoever works there and may see the flag reads it before they ring. */
  z.object({ ...common, when: z.literal('work'), hint: Text }),
]);
export type CareRule = z.infer<typeof CareRule>;
export type RuleFor<W extends CareRule['when']> = Extract<CareRule, { when: W }>;

/** 关怀规则: kinds of flag, what is done when, what posts may decide on the spot, and after how many months of silence a household is asked how it is. */
export const CareRules = z.object({
  kinds: z.array(CareKind).max(100),
  rules: z.array(CareRule).max(100),
  silentMonths: z.int().min(1).max(60),
  /** Rules stored before there were any lack it. */
  recovery: z.array(Allowance).max(recoveryPosts.length).default([]),
});
export type CareRules = z.infer<typeof CareRules>;

/** Active rules of one `when` that mean flags of a kind. */
export const rulesFor = <W extends CareRule['when']>({ rules }: CareRules, when: W, kind: string): RuleFor<W>[] =>
  rules.filter(
    (rule): rule is RuleFor<W> =>
      rule.when === when && rule.active && (rule.kinds.length === 0 || rule.kinds.includes(kind)),
  );

/** Where nobody published any. */
export const noCareRules: CareRules = { kinds: [], rules: [], silentMonths: 3, recovery: [] };
