import type { Route } from './route.ts';
import {
  ApplyReplacement,
  PersonPath,
  ReferencesView,
  ReplacementCheck,
  ReplacementChoice,
  ReplacementDone,
} from './schemas/leaver.ts';

const paramsExample = { id: 'repairer-a' };

/** Somebody leaves: what names them, and everybody else in their place at once. */
export const leaverRoutes = {
  listReferences: {
    method: 'GET',
    path: '/api/people/{id}/references',
    summary: 'Everything that names a person, and their open items',
    params: PersonPath,
    response: ReferencesView,
    paramsExample,
  },
  checkReplacement: {
    method: 'POST',
    path: '/api/people/{id}/replacement/check',
    summary: 'What replacing a person would do; stores nothing',
    params: PersonPath,
    body: ReplacementChoice,
    response: ReplacementCheck,
    example: () => ({ all: 'repairer-b', lines: {} }),
    paramsExample,
  },
  applyReplacement: {
    method: 'POST',
    path: '/api/people/{id}/replacement',
    summary: 'Replace a person everywhere and deactivate them; takes the token of the check it was shown with',
    params: PersonPath,
    body: ApplyReplacement,
    response: ReplacementDone,
    example: () => ({ all: 'repairer-b', lines: {}, token: 'from-the-check', note: '维修工甲离职，由维修工乙接替' }),
    paramsExample,
  },
} as const satisfies Record<string, Route>;
