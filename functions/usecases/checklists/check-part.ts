import { type CheckAnswers, checkCounts, missingAt, readSection, type SentCheck } from '#domain/checklist-answers';
import { type CheckPart, nextPart, pointOfPhoto, spotOf, wantsPhoto } from '#domain/checklist-walk';
import { checkValueWords } from '#domain/checklist-words';
import { namesIn, siteOf } from '#domain/item-words';
import type { OrderAsset } from '#domain/order';
import type { CheckPageView, CheckPhotosView } from '#http/pages/check-view';
import type { Ports } from '#ports';
import type { ActOnItem } from '../act-on-item.ts';
import type { Gathered } from '../decide.ts';
import { ActionRefused, InvalidInput, type Issue, NotAllowed, problem } from '../errors.ts';
import { isCurrent, type OpenedLink } from '../open-link.ts';
import { ownerOf, photoIdFor } from '../photo-id.ts';
import { partsOfOrder } from './view-checklist.ts';

type PartPorts = Pick<Ports, 'files' | 'ids'>;
/** What was typed into a section. */
export interface PostedPart {
  at: string;
  sent: SentCheck[];
}
/** `again`: some of it could not be taken, the rest is saved; `late`: it waits for somebody else by now. */
export type PartSaved =
  | { result: 'saved'; next: { at: string; what: 'check' | 'photos' } | null; missing: boolean }
  | { result: 'again'; opened: OpenedLink; issues: readonly Issue[]; problem: ActionRefused | null }
  | { result: 'late' }
  | { result: 'nowhere' };

/** Whether the link may fill in the checklist now. */
export const mayCheck = ({ offers }: Pick<OpenedLink, 'offers'>): boolean =>
  offers.some(({ action }) => action === 'check');

const partAt = (gathered: Gathered, at: string): CheckPart<OrderAsset> | null =>
  partsOfOrder(gathered).find((part) => part.at === at) ?? null;
const answersOf = ({ item }: Gathered): CheckAnswers => item.order?.answers ?? {};

/** What all pages of a part have in common. */
function framed({ gathered, person: { language } }: OpenedLink, part: CheckPart<OrderAsset>) {
  const { item, facts } = gathered;
  const parts = partsOfOrder(gathered);
  const answers = answersOf(gathered);
  const following = nextPart(
    parts.filter(({ at }) => at !== part.at),
    answers,
    null,
  );
  const after = nextPart(parts, answers, part.at);
  const next = after && after.at !== part.at ? after : following;
  const named = (one: CheckPart<OrderAsset>) =>
    [item.order && item.order.assets.length > 1 && one.asset?.number, one.section.name[language]]
      .filter(Boolean)
      .join(' · ');
  return {
    language,
    site: siteOf(facts, item).name[language],
    number: item.number,
    facility: part.asset
      ? `${part.asset.name} ${part.asset.number}`
      : (gathered.workName?.[language] ?? namesIn(facts, language).category(item.category)),
    place: part.asset?.place || item.place,
    section: part.section,
    at: part.at,
    part: { n: parts.indexOf(parts.find(({ at }) => at === part.at) ?? part) + 1, of: parts.length },
    counts: checkCounts(
      parts.flatMap(({ points }) => points),
      answers,
    ),
    next: next && { at: next.at, name: named(next) },
  };
}

/** One section to fill in; null: the list has no such part, or it is not for the link to fill in now. */
export function viewPart(
  opened: OpenedLink,
  at: string,
  { saved, posted }: { saved: boolean; posted: CheckPageView['posted'] },
): CheckPageView | null {
  const part = mayCheck(opened) ? partAt(opened.gathered, at) : null;
  if (!part) return null;
  const answers = answersOf(opened.gathered);
  const own = part.points.flatMap(({ key, item }) => {
    const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
    return answer ? [[item.id, answer] as const] : [];
  });
  const missing = part.points.filter((point) => missingAt(point, answers) !== null).map(({ item }) => item.id);
  return {
    ...framed(opened, part),
    answers: Object.fromEntries(own),
    missing: saved || own.length > 0 ? missing : null,
    photos: part.points.some((point) => wantsPhoto(point, answers)),
    saved,
    posted,
  };
}

/** The points of a part that photos belong to, each with its form to storage, which leads back to `self`. */
export async function viewPartPhotos(
  ports: PartPorts,
  opened: OpenedLink,
  at: string,
  self: string,
  uploaded: CheckPhotosView['uploaded'],
): Promise<CheckPhotosView | null> {
  const part = mayCheck(opened) ? partAt(opened.gathered, at) : null;
  if (!part) return null;
  const { gathered, person } = opened;
  const answers = answersOf(gathered);
  const points = await Promise.all(
    part.points.map(async (point, index) => {
      const answer = answers[point.key];
      if (!answer || !wantsPhoto(point, answers)) return null;
      const photo = photoIdFor(gathered.item.id, person.id, `${ports.ids.next()}${spotOf(part, index)}`);
      const back = `${self}?uploaded=${encodeURIComponent(photo)}`;
      return {
        label: point.item.label[person.language],
        found: checkValueWords(point.item, answer.value, person.language),
        needed: point.item.photo === 'required',
        photos: answer.photos.length,
        upload: await ports.files.uploadForm(gathered.item.company, photo, back),
      };
    }),
  );
  return { ...framed(opened, part), points: points.filter((point) => point !== null), uploaded };
}

/** The part an upload was for, as its id says; null: for no point of this order's checklist. */
export const partOfPhoto = ({ gathered }: OpenedLink, photo: string): string | null =>
  ownerOf(photo)?.item === gathered.item.id ? (pointOfPhoto(photo, partsOfOrder(gathered))?.part.at ?? null) : null;

/** Saves what a section's form brought: what can be taken is, and where to go on is said. The same once more changes nothing. */
export const createSavePart =
  (actOnItem: ActOnItem) =>
  async (opened: OpenedLink, { at, sent }: PostedPart): Promise<PartSaved> => {
    if (!mayCheck(opened)) return { result: 'late' };
    const { claims, person, gathered, now } = opened;
    const part = partAt(gathered, at);
    if (!part) return { result: 'nowhere' };
    const asset = part.asset?.id ?? null;
    const known = sent.filter(({ item }) => part.section.items.some(({ id }) => id === item));
    const read = readSection(part.section, known, { asset, before: answersOf(gathered), by: person.id, at: now });
    const refused = new Set(read.problems.map(({ item }) => item));
    const good = known.filter(({ item }) => !refused.has(item));
    try {
      const after =
        good.length === 0
          ? gathered
          : await actOnItem({
              company: claims.company,
              itemId: claims.item,
              by: person.id,
              action: 'check',
              input: { asset, section: part.section.id, answers: good },
              via: 'link',
              ask: isCurrent(opened) ? (claims.ask ?? undefined) : undefined,
            });
      const issues = read.problems.map(({ item, field, code, value }) =>
        problem([item, field], code, value === undefined ? {} : { value }),
      );
      if (issues.length > 0) return { result: 'again', opened: { ...opened, gathered: after }, issues, problem: null };
      return goOn(after, part);
    } catch (error) {
      if (error instanceof InvalidInput) return { result: 'again', opened, issues: error.issues, problem: null };
      if (error instanceof NotAllowed) return { result: 'late' };
      if (!(error instanceof ActionRefused)) throw error;
      const late = error.why === 'ended' || error.why === 'notAsked' || error.why === 'notOffered';
      return late ? { result: 'late' } : { result: 'again', opened, issues: [], problem: error };
    }
  };

/** To what is still missing in this part, to its photos, or on to the next one. */
function goOn(gathered: Gathered, { at, points }: CheckPart<OrderAsset>): PartSaved {
  const answers = answersOf(gathered);
  const missing = points.map((point) => missingAt(point, answers));
  if (missing.includes('answer')) return { result: 'saved', next: { at, what: 'check' }, missing: true };
  if (missing.includes('photo')) return { result: 'saved', next: { at, what: 'photos' }, missing: true };
  const next = nextPart(partsOfOrder(gathered), answers, at);
  return { result: 'saved', next: next && { at: next.at, what: 'check' }, missing: false };
}
