import { type DocumentProblem, repeated } from '../document-problem.ts';
import type { FieldType, FormField, Forms } from './forms.ts';

/** Names that the system itself keeps among an item's fields. */
const TAKEN: ReadonlySet<string> = new Set(['verified']);

/**
 * Forms ask for categories there are, name a field once in a form, and the same name is the same sort of answer wherever
 * it is asked: conditions read it by its name alone.
 */
export function formsProblems({ intake, actions }: Forms, categories: readonly string[]): DocumentProblem[] {
  const types = new Map<string, FieldType>();
  const inForm = (fields: readonly FormField[], path: (string | number)[]) => fieldListProblems(fields, path, types);
  return [
    ...repeated(
      intake,
      ({ id }) => id,
      (i) => ['intake', i, 'id'],
    ),
    ...repeated(
      actions,
      ({ id }) => id,
      (i) => ['actions', i, 'id'],
    ),
    ...intake.flatMap(({ id, fields }, i): DocumentProblem[] => [
      ...(categories.includes(id) ? [] : [{ path: ['intake', i, 'id'], code: 'unknown_category' as const, value: id }]),
      ...inForm(fields, ['intake', i, 'fields']),
    ]),
    ...actions.flatMap(({ fields }, i) => inForm(fields, ['actions', i, 'fields'])),
  ];
}

/** One form's fields; `types`: what names seen before in the document stand for. */
export const fieldListProblems = (
  fields: readonly FormField[],
  path: (string | number)[],
  types: Map<string, FieldType>,
): DocumentProblem[] => [
  ...repeated(
    fields,
    ({ id }) => id,
    (i) => [...path, i, 'id'],
  ),
  ...fields.flatMap((field, i) => fieldProblems(field, [...path, i], types)),
];

function fieldProblems(field: FormField, path: (string | number)[], types: Map<string, FieldType>): DocumentProblem[] {
  const before = types.get(field.id);
  types.set(field.id, before ?? field.type);
  return [
    ...(TAKEN.has(field.id) ? [{ path: [...path, 'id'], code: 'already_used' as const, value: field.id }] : []),
    ...(before !== undefined && before !== field.type
      ? [{ path: [...path, 'id'], code: 'other_type' as const, value: field.id }]
      : []),
    ...(field.type === 'number' && field.min !== undefined && field.max !== undefined && field.min > field.max
      ? [{ path: [...path, 'max'], code: 'number_range' as const }]
      : []),
    ...('options' in field
      ? repeated(
          field.options,
          ({ id }) => id,
          (i) => [...path, 'options', i, 'id'],
        )
      : []),
  ];
}
