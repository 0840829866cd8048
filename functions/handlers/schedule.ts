import { z } from 'zod';
import type { PlanName } from '#ports';

/** What a one-time schedule carries when it is a plan's; the standing one and all others ask for a sweep. */
const OfPlan = z.object({ company: z.string().min(1), site: z.string().min(1), plan: z.string().min(1) });

export interface ScheduleHandlerParts {
  sweep(): Promise<unknown>;
  fire(plan: PlanName): Promise<unknown>;
}

/** Schedules of either kind: a plan's trigger settles that plan and what is due beside it, anything else sweeps. */
export const createScheduleHandler =
  ({ sweep, fire }: ScheduleHandlerParts) =>
  async (payload: unknown): Promise<unknown> => {
    const plan = OfPlan.safeParse(payload);
    return plan.success ? fire(plan.data) : sweep();
  };
