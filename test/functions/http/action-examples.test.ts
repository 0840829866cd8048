import { expect, test } from 'vitest';
import type { z } from 'zod';
import type { ActionName } from '#domain/workflow/action';
import { actionNames } from '#domain/workflow/action';
import type { Definition } from '#domain/workflow/definition';
import { routes } from '#http/routes';
import type { ComplaintDetail, FiledComplaint } from '#http/schemas/complaint';
import { createDemoApi } from '#test/support/demo-api';
import { defaultComplaint } from '#workflows/default-complaint';

type Doing = [who: string, action: ActionName];
type Filing = { verified?: boolean; unit?: string; household?: string; description?: string };
const DESK = 'customer-centre-clerk-a';
const OWNER = 'repairer-a';

/** Lives of complaints that between them offer every action of the shipped workflow. */
const lives: Record<string, { filed: Filing; done: Doing[] }> = {
  'verified, promised, paused, resolved and judged': {
    filed: { verified: false },
    done: [
      [DESK, 'askSuperior'],
      ['customer-centre-head', 'accept'],
      [OWNER, 'acknowledge'],
      [OWNER, 'promise'],
      [OWNER, 'noAnswer'],
      [OWNER, 'reply'],
      [OWNER, 'pause'],
      [OWNER, 'resume'],
      [OWNER, 'bringIn'],
      [OWNER, 'openOrder'],
      [OWNER, 'escalate'],
      [OWNER, 'note'],
      [OWNER, 'recover'],
      [OWNER, 'resolve'],
      [DESK, 'verdict'],
    ],
  },
  'returned, handed over and corrected': {
    filed: {},
    done: [
      [OWNER, 'notMine'],
      [DESK, 'handOver'],
      [DESK, 'correct'],
    ],
  },
  'not valid': { filed: {}, done: [[OWNER, 'reject']] },
  'without e-mail, called and withdrawn': {
    filed: { unit: '401', household: 'east-lake-b1-401' },
    done: [
      [DESK, 'called'],
      [DESK, 'withdraw'],
    ],
  },
};
/** Verbs no step of the shipped workflow has: a manager's own may. */
const ownVerbs: ActionName[] = ['approve', 'decline', 'reopen'];
/** Of work orders. */
const ofOrders: ActionName[] = ['check', 'complete', 'scan'];
/** They have their own workflow, and scenarios. */
const ofVisits: ActionName[] = ['visited', 'giveReason'];
const withOwnVerbs: Definition = {
  ...defaultComplaint,
  steps: defaultComplaint.steps.map((step) =>
    step.id === 'accept' && step.type === 'ask'
      ? { ...step, actions: [...step.actions, ...ownVerbs.map((action) => ({ action }))] }
      : step,
  ),
};

async function live({ filed, done }: { filed: Filing; done: Doing[] }, definition?: Definition): Promise<void> {
  const { call, ports } = await createDemoApi();
  if (definition) {
    const path = '/api/documents/workflow/complaint';
    const body = { expected: 1, note: 'own verbs', body: definition };
    expect((await call('PUT', path, { as: 'administrator', body })).status).toBe(200);
  }
  const body = { ...routes.fileComplaint.example(), ...filed };
  const { id } = (await call<z.infer<typeof FiledComplaint>>('POST', '/api/complaints', { body })).body;
  for (const [as, action] of done) {
    const example = routes[`act-${action}`].example(ports.clock.now());
    const answer = await call<ComplaintDetail>('POST', `/api/complaints/${id}/actions/${action}`, {
      as,
      body: example,
    });
    expect({ action, answer: answer.status === 200 || answer.body }).toEqual({ action, answer: true });
  }
}

test.each(Object.entries(lives))('the examples of the actions work on the demo estate: %s', (_, life) => live(life));

test('the examples of verbs of a manager’s own workflow work too', () =>
  live({ filed: {}, done: ownVerbs.map((action): Doing => [OWNER, action]) }, withOwnVerbs));

test('no action is left out', () => {
  const tried = Object.values(lives).flatMap(({ done }) => done.map(([, action]) => action));
  expect([...new Set([...tried, ...ownVerbs, ...ofOrders, ...ofVisits])].sort()).toEqual([...actionNames].sort());
});
