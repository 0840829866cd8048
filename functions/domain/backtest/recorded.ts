import { z } from 'zod';
import { heldAnswers } from '../visit.ts';
import type { Action, ActionInput, ActionName } from '../workflow/action.ts';
import { actionNames } from '../workflow/action.ts';

const at = z.number();
const Verdict = z.object({
  verdict: z.enum(['solved', 'partly', 'notSolved']),
  score: z.number().optional(),
});

/**
 * Something that really happened to an item. `act`: what the engine reads of the action's input, without what people
 * wrote. `undelivered`: a mail (the part of its id after the item's) did not arrive, or would never have.
 */
export const Recorded = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('acted'),
    at,
    by: z.string(),
    action: z.enum(actionNames as [ActionName, ...ActionName[]]),
    input: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    link: z.literal(true).optional(),
    /** Answers of the form filled in beside it, as `fields` keeps them; what was typed freely is blank. */
    answers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  }),
  z.object({
    type: z.literal('reopened'),
    at,
    visit: z.string(),
    number: z.string(),
    score: z.number(),
    held: z.enum(heldAnswers).nullable(),
  }),
  z.object({ type: z.literal('nudged'), at, report: z.string().nullable() }),
  z.object({ type: z.literal('informed'), at, report: z.string().nullable() }),
  z.object({ type: z.literal('judged'), at, report: z.string(), verdict: Verdict }),
  z.object({ type: z.literal('joined'), at, report: z.string(), number: z.string(), email: z.int().min(0).nullable() }),
  z.object({ type: z.literal('undelivered'), at, effect: z.string(), to: z.string() }),
]);
export type Recorded = z.infer<typeof Recorded>;
export type RecordedAct = Extract<Recorded, { type: 'acted' }>;

type Read = { [N in ActionName]: (keyof ActionInput<N> & string)[] };
/** What of each input decides anything; all else was written for people. */
const read: Read = {
  acknowledge: [],
  promise: ['at'],
  reply: ['nextReplyAt'],
  handOver: ['to'],
  notMine: [],
  bringIn: ['department'],
  escalate: [],
  askSuperior: [],
  accept: [],
  reject: [],
  pause: ['until'],
  resume: [],
  noAnswer: [],
  resolve: [],
  verdict: ['verdict', 'score'],
  withdraw: [],
  reopen: [],
  note: [],
  called: ['call', 'reached'],
  correct: ['category', 'building', 'unit'],
  check: [],
  complete: [],
  // A walk has no past that could be tried: its code is told nowhere.
  scan: [],
  openOrder: ['asset'],
  visited: ['score', 'held', 'onTime', 'reason'],
  // What it cost was counted when it was given.
  recover: [],
  giveReason: ['reason'],
  approve: [],
  decline: [],
};

/** The input without what people wrote. */
export function readInput({ name, input }: Action): RecordedAct['input'] {
  const values = Object.entries(input).filter(([key]) => (read[name] as string[]).includes(key));
  return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as RecordedAct['input'];
}

/** The action again, with nothing in place of what people wrote. */
export const actionOf = ({ action, input }: RecordedAct): Action =>
  ({ name: action, input: { ...blank[action], ...input } }) as Action;

const told = { told: '' };
const reason = { reason: '' };
const blank: { [N in ActionName]?: Partial<ActionInput<N>> } = {
  promise: told,
  reply: told,
  notMine: reason,
  escalate: reason,
  askSuperior: { question: '' },
  reject: { ...reason, ...told },
  pause: reason,
  resolve: { done: '', ...told },
  withdraw: reason,
  reopen: reason,
  note: { text: '' },
  correct: reason,
  decline: reason,
  check: { asset: null, section: '', answers: [] },
  complete: { done: '' },
  openOrder: { work: '' },
  recover: { words: '' },
};
