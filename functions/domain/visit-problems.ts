import { fieldsOf } from './condition.ts';
import { type DocumentProblem, repeated } from './document-problem.ts';
import { isField } from './fields.ts';
import { fieldListProblems } from './forms/check.ts';
import type { FieldType } from './forms/forms.ts';
import { definitionOf } from './learned/figure.ts';
import type { Organisation } from './organisation.ts';
import type { Recipient } from './recipients.ts';
import { targetsOf, type VisitRule, type Visits } from './visit-rules.ts';

type Path = (string | number)[];

/**
 * What keeps the settings of visits from being published: ids used twice, a questionnaire nobody wrote, people, departments,
 * buildings and fields there are none of, a rule that only the owner could visit for.
 */
export function visitProblems(
  visits: Visits,
  organisation: Organisation,
  formFields?: readonly string[],
): DocumentProblem[] {
  const { rules, questionnaires, reasons } = visits;
  const targets = targetsOf(visits);
  const stored = formFields && new Set(formFields);
  const types = new Map<string, FieldType>();
  const ids = (list: readonly { id: string }[], path: string) =>
    repeated(
      list,
      ({ id }) => id,
      (i) => [path, i, 'id'],
    );
  return [
    ...ids(rules, 'rules'),
    ...rules.flatMap((rule, i) => ruleProblems(rule, ['rules', i], organisation, stored)),
    ...rules.flatMap(({ questionnaire }, i): DocumentProblem[] =>
      questionnaires.some(({ id }) => id === questionnaire)
        ? []
        : [{ path: ['rules', i, 'questionnaire'], code: 'unknown_questionnaire', value: questionnaire }],
    ),
    ...ids(questionnaires, 'questionnaires'),
    ...questionnaires.flatMap(({ fields }, i) => fieldListProblems(fields, ['questionnaires', i, 'fields'], types)),
    ...ids(reasons, 'reasons'),
    ...repeated(
      targets,
      ({ measure }) => measure,
      (i) => ['targets', i, 'measure'],
    ),
    ...targets.flatMap(({ measure, goal }, i): DocumentProblem[] => {
      const isMean = definitionOf(measure).unit === 'mean';
      return goal >= (isMean ? 1 : 0) && goal <= (isMean ? 5 : 1)
        ? []
        : [{ path: ['targets', i, 'goal'], code: 'goal_out_of_range' }];
    }),
  ];
}

function ruleProblems(
  { after, by }: VisitRule,
  path: Path,
  organisation: Organisation,
  stored: ReadonlySet<string> | undefined,
): DocumentProblem[] {
  const when = 'when' in after && after.when !== null ? fieldsOf(after.when) : [];
  const buildings = after.kind === 'periodic' ? after.buildings : [];
  const age = after.kind === 'periodic' ? after.age : null;
  return [
    ...when
      .filter((name) => !isField(name, stored))
      .map((name): DocumentProblem => ({ path: [...path, 'after', 'when'], code: 'unknown_field', value: name })),
    ...buildings.flatMap((id, i): DocumentProblem[] =>
      organisation.buildings.some((building) => building.id === id)
        ? []
        : [{ path: [...path, 'after', 'buildings', i], code: 'unknown_building', value: id }],
    ),
    ...(age && age.from > age.to ? [{ path: [...path, 'after', 'age', 'to'], code: 'number_range' as const }] : []),
    ...by.flatMap((recipient, i) => recipientProblems(recipient, [...path, 'by', i], organisation)),
    ...(by.every(({ kind }) => kind === 'owner') ? [{ path: [...path, 'by'], code: 'nobody_visits' as const }] : []),
  ];
}

function recipientProblems(recipient: Recipient, path: Path, { sites, people }: Organisation): DocumentProblem[] {
  if (recipient.kind === 'person' && !people.some(({ id }) => id === recipient.person))
    return [{ path: [...path, 'person'], code: 'unknown_person', value: recipient.person }];
  const names = recipient.kind === 'handler' || recipient.kind === 'head';
  // Departments come with the sites: before the first there are none to name.
  if (!names || sites.length === 0 || recipient.department === 'item') return [];
  return sites.some(({ departments }) => departments.some(({ id }) => id === recipient.department))
    ? []
    : [{ path: [...path, 'department'], code: 'unknown_department', value: recipient.department }];
}
