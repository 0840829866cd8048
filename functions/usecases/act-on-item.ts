import type { RawAnswers } from '#domain/forms/answers';
import { actionFormFields } from '#domain/forms/forms';
import { mayAct } from '#domain/permission';
import { personById } from '#domain/recipients';
import { type Action, type ActionName, actionInputs } from '#domain/workflow/action';
import type { Advanced } from '#domain/workflow/advance';
import type { Decide, Decided } from './decide.ts';
import { ActionRefused, InvalidInput, NotAllowed } from './errors.ts';
import { answersSent, readForm } from './read-form.ts';

export interface ActRequest {
  company: string;
  itemId: string;
  /** Person who acts. */
  by: string;
  action: ActionName;
  /** Not yet validated. */
  input: unknown;
  /** Idempotency key: the same form posted twice acts once. */
  key?: string | undefined;
  /** Acts only while this asking waits (a link in a mail is bound to one). */
  ask?: number | undefined;
  /** By the link in a mail: the timeline says so. */
  via?: 'link';
}

/** @throws InvalidInput with the schema's own codes */
export function parseAction(name: ActionName, input: unknown): Action {
  const parsed = actionInputs[name].safeParse(input ?? {});
  if (!parsed.success) throw new InvalidInput(parsed.error.issues);
  return { name, input: parsed.data } as Action;
}

/** Photos named by fields that are there, checked; by a link photos come on the next page. */
async function photosSent(
  { company, via }: ActRequest,
  sent: RawAnswers,
  isKept: (company: string, photo: string) => Promise<boolean>,
): Promise<string[] | null> {
  if (via === 'link') return null;
  const named = Object.values(sent).filter((value) => typeof value === 'string' && /^[\w-]{10,130}$/.test(value));
  const kept = await Promise.all(named.map((value) => isKept(company, String(value))));
  return named.flatMap((value, i) => (kept[i] ? [String(value)] : []));
}

/** The timeline of a refused attempt is the answer itself: nothing is stored. */
function refuse({ entries }: Advanced): void {
  for (const entry of entries) if (entry.type === 'refused') throw new ActionRefused(entry.action, entry.why);
}

/**
 * One person does one thing to one item; commits its own `advance` at once, so that the person sees the result.
 * @throws InvalidInput | NotAllowed | ActionRefused | NotFound
 */
export const createActOnItem =
  (decide: Decide, isKept: (company: string, photo: string) => Promise<boolean>) =>
  async (request: ActRequest): Promise<Decided> => {
    const action = parseAction(request.action, request.input);
    const sent = answersSent(request.input);
    const photos = await photosSent(request, sent, isKept);
    return decide(
      request.company,
      request.itemId,
      ({ item, facts, forms }) => {
        const person = personById(facts.directory, request.by);
        if (!person || !mayAct(person, action.name, item, facts.directory)) throw new NotAllowed('item.act');
        if (request.ask !== undefined && item.ask?.id !== request.ask)
          throw new ActionRefused(action.name, item.endedAt === null ? 'notAsked' : 'ended');
        const form = readForm(actionFormFields(forms, action.name), sent, photos);
        return { type: 'action', by: person.id, action, form, ...(request.via && { via: request.via }) };
      },
      { inspect: refuse, ...(request.key && { key: `act/${request.by}/${request.key}` }) },
    );
  };
export type ActOnItem = ReturnType<typeof createActOnItem>;
