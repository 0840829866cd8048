import { z } from 'zod';
import { SentCheck } from '../checklist-answers.ts';
import { Yuan } from '../money.ts';
import { Slug } from '../organisation.ts';
import { heldAnswers } from '../visit.ts';

const words = (max = 2000) => z.string().trim().min(1).max(max);
/** Photo ids put by the Files port. */
const Evidence = z.array(z.string().max(130)).max(10);

/**
 * What staff can do, one schema each; API body, action page form and panel form all parse with these.
 * Instants are epoch milliseconds. `told` is what the resident is told, in the resident's own words and language.
 */
export const actionInputs = {
  /** 响应: I have seen it and answer for it; whoever acknowledges becomes the owner. */
  acknowledge: z.object({ note: words().optional() }),
  /** 承诺回复: the resident is told when the next reply comes. Replaces the reply deadline, never the resolve deadline. */
  promise: z.object({ at: z.number(), told: words() }),
  /** 答复 */
  reply: z.object({ told: words(), nextReplyAt: z.number().optional() }),
  /** 转派 to a named person; the resident's clocks do not restart. */
  handOver: z.object({ to: Slug, note: words().optional() }),
  /** 退回 to the dispatcher (customer centre). */
  notMine: z.object({ reason: words() }),
  /** Bring in another department: it is told, the owner stays. */
  bringIn: z.object({ department: Slug, note: words() }),
  /** 升级 now. */
  escalate: z.object({ reason: words() }),
  /** Ask the superior: the next level is asked to decide; the resident is called back within a limit. */
  askSuperior: z.object({ question: words() }),
  /** Verified: real and ours. */
  accept: z.object({ note: words().optional() }),
  /** 不成立, explained politely; reason recorded. */
  reject: z.object({ reason: words(), told: words() }),
  /** 挂起 until at most the cap; the resolve clock stops meanwhile. */
  pause: z.object({ reason: words(), until: z.number() }),
  resume: z.object({ note: words().optional() }),
  /** Nobody at home: an attempt is recorded; a promise is proposed. */
  noAnswer: z.object({ note: words().optional() }),
  /** 处理完成: what was done, and what the resident is told. */
  resolve: z.object({ done: words(), told: words(), photos: Evidence.optional() }),
  /** 处理评价, recorded by the customer centre after a call. */
  verdict: z.object({
    verdict: z.enum(['solved', 'partly', 'notSolved']),
    score: z.int().min(1).max(5).optional(),
    opinion: z.string().trim().max(2000).optional(),
  }),
  /** 撤回 at the resident's wish. */
  withdraw: z.object({ reason: words() }),
  reopen: z.object({ reason: words() }),
  note: z.object({ text: words(), photos: Evidence.optional() }),
  /** One of the "call the resident" tasks done: `call` is its id. */
  called: z.object({ call: z.string().max(60), reached: z.boolean(), note: words().optional() }),
  /** Unit or category corrected afterwards: re-routes, clocks are not restarted. */
  correct: z.object({
    category: Slug.optional(),
    building: Slug.optional(),
    unit: z.string().max(40).optional(),
    reason: words(),
  }),
  /** One section of the checklist is saved (检查); the step goes on waiting. */
  check: z.object({ asset: z.string().max(64).nullable(), section: Slug, answers: z.array(SentCheck).max(60) }),
  /** 完成 of a work order, once nothing that is required is missing. */
  complete: z.object({ done: words(), photos: Evidence.optional() }),
  /** 到场 at a point of a night patrol: the code of its label, or the one printed below it, and the lamps counted there. */
  scan: z.object({
    point: Slug,
    code: words(60),
    lit: z.int().min(0).max(100_000).optional(),
    total: z.int().min(0).max(100_000).optional(),
  }),
  /** 开工单 out of a complaint; no asset: a repair of what the complaint is about. */
  openOrder: z.object({ asset: z.string().trim().max(64).nullish(), work: words() }),
  /** 回访结果: what the resident said of it. Fields of the questionnaire come beside it. */
  visited: z.object({
    score: z.int().min(1).max(5),
    onTime: z.enum(['yes', 'no']).optional(),
    held: z.enum(heldAnswers).optional(),
    remarks: z.string().trim().max(2000).optional(),
    /** Of the managed list, for a low score. */
    reason: Slug.optional(),
  }),
  /** 服务补救: put right on the spot, within what the person's posts may decide; an amount in yuan, a gesture, or both. */
  recover: z.object({ gesture: Slug.optional(), amount: Yuan.optional(), words: words(500) }),
  /** Why a visit came out low, set or corrected afterwards. */
  giveReason: z.object({ reason: Slug }),
  /** Also the acceptance check of a work order (验收通过 / 验收不通过). */
  approve: z.object({ note: words().optional() }),
  decline: z.object({ reason: words() }),
} as const;

export type ActionName = keyof typeof actionInputs;
export const actionNames = Object.keys(actionInputs) as ActionName[];
export type ActionInput<N extends ActionName = ActionName> = z.infer<(typeof actionInputs)[N]>;
/** A parsed action: name and its own input. */
export type Action = { [N in ActionName]: { name: N; input: ActionInput<N> } }[ActionName];
