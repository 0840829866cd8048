import { evidenceOf } from '#domain/evidence';
import { namesFor, siteOf } from '#domain/item-words';
import { dueOf, nextPeople } from '#domain/mail/staff-view';
import { isOffered } from '#domain/workflow/offered';
import type { PostedForm } from '#http/pages/form';
import type { ResultPageView } from '#http/pages/view';
import type { Ports } from '#ports';
import type { ActOnItem } from './act-on-item.ts';
import type { Gathered } from './decide.ts';
import { ActionRefused, InvalidInput, type Issue, NotAllowed } from './errors.ts';
import { isCurrent, type OpenedLink, presentLink } from './open-link.ts';
import { photoIdFor } from './photo-id.ts';
import { readTimeline } from './read-timeline.ts';

/** What a posted form led to. `again`: shown once more with what was typed; `late`: somebody was faster, see the state. */
export type LinkActed =
  | { result: 'done'; view: ResultPageView }
  | { result: 'again'; issues: readonly Issue[]; problem: ActionRefused | null }
  | { result: 'late' };

/** Acts through a link: POST only, once a nonce, and only while the link's asking waits. */
export const createActByLink =
  (ports: Pick<Ports, 'links' | 'files' | 'ids' | 'items'>, actOnItem: ActOnItem) =>
  async (opened: OpenedLink, form: PostedForm, returnTo: string): Promise<LinkActed> => {
    const { claims, person, offers } = opened;
    if (!offers.some(({ action }) => action === form.action)) return { result: 'late' };
    try {
      const decided = await actOnItem({
        company: claims.company,
        itemId: claims.item,
        by: person.id,
        action: form.action,
        input: form.input,
        key: form.nonce || undefined,
        via: 'link',
        ask:
          isCurrent(opened) && form.action !== 'called' && form.action !== 'note'
            ? (claims.ask ?? undefined)
            : undefined,
      });
      return { result: 'done', view: await resultView(ports, { ...opened, gathered: decided }, form, returnTo) };
    } catch (error) {
      if (error instanceof InvalidInput) return { result: 'again', issues: error.issues, problem: null };
      if (error instanceof NotAllowed) return { result: 'late' };
      if (!(error instanceof ActionRefused)) throw error;
      const late = error.why === 'ended' || error.why === 'notAsked' || error.why === 'notOffered';
      return late ? { result: 'late' } : { result: 'again', issues: [], problem: error };
    }
  };

/** Actions after which a photo says more than words. */
const wantsPhoto: ReadonlySet<string> = new Set([
  'resolve',
  'complete',
  'decline',
  'note',
  'reply',
  'acknowledge',
  'promise',
  'noAnswer',
]);

export async function resultView(
  ports: Pick<Ports, 'links' | 'files' | 'ids' | 'items'>,
  opened: Omit<OpenedLink, 'gathered'> & { gathered: Gathered },
  form: Pick<PostedForm, 'action'> | null,
  returnTo: string,
  uploaded: ResultPageView['uploaded'] = null,
): Promise<ResultPageView> {
  const { gathered, person, now } = opened;
  const { item, definition, facts } = gathered;
  const names = namesFor(facts, item, person);
  const site = siteOf(facts, item);
  const ask = item.ask?.id ?? null;
  const photo = photoIdFor(item.id, person.id, ports.ids.next());
  const upload =
    form === null || wantsPhoto.has(form.action)
      ? await ports.files.uploadForm(item.company, photo, `${returnTo}?uploaded=${encodeURIComponent(photo)}`)
      : null;
  const stepLink = await presentLink(ports, opened);
  const isAsked = item.ask?.asked.some((asked) => asked.person === person.id) ?? false;
  const proposes = form?.action === 'noAnswer' && isOffered(item, definition, 'promise');
  return {
    kind: item.kind,
    language: person.language,
    site: site.name[person.language],
    number: item.number,
    now,
    zone: site.zone,
    done: form?.action ?? null,
    status: item.status,
    owner: item.owner && names.person(item.owner),
    due: dueOf(item, { ask: item.ask?.due == null ? null : ask, reason: 'asked', due: item.ask?.due ?? null }),
    next: nextPeople(gathered, { ask }, person.id, now, names.person),
    stepLink,
    mailed: form === null ? null : isCurrent(opened) ? 'before' : isAsked ? 'now' : null,
    promiseLink: proposes && stepLink !== null ? `${stepLink}?do=promise` : null,
    upload,
    photos: upload === null ? 0 : evidenceOf(item, await readTimeline(ports, item.company, item.id)).length,
    uploaded,
  };
}
