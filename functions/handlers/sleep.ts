import type { SleepInput } from '#usecases/sleep-item';

/** @throws ItemChanged: the machine asks Advance again */
export const createSleepHandler = (sleepItem: (input: SleepInput) => Promise<void>) => (input: SleepInput) =>
  sleepItem(input);
