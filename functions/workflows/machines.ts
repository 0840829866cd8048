import type { ItemKind } from '#domain/workflow/definition';
import definition from './workflow.asl.json' with { type: 'json' };

/** One state machine file, three named machines: their executions, logs and alarms are kept apart by kind of item. */
export const machines = {
  complaint: 'ComplaintEscalation',
  workOrder: 'PreventiveMaintenance',
  visit: 'FollowUpVisit',
} as const satisfies Record<ItemKind, string>;
export type MachineName = (typeof machines)[ItemKind];

export interface Substitutions {
  /** 'aws' or 'aws-cn'. */
  Partition: string;
  AdvanceArn: string;
  SleepArn: string;
}

/**
 * Advance must continue as a new execution when it is told this many turns or more. A turn writes 11 history events
 * (5 for Advance, 6 for Sleep), a retry 3: 700 turns leave room for 700 retries before 10,000 events.
 */
export const TURNS_PER_EXECUTION = 700;

/** What the machine gives the Advance function. `turns` counts the turns of this execution before this one. */
export interface AdvanceInput {
  company: string;
  item: string;
  epoch: number;
  turns: number;
}
/** `seconds` until the machine must look again, 1 to 2,592,000 (30 days); `wakeAt` null: waits for nobody's deadline. */
export interface AdvanceAnswer {
  finished: boolean;
  version: number;
  wakeAt: number | null;
  seconds: number;
}
/** What the machine gives the Sleep function. */
export interface SleepInput {
  company: string;
  item: string;
  epoch: number;
  version: number;
  wakeAt: number | null;
  token: string;
}

/** Nothing more to do in this execution. The machine catches it by name and succeeds; it is never retried. */
export class ItemFinished extends Error {
  override readonly name = 'ItemFinished';
  constructor() {
    super('This execution has nothing more to do.');
  }
}

/** The Advance function's last line: a finished answer leaves as the error that saves every turn a Choice. @throws ItemFinished */
export const answerToMachine = (answer: AdvanceAnswer): AdvanceAnswer => {
  if (answer.finished) throw new ItemFinished();
  return answer;
};

/** The definition with `${Name}` replaced, for use on one machine; CDK substitutes the same names when it deploys. */
export const renderDefinition = (substitutions: Substitutions): unknown => {
  const values: ReadonlyMap<string, string> = new Map(Object.entries(substitutions));
  const text = JSON.stringify(definition).replace(/\$\{(\w+)\}/g, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`The state machine file uses \${${name}}, which has no value.`);
    return JSON.stringify(value).slice(1, -1);
  });
  return JSON.parse(text);
};
