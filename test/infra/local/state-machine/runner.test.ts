import { describe, expect, test } from 'vitest';
import type { Json } from '#local/state-machine/execution';
import { createMemoryRunnerStore } from '#test/support/memory-runner-store';
import { bench, invoke, named, waitForToken } from '#test/support/small-machine';

const done = { Type: 'Succeed' };

describe('tasks', () => {
  test('the result is Lambda shaped and a copy', async () => {
    const shared = { n: 1 };
    const b = bench(
      { A: { ...invoke('f', { v: '{% $states.input.v %}' }), Next: 'W' }, W: { Type: 'Wait', Seconds: 1, End: true } },
      {
        f: async (payload) => {
          expect(payload).toEqual({ v: 2 });
          return shared;
        },
      },
    );
    await b.begin({ v: 2 });
    shared.n = 9;
    expect((await b.look()).stateInput).toMatchObject({ StatusCode: 200, Payload: { n: 1 } });
  });

  test('the first retrier that matches decides; used up, the catchers do', async () => {
    const errors = ['ErrorA', 'ErrorB', 'ErrorC', 'ErrorB'];
    const b = bench(
      {
        X: {
          ...invoke('f'),
          Retry: [
            { ErrorEquals: ['ErrorA', 'ErrorB'], IntervalSeconds: 1, BackoffRate: 2, MaxAttempts: 2 },
            { ErrorEquals: ['ErrorC'], IntervalSeconds: 5 },
          ],
          Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput.Error %}', Next: 'Z' }],
          End: true,
        },
        Z: done,
      },
      { f: () => Promise.reject(named(errors.shift() ?? 'none')) },
    );
    await b.begin();
    expect([await b.tick(), await b.tick(), await b.tick(), await b.tick()]).toEqual([1_000, 3_000, 8_000, null]);
    // X, three retries, Z
    expect(await b.look()).toMatchObject({ status: 'SUCCEEDED', output: 'ErrorB', transitions: 5 });
  });

  test.each([
    ['NONE', undefined, [2_000, 6_000, 18_000]],
    ['FULL', undefined, [1_000, 3_000, 9_000]],
    ['NONE', 5, [2_000, 5_000, 5_000]],
  ])('back-off with jitter %s and at most %s seconds', async (JitterStrategy, MaxDelaySeconds, delays) => {
    const retry = { ErrorEquals: ['States.ALL'], IntervalSeconds: 2, BackoffRate: 3, MaxAttempts: 3, JitterStrategy };
    const b = bench(
      { X: { ...invoke('f'), Retry: [MaxDelaySeconds ? { ...retry, MaxDelaySeconds } : retry], End: true } },
      { f: () => Promise.reject(named('E')) },
    );
    await b.begin();
    let from = 0;
    for (const delay of delays) {
      expect(await b.runner.nextDue()).toBe(from + delay);
      from = (await b.tick()) ?? 0;
    }
    expect(await b.look()).toMatchObject({ status: 'FAILED', failure: { error: 'E' }, transitions: 4 });
  });

  test('MaxAttempts 0 never retries, whatever stands below', async () => {
    const b = bench(
      {
        X: {
          ...invoke('f'),
          Retry: [{ ErrorEquals: ['E'], MaxAttempts: 0 }, { ErrorEquals: ['States.ALL'] }],
          End: true,
        },
      },
      { f: () => Promise.reject(named('E')) },
    );
    expect((await b.begin()).failure?.error).toBe('E');
  });

  test('counters start anew when the state is entered again', async () => {
    let calls = 0;
    const b = bench(
      {
        X: {
          ...invoke('f'),
          Retry: [{ ErrorEquals: ['E'], MaxAttempts: 1 }],
          Catch: [{ ErrorEquals: ['E'], Next: 'Again' }],
          End: true,
        },
        Again: { Type: 'Pass', Next: 'X' },
      },
      {
        f: async () => {
          calls += 1;
          if (calls < 4) throw named('E');
        },
      },
    );
    await b.begin();
    expect([await b.tick(), await b.tick(), await b.tick()]).toEqual([1_000, 2_000, null]);
    expect(await b.look()).toMatchObject({ status: 'SUCCEEDED', transitions: 5 });
  });

  test('a task that takes too long is States.Timeout, and its late answer is dropped', async () => {
    let finish = (_: string) => {};
    const slow = new Promise<string>((resolve) => {
      finish = resolve;
    });
    const b = bench(
      {
        X: {
          ...invoke('slow'),
          TimeoutSeconds: 10,
          Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Y' }],
          Next: 'Wrong',
        },
        Y: { Type: 'Wait', Seconds: 5, Next: 'Done' },
        Wrong: { Type: 'Fail' },
        Done: done,
      },
      { slow: () => slow },
    );
    await b.runner.start('m', 'x', {});
    b.at.now = 10_000;
    expect(await b.runner.fireDue(10_000)).toBe(1);
    finish('late');
    await b.runner.settle();
    expect((await b.look()).state).toBe('Y');
    await b.tick();
    expect((await b.look()).status).toBe('SUCCEEDED');
  });

  test.each([[0], ['{% 1.5 %}'], ['{% "5" %}'], ['{% 100000000 %}']])(
    'TimeoutSeconds %j is an error',
    async (TimeoutSeconds) => {
      const make = () => bench({ X: { ...invoke('f'), TimeoutSeconds, End: true } }, { f: async () => 1 });
      if (TimeoutSeconds === 0) expect(make).toThrow('TimeoutSeconds');
      else expect((await make().begin()).failure?.error).toBe('States.QueryEvaluationError');
    },
  );

  test('a failing Output is caught like the task’s own error', async () => {
    const b = bench(
      {
        X: {
          ...invoke('f'),
          Output: '{% $states.result.nothing %}',
          Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Assign: { seen: true }, Next: 'Y' }],
          End: true,
        },
        Y: { Type: 'Succeed', Output: '{% $seen %}' },
      },
      { f: async () => ({}) },
    );
    expect((await b.begin()).output).toBe(true);
  });

  test('a function nobody provided fails the execution', async () => {
    expect((await bench({ X: { ...invoke('ghost'), End: true } }).begin()).failure?.cause).toContain('ghost');
  });
});

describe('callback tasks', () => {
  const states = {
    S: {
      ...waitForToken('take'),
      TimeoutSeconds: '{% $states.input.s %}',
      Catch: [
        { ErrorEquals: ['States.Timeout'], Output: 'timeout', Next: 'End' },
        { ErrorEquals: ['Told'], Output: 'told', Next: 'End' },
      ],
      Next: 'End',
    },
    End: done,
  };
  const sleeper = async () => {
    const tokens: string[] = [];
    const b = bench(states, {
      take: async (payload) => {
        tokens.push(String((payload as { token: Json }).token));
        return 'what the function answers is not the result';
      },
    });
    await b.begin({ s: 30 });
    return { ...b, token: tokens[0] ?? '' };
  };

  test('waits for the token, whose output is the result', async () => {
    const { runner, look, token } = await sleeper();
    expect(await look()).toMatchObject({ phase: 'waiting', due: 30_000 });
    await runner.sendTaskSuccess(token, { by: 'me' });
    expect(await look()).toMatchObject({ status: 'SUCCEEDED', output: { by: 'me' }, due: null });
    expect(await runner.nextDue()).toBeNull();
  });

  test('times out to the millisecond; the token is then stale', async () => {
    const { runner, tick, look, token } = await sleeper();
    expect(await tick()).toBe(30_000);
    expect((await look()).output).toBe('timeout');
    await expect(runner.sendTaskSuccess(token, {})).rejects.toMatchObject({ name: 'TaskTimedOut' });
  });

  test('can be failed', async () => {
    const { runner, look, token } = await sleeper();
    await runner.sendTaskFailure(token, { error: 'Told', cause: '' });
    expect((await look()).output).toBe('told');
  });

  test('of many answers at once one is taken', async () => {
    const { runner, token } = await sleeper();
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => runner.sendTaskSuccess(token, {})));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('of an answer and a timer at the same instant one is taken', async () => {
    const { runner, look, token, at } = await sleeper();
    at.now = 30_000;
    const [answer] = await Promise.allSettled([runner.sendTaskSuccess(token, 'woken'), runner.fireDue(30_000)]);
    await runner.settle();
    expect((await look()).output).toBe(answer?.status === 'fulfilled' ? 'woken' : 'timeout');
    expect((await look()).transitions).toBe(2);
  });

  test('an answer may come before the function has ended', async () => {
    const b = bench(states, {
      take: async (payload) => {
        await b.runner.sendTaskSuccess(String((payload as { token: Json }).token), 'early');
        throw named('Told');
      },
    });
    expect((await b.begin({ s: 30 })).output).toBe('early');
  });

  test.each([
    ['', 'InvalidToken'],
    ['no token', 'InvalidToken'],
    ['bm9ib2R5.1.abc', 'TaskDoesNotExist'],
    [`${Buffer.from('x').toString('base64url')}.1.guessed`, 'TaskTimedOut'],
  ])('token %j answers %s', async (token, name) => {
    const { runner } = await sleeper();
    await expect(runner.sendTaskSuccess(token, {})).rejects.toMatchObject({ name });
  });

  test('each retry has a token of its own', async () => {
    const tokens: string[] = [];
    const b = bench(
      { S: { ...waitForToken('take'), Retry: [{ ErrorEquals: ['E'] }], End: true } },
      {
        take: async (payload) => {
          tokens.push(String((payload as { token: Json }).token));
          if (tokens.length === 1) throw named('E');
        },
      },
    );
    await b.begin();
    await b.tick();
    await expect(b.runner.sendTaskSuccess(tokens[0] ?? '', {})).rejects.toMatchObject({ name: 'TaskTimedOut' });
    await b.runner.sendTaskSuccess(tokens[1] ?? '', {});
    expect(await b.look()).toMatchObject({ status: 'SUCCEEDED', transitions: 2 });
  });
});

describe('names', () => {
  const waiting = { A: { Type: 'Wait', Seconds: 5, End: true } };

  test('the same name and input is the same execution', async () => {
    const b = bench(waiting);
    await Promise.all(Array.from({ length: 5 }, () => b.runner.start('m', 'x', { a: 1, b: [2] })));
    await b.runner.start('m', 'x', { b: [2], a: 1 });
    expect(b.runner.transitions()).toBe(1);
  });
  test('the same name and another input is refused', async () => {
    const b = bench(waiting);
    await b.begin({ a: 1 });
    await expect(b.begin({ a: 2 })).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  });
  test('a closed execution keeps its name', async () => {
    const b = bench(waiting);
    await b.begin({});
    await b.tick();
    await expect(b.begin({})).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  });
  test('an unknown machine is refused', async () => {
    await expect(bench(waiting).runner.start('other', 'x', {})).rejects.toMatchObject({
      name: 'StateMachineDoesNotExist',
    });
  });
});

test('timers are listed earliest first, over many pages', async () => {
  const b = bench({ A: { Type: 'Wait', Seconds: '{% $states.input.s %}', End: true } });
  const seconds = Array.from({ length: 250 }, (_, at) => ((at * 37) % 250) + 1);
  for (const s of seconds) await b.runner.start('m', `x${s}`, { s });
  const listed: number[] = [];
  for await (const { due } of b.runner.timers()) listed.push(due);
  expect(listed).toEqual(seconds.map((s) => s * 1_000).sort((p, q) => p - q));
  expect(await b.runner.fireDue(200_000, 30)).toBe(30);
  expect(await b.runner.fireDue(200_000)).toBe(170);
});

test('functions are called sixteen at a time', async () => {
  let [running, most] = [0, 0];
  const b = bench(
    { A: { ...invoke('f'), End: true } },
    {
      f: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise(setImmediate);
        running -= 1;
      },
    },
  );
  await Promise.all(Array.from({ length: 60 }, (_, at) => b.runner.start('m', `x${at}`, {})));
  await b.runner.settle();
  expect([running, most]).toEqual([0, 16]);
});

test('stop lets the running function end and starts no other', async () => {
  const store = createMemoryRunnerStore();
  const calls: string[] = [];
  const states = { A: { ...invoke('a'), Next: 'B' }, B: { ...invoke('b'), End: true } };
  const functions = {
    a: async () => {
      calls.push('a');
    },
    b: async () => {
      calls.push('b');
    },
  };
  const first = bench(states, functions, { store });
  await first.runner.start('m', 'x', {});
  await first.runner.stop();
  expect(calls).toEqual(['a']);
  const second = bench(states, functions, { store });
  expect(await second.runner.recover()).toBe(1);
  await second.runner.settle();
  expect(calls).toEqual(['a', 'b']);
  expect((await second.look()).status).toBe('SUCCEEDED');
});
