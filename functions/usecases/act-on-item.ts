import { readSection } from '#domain/checklist-answers';
import { AllowanceSpent } from '#domain/errors';
import { actionFormFields } from '#domain/forms/forms';
import { mayAct } from '#domain/permission';
import { personById } from '#domain/recipients';
import type { Text } from '#domain/text';
import type { Instant } from '#domain/time';
import type { Visits } from '#domain/visit-rules';
import { type Action, type ActionName, actionInputs } from '#domain/workflow/action';
import type { Advanced } from '#domain/workflow/advance';
import type { FilledForm } from '#domain/workflow/event';
import type { Decide, Decided, Gathered } from './decide.ts';
import { ActionRefused, InvalidInput, NotAllowed, problem } from './errors.ts';
import { ownerOf } from './photo-id.ts';
import { answersSent, readForm } from './read-form.ts';
import type { Recovering, RecoveryDesk } from './recovery/recovery-desk.ts';

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

/** Photos an action names of itself, beside its form, each with where it stands. */
function photosIn({ name, input }: Action): { path: PropertyKey[]; photo: string }[] {
  const at = (path: PropertyKey[], photos: readonly string[] = []) =>
    photos.map((photo, n) => ({ path: [...path, 'photos', n], photo }));
  if (name === 'check') return input.answers.flatMap(({ photos }, n) => at(['answers', n], photos));
  return 'photos' in input ? at([], input.photos) : [];
}

/** @throws InvalidInput at the first that is not of this item */
async function requirePhotos(request: ActRequest, action: Action, isKept: IsKept): Promise<void> {
  const named = photosIn(action);
  const known = await photosOf(
    request,
    named.map(({ photo }) => photo),
    isKept,
  );
  const unknown = named.find(({ photo }) => !known.includes(photo));
  if (unknown) throw new InvalidInput([problem(unknown.path, 'unknown_photo')]);
}

/** Every answer to the checklist that cannot be taken, at its field. @throws InvalidInput */
function requireAnswers(action: Action, { item: { order }, checklist }: Gathered, by: string, at: Instant): void {
  if (action.name !== 'check') return;
  const { asset, answers, section: id } = action.input;
  const section = checklist?.sections.find((one) => one.id === id);
  if (!order || !section) return;
  const { problems } = readSection(section, answers, { asset, before: order.answers, by, at });
  if (problems.length === 0) return;
  const place = (point: string) => answers.findIndex(({ item }) => item === point);
  throw new InvalidInput(
    problems.map(({ item, field, code, value }) =>
      problem(['answers', place(item), field], code, value === undefined ? undefined : { value }),
    ),
  );
}

const WHY: Text = { 'zh-CN': '不满意的原因', en: 'Why not satisfied' };
/** The reason by its name, as it was called when it was given. @throws InvalidInput */
function withReason(form: FilledForm, { name, input }: Action, reasons: Visits['reasons']): FilledForm {
  if ((name !== 'visited' && name !== 'giveReason') || input.reason === undefined) return form;
  const known = reasons.find(({ id, active }) => id === input.reason && active);
  if (!known) throw new InvalidInput([problem(['reason'], 'unknown_reason')]);
  return { ...form, answers: [...form.answers, { field: 'reason', label: WHY, shown: known.name }] };
}

/** Site of the facility that a work order is wanted for. */
type SiteOfAsset = (company: string, asset: string) => Promise<string | null>;

/** The timeline of a refused attempt is the answer itself: nothing is stored. */
function refuse({ entries }: Advanced): void {
  for (const entry of entries) if (entry.type === 'refused') throw new ActionRefused(entry.action, entry.why);
}

/**
 * One person does one thing to one item; commits its own `advance` at once, so that the person sees the result.
 * @throws InvalidInput | NotAllowed | ActionRefused | NotFound
 */
export const createActOnItem = (
  decide: Decide,
  isKept: IsKept,
  siteOfAsset: SiteOfAsset,
  recoveries: Pick<RecoveryDesk, 'prepare'>,
) => {
  const act = async (request: ActRequest): Promise<Decided> => {
    const action = parseAction(request.action, request.input);
    const sent = answersSent(request.input);
    await requirePhotos(request, action, isKept);
    const asset = action.name === 'openOrder' ? action.input.asset || null : null;
    const assetSite = asset === null ? null : await siteOfAsset(request.company, asset);
    // By a link photos come on the next page.
    const photos = request.via === 'link' ? null : await photosOf(request, Object.values(sent), isKept);
    const recover =
      action.name === 'recover' ? await recoveries.prepare(request.company, request.itemId, request.by) : null;
    let recovering: Recovering | null = null;
    return decide(
      request.company,
      request.itemId,
      (gathered, now) => {
        const { item, facts, forms, asks } = gathered;
        const person = personById(facts.directory, request.by);
        if (!person || !mayAct(person, action.name, item, facts.directory)) throw new NotAllowed('item.act');
        if (request.ask !== undefined && item.ask?.id !== request.ask)
          throw new ActionRefused(action.name, item.endedAt === null ? 'notAsked' : 'ended');
        if (asset !== null && assetSite !== item.site) throw new InvalidInput([problem(['asset'], 'unknown_asset')]);
        requireAnswers(action, gathered, person.id, now);
        const asked =
          action.name === 'visited' ? (asks?.questionnaire.fields ?? []) : actionFormFields(forms, action.name);
        const form = withReason(readForm(asked, sent, photos), action, asks?.reasons ?? []);
        recovering = action.name === 'recover' && recover ? recover(action.input, gathered, now) : null;
        const granted = recovering && { granted: recovering.granted };
        return { type: 'action', by: person.id, action, form, ...(request.via && { via: request.via }), ...granted };
      },
      {
        inspect: refuse,
        beside: () => recovering && { recovery: recovering.recovery },
        ...(request.key && { key: `act/${request.by}/${request.key}` }),
      },
    );
  };
  return async (request: ActRequest): Promise<Decided> => {
    try {
      return await act(request);
    } catch (error) {
      // Given elsewhere at this very moment: sums of a month only grow, so the same once more says what is left.
      if (error instanceof AllowanceSpent) return act(request);
      throw error;
    }
  };
};
export type ActOnItem = ReturnType<typeof createActOnItem>;
