import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { bySystem } from '#domain/audit/link';
import { chainPartition, linkSort } from '#store/keys';
import { createStore } from '#store/store';
import { localClient } from '#test/support/engine';
import { at } from '#test/support/estate';
import { startTestSystem, type TestSystem, unreachable } from '#test/support/system';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** `npm run verify` as somebody at the keyboard runs it. */
const verify = async ({ dataDir, endpoint }: TestSystem) => {
  const env = { ...process.env, DATA_DIR: dataDir, DYNAMODB_ENDPOINT: endpoint };
  const run = promisify(execFile)('npx', ['tsx', 'infra/local/verify.ts'], { cwd: root, env });
  const { stdout, stderr, code = 0 } = await run.catch((error) => error);
  return { code, lines: `${stderr}${stdout}`.trim().split('\n') };
};

it('after a lived day the log of changes is as it was written, and what is changed behind its back is found', async () => {
  const town = await startTestSystem({ start: at('2026-11-23', '09:00'), change: unreachable('repairer-a') });
  await town.file();
  await town.advanceTo('2026-11-23', '18:00');
  await town.publish('calendar', 'cn-office', (body) => ({ ...body, horizon: '2026-12-30' }));
  const asked = { by: 'site-director', at: town.now(), from: bySystem };
  const lifted = await town.system.ports.suppressions.lift(
    town.company,
    'east-lake',
    'repairer-a@undeliverable.invalid',
    asked,
  );
  expect(lifted).toBe(true);
  await town.system.settle();
  const whole = await verify(town);
  expect(whole.code).toBe(0);
  expect(whole.lines).toEqual([expect.stringMatching(/^\d+ changes in \d+ chains of demo: all as written$/)]);

  const client = localClient(town.endpoint);
  const change = {
    UpdateExpression: 'SET #by = :by',
    ExpressionAttributeNames: { '#by': 'by' },
    ExpressionAttributeValues: { ':by': 'nobody' },
  };
  const Key = { pk: chainPartition(town.company, 'calendar', 'cn-office'), sk: linkSort(1) };
  await client.send(new UpdateCommand({ TableName: 'steward-audit', Key, ...change }));
  expect(await verify(town)).toEqual({
    code: 1,
    lines: [
      'calendar/cn-office: link 1 was changed: its hash is not that of what it says',
      whole.lines[0]?.replace('all as written', '1 broken'),
    ],
  });

  // Written by another process, and not copied yet when it was looked at.
  const other = createStore({ client, tableName: 'steward' });
  const head = { kind: 'rosters', id: 'main', author: 'li', at: town.now(), note: 'nobody is on duty' } as const;
  await other.documents.publish(town.company, { ...head, body: { rosters: [] } }, 1);
  expect((await verify(town)).lines).toContain('rosters/main: link 2 is in the table and not in the copy');
  client.destroy();
});
