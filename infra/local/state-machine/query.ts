import jsonata from 'jsonata';
import type { Json } from './execution.ts';
import { StateFailed } from './failure.ts';

/** What expressions see: `$states`, and the variables as they were when the state was entered. */
export interface Scope {
  states: { input: Json; context: Json; result?: Json; errorOutput?: Json };
  variables: { [name: string]: Json };
}

interface Query {
  expression: jsonata.Expression;
  /** Variables it reads and does not bind itself. */
  reads: string[];
}

/** Function names are left out: `$exists(...)` is no variable. */
const variablesIn = (expression: jsonata.Expression): string[] => {
  const reads = new Set<string>();
  const bound = new Set<string>(['', '$', 'states']);
  const visit = (node: unknown, binds: boolean): void => {
    if (Array.isArray(node)) {
      for (const each of node) visit(each, binds);
    } else if (typeof node === 'object' && node !== null) {
      const { type, value } = node as { type?: unknown; value?: unknown };
      if (type === 'variable') (binds ? bound : reads).add(String(value));
      for (const [key, each] of Object.entries(node)) {
        if (key === 'procedure' && type === 'function' && each?.type === 'variable') continue;
        visit(each, (type === 'bind' && key === 'lhs') || (type === 'lambda' && key === 'arguments'));
      }
    }
  };
  visit(expression.ast(), false);
  return [...reads].filter((name) => !bound.has(name));
};

const compiled = new Map<string, Query>();

/** @throws the library's error when the source is no JSONata */
const compile = (source: string): Query => {
  const known = compiled.get(source);
  if (known) return known;
  const expression = jsonata(source);
  const query = { expression, reads: variablesIn(expression) };
  compiled.set(source, query);
  return query;
};

const evaluationError = (source: string, why: string, cause?: unknown): StateFailed =>
  new StateFailed({ error: 'States.QueryEvaluationError', cause: `"${source}" ${why}` }, { cause });

const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);

const evaluateExpression = async (source: string, scope: Scope): Promise<Json> => {
  let value: unknown;
  try {
    const { expression, reads } = compile(source);
    // The library would read "nothing"; in Step Functions it is an error.
    const missing = reads.find((name) => !(name in scope.variables));
    if (missing !== undefined) throw new Error(`$${missing} was not assigned`);
    value = await expression.evaluate(undefined, { ...scope.variables, states: scope.states });
  } catch (error) {
    throw evaluationError(source, `failed: ${messageOf(error)}`, error);
  }
  // The library returns its own array objects and functions; what a state passes on is JSON.
  const text = JSON.stringify(value);
  if (text === undefined) throw evaluationError(source, 'has no value');
  return JSON.parse(text);
};

/**
 * The template with every `{% expression %}` replaced by its value, at any depth.
 * @throws StateFailed States.QueryEvaluationError when an expression fails or has no value
 */
export const evaluate = async (template: unknown, scope: Scope): Promise<Json> => {
  if (typeof template === 'string') {
    const source = /^\{%(.*)%\}$/s.exec(template)?.[1];
    return source === undefined ? template : evaluateExpression(source.trim(), scope);
  }
  if (Array.isArray(template)) return Promise.all(template.map((each) => evaluate(each, scope)));
  if (typeof template === 'object' && template !== null) {
    const entries = Object.entries(template).map(async ([key, each]) => [key, await evaluate(each, scope)] as const);
    return Object.fromEntries(await Promise.all(entries));
  }
  return template as Json;
};

/** Assigned values merged over the old variables. They see the old ones only: assignments happen at once. */
export const assigned = async (
  assign: { [name: string]: unknown } | undefined,
  scope: Scope,
): Promise<Scope['variables']> => {
  if (assign === undefined) return scope.variables;
  const values = await evaluate(assign, scope);
  return { ...scope.variables, ...(values as Scope['variables']) };
};
