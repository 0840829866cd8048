import { expect, it } from 'vitest';
import { MINUTE } from '#domain/time';
import { type Deed, playDeeds } from '#local/acting/deeds';

/** Tells in order what happened: the clock's leaps, the deeds, and when all was settled. */
function setUp() {
  const told: string[] = [];
  const system = {
    timers: { to: async (at: number) => void told.push(`clock ${at / MINUTE}`) },
    settle: async () => void told.push('settled'),
  } as unknown as Parameters<typeof playDeeds>[0];
  const deed = (name: string, at: number, round?: number): Deed => ({
    at,
    ...(round !== undefined && { round }),
    perform: async () => {
      await new Promise((resume) => setImmediate(resume));
      told.push(name);
    },
  });
  return { told, system, deed };
}

it('what falls into one minute is done at its end, round by round, minutes in the order of time', async () => {
  const { told, system, deed } = setUp();
  const seen: number[] = [];
  const deeds = [
    deed('c', 5 * MINUTE, 1),
    deed('end of a', 10, 1),
    deed('a', 20),
    deed('b', MINUTE),
    deed('d', MINUTE + 1),
  ];
  await playDeeds(system, deeds, { onStep: (at) => seen.push(at / MINUTE) });
  expect(told).toEqual([
    ...['clock 1', 'a', 'b', 'end of a', 'settled'],
    ...['clock 2', 'd', 'settled'],
    ...['clock 5', 'c', 'settled'],
  ]);
  expect(seen).toEqual([1, 2, 5]);
});

it('a deed that fails ends the play', async () => {
  const { told, system, deed } = setUp();
  const failing: Deed = { at: 0, perform: () => Promise.reject(new Error('refused')) };
  await expect(playDeeds(system, [failing, deed('later', MINUTE)])).rejects.toThrow('refused');
  expect(told).toEqual(['clock 0']);
});
