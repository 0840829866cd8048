import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { createShutdown } from '#local/shutdown';
import { silent } from '#test/support/local-front';

class FakeProcess extends EventEmitter {
  readonly exit = vi.fn();
}

it('closes every part once, last-added first, and ends with 0', async () => {
  const process = new FakeProcess();
  const shutdown = createShutdown(process, silent);
  const closed: string[] = [];
  shutdown.add(async () => void closed.push('first'));
  shutdown.add(async () => {
    closed.push('second');
    throw new Error('stuck');
  });
  process.emit('SIGINT');
  process.emit('SIGTERM');
  process.emit('disconnect');
  await vi.waitFor(() => expect(process.exit).toHaveBeenCalled());
  expect(closed).toEqual(['second', 'first']);
  expect(process.exit.mock.calls).toEqual([[0]]);
});

it('ends with the code of a failed start', async () => {
  const process = new FakeProcess();
  await createShutdown(process, silent).stop(1);
  expect(process.exit.mock.calls).toEqual([[1]]);
});
