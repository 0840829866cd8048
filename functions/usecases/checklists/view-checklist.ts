import { type CheckAnswers, type CheckPoint, checkCounts, missingAt, verdictAt } from '#domain/checklist-answers';
import { type CheckPart, nextPart, partsOf } from '#domain/checklist-walk';
import { checkValueWords } from '#domain/checklist-words';
import type { OrderAsset } from '#domain/order';
import type { Language } from '#domain/text';
import type { AnsweredPoint, ChecklistView } from '#http/pages/check-view';
import type { Gathered } from '../decide.ts';

/** The parts of an order's checklist in the order of the walk; none for an item without. */
export const partsOfOrder = ({
  item: { order },
  checklist,
}: Pick<Gathered, 'item' | 'checklist'>): CheckPart<OrderAsset>[] => (order ? partsOf(checklist, order.assets) : []);

const nameOf = ({ name, number }: OrderAsset): string => `${name} ${number}`;
const RANK = { fail: 0, flag: 1, pass: 3 } as const;

/**
 * How far the checklist is and what was found. `open`: answers may be given now; `judged`: the reader is to judge the work and
 * sees all of it, else only what is not in order. Null: the order has none.
 */
export function viewChecklist(
  gathered: Pick<Gathered, 'item' | 'checklist'>,
  language: Language,
  { open, judged, person }: { open: boolean; judged: boolean; person: (id: string) => string },
): ChecklistView | null {
  const { order } = gathered.item;
  const parts = partsOfOrder(gathered);
  if (!order || parts.length === 0) return null;
  const { answers } = order;
  const points = parts.flatMap((part) => part.points);
  const next = nextPart(parts, answers);
  const several = order.assets.length > 1;
  const answered = parts.flatMap((part) =>
    part.points.flatMap((point) => answeredPoint(point, answers, language, several ? part.asset : null, person) ?? []),
  );
  return {
    counts: checkCounts(points, answers),
    parts: parts.map(({ at, asset, section, points: own }) => ({
      at,
      facility: several && asset ? nameOf(asset) : null,
      name: section.name[language],
      counts: checkCounts(own, answers),
    })),
    next: next && {
      at: next.at,
      name: next.section.name[language],
      photosOnly: next.points.every((point) => missingAt(point, answers) !== 'answer'),
    },
    open,
    answered: answered
      .filter(({ verdict }) => judged || verdict === 'fail' || verdict === 'flag')
      .toSorted((a, b) => rankOf(a) - rankOf(b)),
  };
}

const rankOf = ({ verdict }: AnsweredPoint): number => (verdict === null ? 2 : RANK[verdict]);

function answeredPoint(
  point: CheckPoint,
  answers: CheckAnswers,
  language: Language,
  asset: OrderAsset | null,
  person: (id: string) => string,
): AnsweredPoint | null {
  const answer = Object.hasOwn(answers, point.key) ? answers[point.key] : undefined;
  if (!answer) return null;
  return {
    label: point.item.label[language],
    facility: asset && nameOf(asset),
    found: checkValueWords(point.item, answer.value, language),
    verdict: verdictAt(point, answers),
    note: answer.note,
    photos: answer.photos,
    by: person(answer.by),
    at: answer.at,
  };
}
