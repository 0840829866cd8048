/** Whether the process is gone before its fatal step reaches the world, or after it did and before it heard so. */
export type When = 'before' | 'after';

/** What a call of a process that is gone ends with. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** The life of one process: it counts what reaches the world, and at one of these steps it is gone. */
export interface Mortal {
  /** Something that changes the world. @throws Killed */
  step<T>(label: string, run: () => Promise<T>): Promise<T>;
  /** Something that only looks. @throws Killed */
  look<T>(run: () => Promise<T>): Promise<T>;
  /** Labels of the steps so far, over all lives. */
  steps: readonly string[];
  isDead(): boolean;
  /** Resolves at the death, never otherwise. */
  died: Promise<void>;
  /** What was under way at the death has reached the world or not by now. */
  still(): Promise<void>;
  /** Another process takes over; nothing kills it. */
  revive(): void;
}

/** Dies at step `at`, counted from 0; Infinity: never. */
export function createMortal(at: number, when: When): Mortal {
  const steps: string[] = [];
  const underWay = new Set<Promise<unknown>>();
  let fatal = at;
  let dead = false;
  let toll = () => {};
  const died = new Promise<void>((resolve) => {
    toll = resolve;
  });
  const die = () => {
    dead = true;
    toll();
  };
  const look = async <T>(run: () => Promise<T>): Promise<T> => {
    if (dead) throw new Killed();
    const running = run();
    const watched = running.then(
      () => {},
      () => {},
    );
    underWay.add(watched);
    try {
      return await running;
    } finally {
      underWay.delete(watched);
      if (dead) throw new Killed();
    }
  };
  return {
    look,
    steps,
    died,
    async step(label, run) {
      if (dead) throw new Killed();
      const last = steps.length === fatal;
      steps.push(label);
      if (last && when === 'before') die();
      return look(async () => {
        const result = await run();
        if (last) die();
        return result;
      });
    },
    isDead: () => dead,
    async still() {
      await Promise.all(underWay);
    },
    revive() {
      fatal = Number.POSITIVE_INFINITY;
      dead = false;
    },
  };
}
