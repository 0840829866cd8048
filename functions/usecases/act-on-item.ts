import { actionFormFields } from '#domain/forms/forms';
import { mayAct } from '#domain/permission';
import { personById } from '#domain/recipients';
import { type Action, type ActionName, actionInputs } from '#domain/workflow/action';
import type { Advanced } from '#domain/workflow/advance';
import type { Decide, Decided } from './decide.ts';
import { ActionRefused, InvalidInput, NotAllowed, problem } from './errors.ts';
import { ownerOf } from './photo-id.ts';
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

type IsKept = (company: string, photo: string) => Promise<boolean>;

/** Those of the named photos that were uploaded for this item and kept. */
async function photosOf({ company, itemId }: ActRequest, named: readonly unknown[], isKept: IsKept): Promise<string[]> {
  const own = named.flatMap((value) => (typeof value === 'string' && ownerOf(value)?.item === itemId ? [value] : []));
  const kept = await Promise.all(own.map((photo) => isKept(company, photo)));
  return own.filter((_, i) => kept[i]);
}

/** Photos an action names of itself, beside its form. @throws InvalidInput at the first that is not of this item */
async function requirePhotos(request: ActRequest, { input }: Action, isKept: IsKept): Promise<void> {
  const named = 'photos' in input ? (input.photos ?? []) : [];
  const known = await photosOf(request, named, isKept);
  const unknown = named.findIndex((photo) => !known.includes(photo));
  if (unknown >= 0) throw new InvalidInput([problem(['photos', unknown], 'unknown_photo')]);
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
  (decide: Decide, isKept: IsKept) =>
  async (request: ActRequest): Promise<Decided> => {
    const action = parseAction(request.action, request.input);
    const sent = answersSent(request.input);
    await requirePhotos(request, action, isKept);
    // By a link photos come on the next page.
    const photos = request.via === 'link' ? null : await photosOf(request, Object.values(sent), isKept);
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
