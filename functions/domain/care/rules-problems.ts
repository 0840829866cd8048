import { type DocumentProblem, repeated } from '../document-problem.ts';
import type { CareRules } from './rules.ts';

/** What keeps care rules from being published: ids used twice, and rules about kinds there are none of. */
export function careRulesProblems({ kinds, rules, recovery = [] }: CareRules): DocumentProblem[] {
  const known = new Set(kinds.map(({ id }) => id));
  const twice = (list: readonly { id: string }[], name: string) =>
    repeated(
      list,
      ({ id }) => id,
      (index) => [name, index, 'id'],
    );
  return [
    ...twice(kinds, 'kinds'),
    ...twice(rules, 'rules'),
    ...repeated(
      recovery,
      ({ post }) => post,
      (index) => ['recovery', index, 'post'],
    ),
    ...recovery.flatMap(({ upTo, perMonth, gestures }, at): DocumentProblem[] => [
      ...twice(gestures, 'gestures').map((one) => ({ ...one, path: ['recovery', at, ...one.path] })),
      ...(upTo > perMonth ? [{ path: ['recovery', at, 'perMonth'], code: 'below_case' as const }] : []),
      ...(upTo === 0 && gestures.length === 0
        ? [{ path: ['recovery', at, 'upTo'], code: 'nothing_allowed' as const }]
        : []),
    ]),
    ...rules.flatMap((rule, at): DocumentProblem[] =>
      rule.when === 'complaint' && rule.script === null && rule.level !== 'higher'
        ? [{ path: ['rules', at, 'script'], code: 'nothing_done' }]
        : [],
    ),
    ...rules.flatMap((rule, at) =>
      rule.kinds.flatMap((kind, index): DocumentProblem[] =>
        known.has(kind) ? [] : [{ path: ['rules', at, 'kinds', index], code: 'unknown_care_kind', value: kind }],
      ),
    ),
  ];
}
