import { z } from 'zod';

/** The part of the Amazon States Language that this runner speaks. Anything else in a file is refused, by name. */

const query = z.string().regex(/^\{%.*%\}$/s, 'must be a JSONata expression in {% %}');
const template = z.json();
const assign = z.record(z.string(), template);
const target = { Next: z.string().optional(), End: z.literal(true).optional() };
const common = { Comment: z.string().optional() };
const errorEquals = z.array(z.string()).min(1);

const retrier = z.strictObject({
  ...common,
  ErrorEquals: errorEquals,
  /** Seconds before the first retry. */
  IntervalSeconds: z.int().min(1).default(1),
  BackoffRate: z.number().min(1).default(2),
  MaxAttempts: z.int().min(0).default(3),
  MaxDelaySeconds: z.int().min(1).optional(),
  JitterStrategy: z.enum(['NONE', 'FULL']).default('NONE'),
});
const catcher = z.strictObject({
  ...common,
  ErrorEquals: errorEquals,
  Next: z.string(),
  Output: template.optional(),
  Assign: assign.optional(),
});
const task = z.strictObject({
  ...common,
  ...target,
  Type: z.literal('Task'),
  Resource: z.string().regex(/^arn:[\w-]+:states:::lambda:invoke(\.waitForTaskToken)?$/, 'is not supported here'),
  Arguments: z.strictObject({ FunctionName: z.string(), Payload: template.default({}) }),
  TimeoutSeconds: z.union([z.int().min(1), query]).optional(),
  Output: template.optional(),
  Assign: assign.optional(),
  Retry: z.array(retrier).default([]),
  Catch: z.array(catcher).default([]),
});
const choice = z.strictObject({
  ...common,
  Type: z.literal('Choice'),
  Choices: z.array(
    z.strictObject({
      ...common,
      Condition: query,
      Next: z.string(),
      Output: template.optional(),
      Assign: assign.optional(),
    }),
  ),
  Default: z.string().optional(),
  Output: template.optional(),
  Assign: assign.optional(),
});
const wait = z
  .strictObject({
    ...common,
    ...target,
    Type: z.literal('Wait'),
    Seconds: z.union([z.number().min(0), query]).optional(),
    Timestamp: z.string().optional(),
    Output: template.optional(),
    Assign: assign.optional(),
  })
  .refine((state) => (state.Seconds === undefined) !== (state.Timestamp === undefined), 'needs Seconds or Timestamp');
const pass = z.strictObject({
  ...common,
  ...target,
  Type: z.literal('Pass'),
  Output: template.optional(),
  Assign: assign.optional(),
});
const succeed = z.strictObject({ ...common, Type: z.literal('Succeed'), Output: template.optional() });
const fail = z.strictObject({
  ...common,
  Type: z.literal('Fail'),
  Error: z.string().optional(),
  Cause: z.string().optional(),
});
const state = z.discriminatedUnion('Type', [task, choice, wait, pass, succeed, fail]);
const machine = z.strictObject({
  ...common,
  QueryLanguage: z.literal('JSONata'),
  StartAt: z.string(),
  States: z.record(z.string(), state),
});

export type Task = z.infer<typeof task>;

export type Retrier = z.infer<typeof retrier>;
export type State = z.infer<typeof state>;
export type Machine = z.infer<typeof machine>;

const targetsOf = (state: State): (string | undefined)[] => {
  switch (state.Type) {
    case 'Task':
      return [state.Next, ...state.Catch.map((catcher) => catcher.Next)];
    case 'Choice':
      return [state.Default, ...state.Choices.map((rule) => rule.Next)];
    case 'Wait':
    case 'Pass':
      return [state.Next];
    case 'Succeed':
    case 'Fail':
      return [];
  }
};

/** States.ALL stands alone and last, as the language requires: elsewhere it would hide what follows. */
const hidesLater = (rules: readonly { ErrorEquals: string[] }[]): boolean =>
  rules.some(
    (rule, at) => rule.ErrorEquals.includes('States.ALL') && (rule.ErrorEquals.length > 1 || at < rules.length - 1),
  );

/** @throws Error with every problem found: what is not spoken here, and what leads nowhere. */
export const parseDefinition = (definition: unknown): Machine => {
  const parsed = machine.safeParse(definition);
  if (!parsed.success) throw new Error(`Not a state machine this runner speaks.\n${z.prettifyError(parsed.error)}`);
  const { States, StartAt } = parsed.data;
  const problems: string[] = [];
  if (!(StartAt in States)) problems.push(`StartAt names "${StartAt}", which is no state.`);
  for (const [name, state] of Object.entries(States)) {
    for (const next of targetsOf(state)) {
      if (next !== undefined && !(next in States)) problems.push(`${name} leads to "${next}", which is no state.`);
    }
    if ('Resource' in state || state.Type === 'Wait' || state.Type === 'Pass') {
      if ((state.Next === undefined) === (state.End === undefined)) problems.push(`${name} needs either Next or End.`);
    }
    if (state.Type === 'Task' && (hidesLater(state.Retry) || hidesLater(state.Catch))) {
      problems.push(`${name}: States.ALL must stand alone in the last rule.`);
    }
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return parsed.data;
};
