import type { RawAnswers } from '#domain/forms/answers';
import { type ResidentAct, type ResidentActName, residentInputs } from '#domain/workflow/resident-act';
import { offeredToResident } from '#domain/workflow/resident-acts';
import type { Decide } from './decide.ts';
import { InvalidInput } from './errors.ts';
import type { LimitRequests } from './limit-requests.ts';
import type { OpenedReceipt } from './open-receipt.ts';
import { readForm } from './read-form.ts';

export interface ResidentForm {
  act: ResidentActName;
  /** Not yet validated. */
  input: unknown;
  /** To own fields of a questionnaire. */
  answers?: RawAnswers;
  /** Idempotency key of the form; '': none. */
  nonce: string;
}

/**
 * A resident nudges, adds something or gives the verdict: POST only, once a nonce, and only while it is offered.
 * @returns false when it is not offered (any more): the page shows how it stands
 * @throws InvalidInput | TooMany
 */
export const createActByReceipt =
  (decide: Decide, limitRequests: LimitRequests) =>
  async ({ claims, joined, expired }: OpenedReceipt, form: ResidentForm): Promise<boolean> => {
    if (expired) return false;
    const parsed = residentInputs[form.act].safeParse(form.input);
    if (!parsed.success) throw new InvalidInput(parsed.error.issues);
    const { company, item: id } = claims;
    const report = joined?.id ?? null;
    await limitRequests(company, [{ kind: 'receipt', name: `${id}/${report ?? ''}` }]);
    const act = { name: form.act, input: parsed.data } as ResidentAct;
    try {
      await decide(
        company,
        id,
        ({ item, definition, asks }, now) => {
          if (!offeredToResident(item, definition, report, now)[form.act]) throw new NotOffered();
          const filled =
            act.name === 'visited' ? readForm(asks?.questionnaire.fields ?? [], form.answers ?? {}, null) : undefined;
          return { type: 'resident', act, report, ...(filled && { form: filled }) };
        },
        form.nonce ? { key: `resident/${id}/${report ?? ''}/${form.nonce}` } : {},
      );
      return true;
    } catch (error) {
      if (error instanceof NotOffered) return false;
      throw error;
    }
  };

class NotOffered extends Error {}
export type ActByReceipt = ReturnType<typeof createActByReceipt>;
