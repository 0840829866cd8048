import { answerKey, type CheckAnswers, missingPoints, pointsOf } from '#domain/checklist-answers';
import type { ChecklistItem, ChecklistSection } from '#domain/maintenance';
import type { ComplaintDetail } from '#http/schemas/complaint';
import type { OrderDetail } from '#http/schemas/order';

/** As the domain's functions take them. */
export const answersOf = ({ answers }: Pick<OrderDetail, 'answers'>): CheckAnswers =>
  Object.fromEntries(Object.entries(answers).map(([key, answer]) => [key, { ...answer, at: Date.parse(answer.at) }]));

/** Required points without which the work cannot be completed, of a checklist that is for this person to fill in now. */
export function pointsToFill({
  actions,
  orderDetail: order,
}: Pick<ComplaintDetail, 'actions' | 'orderDetail'>): number {
  if (!order?.checklist || !actions.some(({ action }) => action === 'check')) return 0;
  return missingPoints(pointsOf(order.checklist, order.assets), answersOf(order)).length;
}

/** What the form of a point holds; '' and undefined: nothing. */
export interface PointValues {
  value?: string | undefined;
  /** Of a count whose total is found on the spot. */
  total?: string | undefined;
  note?: string | undefined;
  photos?: string[] | undefined;
}
export type SectionValues = Record<string, PointValues>;

/** What stands, as the form begins with it; photos that are there already stay and are not sent again. */
export function valuesOf(section: ChecklistSection, asset: string | null, answers: CheckAnswers): SectionValues {
  return Object.fromEntries(
    section.items.map(({ id }) => {
      const key = answerKey(asset, section.id, id);
      const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
      if (!answer) return [id, {}];
      const { value, note } = answer;
      const counted = typeof value === 'object';
      return [
        id,
        {
          value: String(counted ? value.count : value),
          ...(counted && { total: String(value.total) }),
          note: note ?? '',
        },
      ];
    }),
  );
}

interface Sent {
  item: string;
  value?: string | { count: string; total?: string } | null;
  note?: string | null;
  photos?: string[];
}

/** The points that are another than before, as the action takes them; what was emptied is taken back. */
export function changedPoints(section: ChecklistSection, before: SectionValues, now: SectionValues): Sent[] {
  return section.items.flatMap((item): Sent[] => {
    const [old = {}, typed = {}] = [before[item.id], now[item.id]];
    const value = (typed.value ?? '').trim();
    const note = (typed.note ?? '').trim();
    const photos = typed.photos ?? [];
    const valueMoved = value !== (old.value ?? '') || (typed.total ?? '').trim() !== (old.total ?? '');
    const noteMoved = note !== (old.note ?? '');
    if (!valueMoved && !noteMoved && photos.length === 0) return [];
    if (value === '' && (old.value ?? '') !== '') return [{ item: item.id, value: null }];
    return [
      {
        item: item.id,
        ...(valueMoved && value !== '' && { value: sentValue(item, value, typed.total) }),
        ...(noteMoved && { note: note === '' ? null : note }),
        ...(photos.length > 0 && { photos }),
      },
    ];
  });
}

const sentValue = (item: ChecklistItem, value: string, total: string | undefined): Sent['value'] =>
  item.type === 'count' && item.total === null ? { count: value, total: (total ?? '').trim() } : value;
