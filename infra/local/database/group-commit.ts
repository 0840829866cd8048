import { maxActions } from '#store/transact';

export type Input = Record<string, unknown>;
type Perform = (operation: string, input: Input) => Promise<unknown>;

/** One write of a caller, as actions of a transaction and the rows they touch. */
interface Waiting {
  operation: string;
  input: Input;
  actions: readonly Input[];
  rows: readonly string[];
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
}

/** Groups on their way: the engine works at one while the next is made up. */
const LANES = 2;

/**
 * Writes that come while others are on their way go together as one transaction: an engine on this machine takes one call
 * at a time, and a call costs more than a row. When such a transaction is refused, each of its writes is made by itself, so
 * every caller gets the answer it would have had. `perform` carries out one command with values as on the wire.
 */
export function createGroupCommit(perform: Perform): Perform {
  let waiting: Waiting[] = [];
  let lanes = 0;

  const alone = ({ operation, input, resolve, reject }: Waiting) => perform(operation, input).then(resolve, reject);
  const together = async (group: readonly Waiting[]): Promise<void> => {
    try {
      const TransactItems = group.flatMap(({ actions }) => actions);
      await perform('TransactWriteItems', { TransactItems });
      for (const { resolve } of group) resolve({ $metadata: {} });
    } catch (error) {
      if (isRefusal(error)) for (const write of group) await alone(write);
      else for (const { reject } of group) reject(error);
    }
  };
  const next = (): void => {
    if (lanes === LANES || waiting.length === 0) return;
    const { group, rest } = firstGroup(waiting);
    waiting = rest;
    lanes += 1;
    const [only] = group;
    const done = only && group.length === 1 ? alone(only) : together(group);
    void done.finally(() => {
      lanes -= 1;
      next();
    });
  };
  return (operation, input) => {
    const actions = actionsOf(operation, input);
    if (!actions) return perform(operation, input);
    return new Promise((resolve, reject) => {
      waiting.push({ operation, input, actions, rows: actions.map(rowOf), resolve, reject });
      next();
    });
  };
}

/** The engine answered and stored nothing; of a lost connection nobody knows. */
const isRefusal = (error: unknown): boolean => {
  const { $metadata } = (error ?? {}) as { $metadata?: { httpStatusCode?: number } };
  const status = $metadata?.httpStatusCode ?? 0;
  return status >= 400 && status < 500;
};

/** As many as a transaction holds, no row twice; in order, so that none waits for ever. */
function firstGroup(waiting: readonly Waiting[]): { group: Waiting[]; rest: Waiting[] } {
  const [group, rest]: [Waiting[], Waiting[]] = [[], []];
  const rows = new Set<string>();
  let size = 0;
  for (const write of waiting) {
    const fits = size + write.actions.length <= maxActions && !write.rows.some((row) => rows.has(row));
    if (fits || group.length === 0) {
      group.push(write);
      size += write.actions.length;
    } else rest.push(write);
    // A later write to the same row must not overtake this one.
    for (const row of write.rows) rows.add(row);
  }
  return { group, rest };
}

const kinds: Record<string, string> = { PutItem: 'Put', UpdateItem: 'Update', DeleteItem: 'Delete' };

/** Null: a read, or a write that answers with what it found. */
function actionsOf(operation: string, input: Input): readonly Input[] | null {
  if (operation === 'TransactWriteItems') return input.TransactItems as Input[];
  const kind = kinds[operation];
  return kind && input.ReturnValues === undefined ? [{ [kind]: input }] : null;
}

/** Table and key. What has a key of its own name (Update, Delete) gives it, a Put gives its row's. */
function rowOf(action: Input): string {
  const [write] = Object.values(action) as { TableName: string; Key?: Input; Item?: Input }[];
  const { pk, sk } = write?.Key ?? write?.Item ?? {};
  return JSON.stringify([write?.TableName, pk, sk]);
}
