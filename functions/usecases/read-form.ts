import { RawAnswers, readAnswers } from '#domain/forms/answers';
import type { FormField } from '#domain/forms/forms';
import type { FilledForm } from '#domain/workflow/event';
import { InvalidInput, problem } from './errors.ts';

/** The `fields` of a body, whatever else it holds. @throws InvalidInput */
export function answersSent(input: unknown): RawAnswers {
  const fields = typeof input === 'object' && input !== null && 'fields' in input ? input.fields : undefined;
  const parsed = RawAnswers.safeParse(fields ?? {});
  if (!parsed.success)
    throw new InvalidInput(parsed.error.issues.map((issue) => ({ ...issue, path: ['fields', ...issue.path] })));
  return parsed.data;
}

/** What was filled in, judged by the form. `photos` null: they come afterwards. @throws InvalidInput at `fields.<id>` */
export function readForm(fields: readonly FormField[], sent: RawAnswers, photos: readonly string[] | null): FilledForm {
  const { values, answers, problems } = readAnswers(fields, sent, { photos });
  if (problems.length > 0)
    throw new InvalidInput(
      problems.map(({ field, code, value }) => problem(['fields', field], code, value === undefined ? {} : { value })),
    );
  return { values, answers };
}
