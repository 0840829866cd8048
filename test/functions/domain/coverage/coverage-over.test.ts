import { expect, test } from 'vitest';
import { coverage } from '#domain/coverage/coverage';
import { coverageOver } from '#domain/coverage/coverage-over';
import type { Directory } from '#domain/organisation';
import type { Level } from '#domain/workflow/definition';
import { chineseOffice, cn } from '../calendar-fixtures.ts';
import { directoryWith } from '../directory-fixture.ts';
import { askingWorkflow } from './asking-workflow.ts';

const now = directoryWith();
const [from, to] = [cn('2026-11-23 00:00'), cn('2026-11-30 00:00')];
const levels: Level[] = [{ to: [{ kind: 'companyPost', post: 'quality' }] }, { to: [{ kind: 'siteDirector' }] }];
const definition = askingWorkflow(levels, null);
const facts = { directory: now, calendar: chineseOffice, site: 'lake', departments: [] };
const without = (person: string, { organisation, ...rest }: Directory): Directory => ({
  ...rest,
  organisation: {
    ...organisation,
    people: organisation.people.map((one) => (one.id === person ? { ...one, active: false } : one)),
  },
});
const gone = without('hu', now);

test('whoever leaves by a plan is missed from when it is due; what goes on is not cut there', () => {
  const at = cn('2026-11-26 09:00');
  const lanes = coverageOver(definition, facts, [{ at, directory: gone }], from, to);
  expect(lanes.map(({ gaps }) => gaps.map((gap) => [gap.from, gap.to, gap.state, gap.people, gap.reasons]))).toEqual([
    [[at, to, 'one', ['jin'], []]],
    [
      [from, at, 'one', ['hu'], []],
      [at, to, 'nobody', [], [{ kind: 'inactive', person: 'hu' }]],
    ],
  ]);
  const other = without('ann', now);
  expect(coverageOver(definition, facts, [{ at, directory: other }], from, to)).toEqual(
    coverage(definition, facts, from, to),
  );
});

test('plans outside the forecast change nothing', () => {
  const plans = [from - 1, to, to + 1].map((at) => ({ at, directory: gone }));
  expect(coverageOver(definition, facts, plans, from, to)).toEqual(coverage(definition, facts, from, to));
});
