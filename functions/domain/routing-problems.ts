import { fieldsOf } from './condition.ts';
import { type DocumentProblem, repeated } from './document-problem.ts';
import { isField } from './fields.ts';
import type { Organisation } from './organisation.ts';
import type { Routing } from './routing.ts';

/** Routing leads only to departments some site has, to published workflows, and asks only fields there are. */
export function routingProblems(
  { workflow, categories, rules }: Routing,
  { sites }: Organisation,
  workflows: readonly string[],
  formFields?: readonly string[],
): DocumentProblem[] {
  const stored = formFields && new Set(formFields);
  const departments = new Set(sites.flatMap((site) => site.departments.map(({ id }) => id)));
  const department = (path: (string | number)[], id: string | undefined): DocumentProblem[] =>
    id === undefined || departments.has(id) ? [] : [{ path, code: 'unknown_department', value: id }];
  const published = (path: (string | number)[], id: string | undefined): DocumentProblem[] =>
    id === undefined || workflows.includes(id) ? [] : [{ path, code: 'unknown_workflow', value: id }];
  return [
    ...published(['workflow'], workflow),
    ...repeated(
      categories,
      ({ id }) => id,
      (i) => ['categories', i, 'id'],
    ),
    ...categories.flatMap((category, i) => department(['categories', i, 'department'], category.department)),
    ...repeated(
      rules,
      ({ id }) => id,
      (i) => ['rules', i, 'id'],
    ),
    ...rules.flatMap(({ when, gives }, i) => [
      ...department(['rules', i, 'gives', 'department'], gives.department),
      ...published(['rules', i, 'gives', 'workflow'], gives.workflow),
      ...fieldsOf(when)
        .filter((name) => !isField(name, stored))
        .map((name): DocumentProblem => ({ path: ['rules', i, 'when'], code: 'unknown_field', value: name })),
    ]),
  ];
}
