import { type Condition, evaluate } from '../condition.ts';
import { readField } from '../fields.ts';
import type { Item, ItemClock } from '../item.ts';
import type { Limit } from '../limit.ts';
import type { WorkflowFacts } from '../workflow/run.ts';
import { filedItem } from './filed-item.ts';
import type { History } from './history.ts';

/** Whether the condition holds for the item as it stands by now; ages and hours of the day are those of its filing. */
export function matches(condition: Condition, history: History, { directory, calendar }: WorkflowFacts): boolean {
  const item = standing(history);
  const facts = { directory, calendar, now: history.filed.createdAt };
  return evaluate(condition, (field) => readField(item, facts, field));
}

function standing(history: History): Item {
  const { stands, filed } = history;
  const { verdict, score, replyDeadline, promisedAt, resolveDeadline, ...rest } = stands;
  const clock = (deadline: number | null, limit: Limit, promised: number | null = null): ItemClock | undefined =>
    deadline === null
      ? undefined
      : {
          startedAt: filed.createdAt,
          limit,
          deadline,
          calendar: null,
          promised,
          metAt: null,
          missedAt: null,
          pauses: [],
        };
  return {
    ...filedItem(history),
    ...rest,
    verdict: verdict && { verdict, score, opinion: null },
    clocks: {
      reply: clock(replyDeadline, filed.limits.reply, promisedAt),
      resolve: clock(resolveDeadline, filed.limits.resolve),
    },
  };
}
