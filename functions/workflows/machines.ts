import type { ItemKind } from '#domain/workflow/definition';
import definition from './workflow.asl.json' with { type: 'json' };

/** One state machine file, three named machines: their executions, logs and alarms are kept apart by kind of item. */
export const machines = {
  complaint: 'ComplaintEscalation',
  workOrder: 'PreventiveMaintenance',
  visit: 'FollowUpVisit',
} as const satisfies Record<ItemKind, string>;

export interface Substitutions {
  /** 'aws' or 'aws-cn'. */
  Partition: string;
  AdvanceArn: string;
  SleepArn: string;
}

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
