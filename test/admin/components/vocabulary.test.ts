import { expect, test } from 'vitest';
import { severities } from '#domain/routing';
import { statuses } from '#domain/workflow/definition';
import { severityNames, statusNames } from '../../../admin/src/components/vocabulary.ts';

test('the word lists are the domain’s, in its order', () => {
  expect(severityNames).toEqual(severities);
  expect(statusNames).toEqual(statuses);
});
