import { type CheckCounts, checkCounts, pointsOf } from '../checklist-answers.ts';
import type { Item } from '../item.ts';
import type { Checklist } from '../maintenance.ts';
import type { OrderAsset, OriginReason } from '../order.ts';
import { isContractor, type Person } from '../organisation.ts';
import { patrolFigures } from '../patrol/patrol.ts';
import type { Language } from '../text.ts';
import { instantAt } from '../time.ts';
import { dayWords } from '../words.ts';

/** What a mail about a work order says beside what every mail says; names in the reader's language. */
export interface OrderMail {
  /** "1 号客梯（DT-01）", of a round the first few; null: of none. */
  facility: string | null;
  plan: { name: string; day: string } | null;
  /** The item it was opened for. */
  origin: { number: string; why: OriginReason; detail: string | null } | null;
  rework: { number: string; times: number } | null;
  /** Told on the page behind the facility's label. */
  reported: boolean;
  /** Null: it has none, or the list is not known where the mail is made. */
  checklist: CheckCounts | null;
  /** Of a night patrol: how many of its points were missed so far. */
  missed: number;
}

const NAMED = 3;

export function facilityWords(assets: readonly OrderAsset[], language: Language): string | null {
  if (assets.length === 0) return null;
  const zh = language === 'zh-CN';
  const named = assets.slice(0, NAMED).map(({ name, number }) => (zh ? `${name}（${number}）` : `${name} (${number})`));
  const more = assets.length - named.length;
  const others = more === 0 ? '' : zh ? `等 ${assets.length} 项` : ` and ${more} more`;
  return `${named.join(zh ? '、' : ', ')}${others}`;
}

/** Null: the item is no work order. A contractor reads of this one only. */
export function orderMail(
  { order, origin, intake }: Pick<Item, 'order' | 'origin' | 'intake'>,
  checklist: Checklist | null,
  zone: string,
  reader: Person,
): OrderMail | null {
  if (!order) return null;
  const { language } = reader;
  const outside = isContractor(reader);
  const points = pointsOf(checklist, order.assets);
  return {
    facility: facilityWords(order.assets, language),
    plan: order.plan && {
      name: order.plan.name[language],
      day: dayWords(instantAt(order.plan.date, '12:00', zone), zone, language),
    },
    origin: outside ? null : origin && { number: origin.number, why: origin.why, detail: origin.detail },
    rework: outside ? null : order.rework && { number: order.rework.number, times: order.rework.times },
    reported: intake.channel === 'web',
    checklist: points.length === 0 ? null : checkCounts(points, order.answers),
    missed: order.patrol ? patrolFigures(order.patrol).missed : 0,
  };
}
