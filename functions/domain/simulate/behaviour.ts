import type { PersonId, Verdict } from '../item.ts';
import type { Limit } from '../limit.ts';
import type { Instant } from '../time.ts';
import type { Action } from '../workflow/action.ts';
import type { ResidentAct } from '../workflow/resident-act.ts';

/** Something somebody does: staff by the link of their mail, or the resident by that of their receipt. */
export type Act = { by: PersonId; action: Action } | { by: 'resident'; act: ResidentAct };

/** `at` already past: at once. */
export type Scripted = Act & { at: Instant };

/**
 * How people behave. `after` counts from the moment somebody was asked, or could do it, on the site's calendar where the
 * limit is one of working time. A rule whose action is not offered does nothing.
 */
export type Rule =
  /** Whoever is asked at that level (from 0; null: at any) says so: acknowledges, accepts or approves. Everyone, where everyone must. */
  | { does: 'confirm'; level: number | null; after: Limit }
  /** The owner promises a reply `within` that long, and keeps it just in time, or does not. Once a step. */
  | { does: 'promise'; after: Limit; within: Limit; keeps: boolean }
  | { does: 'reply'; after: Limit }
  | { does: 'resolve'; after: Limit }
  /** The first owner gives it to somebody else. */
  | { does: 'handOver'; after: Limit; to: PersonId }
  /** The first owner gives it back to the desk. */
  | { does: 'notMine'; after: Limit }
  /** Whoever is to call the resident does; `reached` false: in vain. */
  | { does: 'call'; after: Limit; reached: boolean }
  /** What the resident thinks of the result, `times` times (null: always); the first such rule not used up counts. */
  | { does: 'verdict'; after: Limit; verdict: Verdict['verdict']; times: number | null }
  /** The resident presses for an answer, once, from filing. */
  | { does: 'nudge'; after: Limit }
  /** Mail to them comes back. */
  | { does: 'bounce'; to: PersonId | 'resident' };
export type RuleOf<D extends Rule['does']> = Extract<Rule, { does: D }>;

/** No rules: nobody answers. `script`: what was clicked through, at its time. */
export interface Behaviour {
  rules: readonly Rule[];
  script: readonly Scripted[];
}
export const nobodyAnswers: Behaviour = { rules: [], script: [] };
