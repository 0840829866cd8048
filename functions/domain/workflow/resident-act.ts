import { z } from 'zod';
import type { Intake } from '../item.ts';
import type { Limit } from '../limit.ts';
import { actionInputs } from './action.ts';

const optional = z.string().trim().max(2000).optional();

/** What a resident can do by the link of a receipt, one schema each; the page's forms parse with these. */
export const residentInputs = {
  /** 催办: the owner and the next level hear that an answer is waited for. */
  nudge: z.object({}),
  /** More about it, for whoever looks after it. */
  information: z.object({ text: z.string().trim().min(1).max(2000) }),
  /** 处理评价. Partly solved: what is left must be said. */
  verdict: z
    .object({
      verdict: z.enum(['solved', 'partly', 'notSolved']),
      score: z.int().min(1).max(5).optional(),
      opinion: optional,
    })
    .refine(({ verdict, opinion }) => verdict !== 'partly' || Boolean(opinion), {
      path: ['opinion'],
      message: 'what_is_left',
    }),
  /** Answers to the questionnaire of a visit. */
  visited: actionInputs.visited.omit({ reason: true }),
} as const;

export type ResidentActName = keyof typeof residentInputs;
export const residentActNames = Object.keys(residentInputs) as ResidentActName[];
/** A parsed act: name and its own input. */
export type ResidentAct = {
  [N in ResidentActName]: { name: N; input: z.infer<(typeof residentInputs)[N]> };
}[ResidentActName];

/** A report as it joins; `reply`: the limit its receipt promises an answer within. */
export interface JoiningReport {
  id: string;
  number: string;
  intake: Intake;
  reply: Limit;
}
