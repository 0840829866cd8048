import type { MiddlewareObj } from '@middy/core';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { InvalidInput, type Issue, problem } from '#usecases/errors';
import type { ApiAnswer, ApiEvent } from './event.ts';

/** The answer has not the form its route promises: our fault, and nothing of it is sent. */
class BadAnswer extends Error {
  override readonly name = 'BadAnswer';
  constructor(readonly fields: readonly string[]) {
    super(`The answer breaks its own schema at: ${fields.join(', ')}.`);
  }
}

const pathOf = ({ path = [] }: StandardSchemaV1.Issue): PropertyKey[] =>
  path.map((part) => (typeof part === 'object' ? part.key : part));

/** zod's issues say what kind they are; those of another library keep only their path. */
const asIssue = (issue: StandardSchemaV1.Issue): Issue =>
  'code' in issue ? (issue as Issue) : problem(pathOf(issue), issue.message);

const parts = ['params', 'query', 'body'] as const;
export type InputSchemas = { readonly [Part in (typeof parts)[number]]?: StandardSchemaV1 | undefined };

/** Standard Schema in: what a schema made of each part replaces it; a part without schema is not passed on. */
export const validateInput = (schemas: InputSchemas): MiddlewareObj<ApiEvent> => ({
  before: async ({ event }) => {
    const issues: Issue[] = [];
    for (const part of parts) {
      const result = await schemas[part]?.['~standard'].validate(event.input?.[part]);
      if (result?.issues) issues.push(...result.issues.map(asIssue));
      else event.input = { ...event.input, [part]: result?.value };
    }
    if (issues.length > 0) throw new InvalidInput(issues);
  },
});

/** Standard Schema out: the answer loses what its schema does not name. Throws BadAnswer. */
export const validateOutput = (schema: StandardSchemaV1): MiddlewareObj<ApiEvent, ApiAnswer> => ({
  after: async (request) => {
    const result = await schema['~standard'].validate(request.response?.body);
    if (result.issues) throw new BadAnswer(result.issues.map((issue) => pathOf(issue).join('.')));
    if (request.response) request.response.body = result.value;
  },
});
