import type { AdvanceAnswer, AdvanceInput } from '#usecases/advance-item';

/** Advance's answer for "nothing more to do here": the machine catches it by name and ends quietly; never retried. */
export class ItemFinished extends Error {
  override readonly name = 'ItemFinished';
}

/** A finished answer leaves as the error that saves every turn a Choice. @throws ItemFinished */
export const createAdvanceHandler =
  (advanceItem: (input: AdvanceInput) => Promise<AdvanceAnswer>) =>
  async (input: AdvanceInput): Promise<AdvanceAnswer> => {
    const answer = await advanceItem(input);
    if (answer.finished) throw new ItemFinished(`${input.item}-${input.epoch} has nothing more to do.`);
    return answer;
  };
