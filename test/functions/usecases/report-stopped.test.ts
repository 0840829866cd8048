import { expect, test } from 'vitest';
import type { Definition } from '#domain/workflow/definition';
import { createDemoApi } from '#test/support/demo-api';
import { defaultComplaint } from '#workflows/default-complaint';

/** One that no check ever saw: after the acknowledgement it goes round in circles. */
const looping: Definition = {
  ...defaultComplaint,
  steps: defaultComplaint.steps.map((step) =>
    step.id === 'handle' ? { id: 'handle', label: step.label, type: 'set', next: 'handle' } : step,
  ),
};

test('a workflow that stops is logged and counted, and whoever acted is answered', async () => {
  const { call, ports } = await createDemoApi();
  const counted: string[] = [];
  ports.metrics.count = (name) => void counted.push(name);
  const published = { author: 'system', at: ports.clock.now(), note: 'never checked' } as const;
  await ports.documents.publish('demo', { ...published, kind: 'workflow', id: 'complaint', body: looping }, 1);
  const body = { site: 'east-lake', category: 'parking', place: '地库', description: '占道' };
  const { id } = (await call<{ id: string }>('POST', '/api/complaints', { body })).body;
  expect(counted).toEqual([]);
  const answer = await call('POST', `/api/complaints/${id}/actions/acknowledge`, { as: 'security-officer', body: {} });
  expect(answer.status).toBe(200);
  expect(counted).toEqual(['WorkflowStopped']);
  expect(ports.lines.filter(({ level }) => level === 'error')).toEqual([
    {
      level: 'error',
      message: 'A workflow stopped',
      data: { company: 'demo', item: id, workflow: 'complaint', why: 'loops at handle' },
    },
  ]);
});
