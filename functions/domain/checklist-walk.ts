import { type CheckAnswers, type CheckPoint, missingPoints, pointsOf, verdictAt } from './checklist-answers.ts';
import type { Checklist, ChecklistSection } from './maintenance.ts';

/** A section of the list at one asset: what is filled in and saved at once. */
export interface CheckPart<A extends { id: string } = { id: string }> {
  /** Place in the order's assets and the list's sections, "0-1": both are pinned, so it is good for an address. */
  at: string;
  asset: A | null;
  section: ChecklistSection;
  points: CheckPoint[];
}

/** The parts in the order of the walk: all sections at the first asset, then at the next. */
export function partsOf<A extends { id: string }>(checklist: Checklist | null, assets: readonly A[]): CheckPart<A>[] {
  const points = pointsOf(checklist, assets);
  return (assets.length > 0 ? assets : [null]).flatMap((asset, a) =>
    (checklist?.sections ?? []).map((section, s) => ({
      at: `${a}-${s}`,
      asset,
      section,
      points: points.filter((point) => point.asset === (asset?.id ?? null) && point.section === section),
    })),
  );
}

/** Where to go on: the first part after `after` that still needs something, else the first of all; null: none does. */
export function nextPart<P extends CheckPart>(
  parts: readonly P[],
  answers: CheckAnswers,
  after: string | null = null,
): P | null {
  const open = parts.filter(({ points }) => missingPoints(points, answers).length > 0);
  const from = after === null ? -1 : parts.findIndex(({ at }) => at === after);
  return open.find((part) => parts.indexOf(part) > from) ?? open[0] ?? null;
}

/** Whether a photo of the point is asked for: it was answered, and its list or what was found calls for one. */
export function wantsPhoto(point: CheckPoint, answers: CheckAnswers): boolean {
  if (!Object.hasOwn(answers, point.key)) return false;
  const verdict = verdictAt(point, answers);
  return point.item.photo !== 'none' || verdict === 'fail' || verdict === 'flag';
}

const SPOT = /-at-(\d{1,3}-\d{1,2})-(\d{1,2})$/;
/** The end of the id of a photo taken for the n-th point of a part: storage's own event then knows where it belongs. */
export const spotOf = (part: Pick<CheckPart, 'at'>, index: number): string => `-at-${part.at}-${index}`;

/** The point a photo was taken for; null: for none, or the list has no such point. */
export function pointOfPhoto<P extends CheckPart>(
  photo: string,
  parts: readonly P[],
): { part: P; point: CheckPoint } | null {
  const [, at, index] = SPOT.exec(photo) ?? [];
  const part = parts.find((one) => one.at === at);
  const point = part?.points[Number(index)];
  return part && point ? { part, point } : null;
}
