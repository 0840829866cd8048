import { expect, it } from 'vitest';
import { createScheduleHandler } from '#handlers/schedule';

const handle = async (payload: unknown) => {
  const done: unknown[] = [];
  const handler = createScheduleHandler({
    sweep: async () => done.push('sweep'),
    fire: async (plan) => done.push(plan),
  });
  await handler(payload);
  return done;
};

it.each([
  ['the standing schedule', {}],
  ['a planned publication', { name: 'publish-p1', company: 'demo', kind: 'rosters', id: 'main' }],
  ['an alarm without a plan', { company: 'demo', site: 'east-lake', plan: '' }],
  ['nothing at all', undefined],
])('%s asks for a sweep', async (_, payload) => expect(await handle(payload)).toEqual(['sweep']));

it('the alarm of a plan sets off that plan', async () => {
  const plan = { company: 'demo', site: 'east-lake', plan: 'lifts' };
  expect(await handle({ name: 'plan-1', ...plan })).toEqual([plan]);
});
