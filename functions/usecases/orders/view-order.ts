import type { Asset } from '#domain/asset';
import { namesFor, siteOf } from '#domain/item-words';
import { isContractor } from '#domain/organisation';
import { originWords } from '#domain/origin-words';
import type { Language } from '#domain/text';
import { instantAt } from '#domain/time';
import { dayWords } from '#domain/words';
import type { OrderView } from '#http/pages/order-view';
import type { Ports } from '#ports';
import { viewChecklist } from '../checklists/view-checklist.ts';
import type { OpenedLink } from '../open-link.ts';

/** Facilities of a round that a page names, and earlier orders it lists. */
const NAMED = 5;
const EARLIER = 5;

const LABEL: Record<Language, { warranty: (day: string) => string; certificate: (day: string) => string }> = {
  'zh-CN': { warranty: (day) => `质保至 ${day}`, certificate: (day) => `年检至 ${day}` },
  en: { warranty: (day) => `warranty until ${day}`, certificate: (day) => `certificate until ${day}` },
};

/** What stands on a facility's label, for somebody who is about to work on it. */
const labelOf = ({ maker, model, warrantyUntil, certificateUntil }: Asset, language: Language): string[] => [
  [maker, model].filter(Boolean).join(' '),
  warrantyUntil ? LABEL[language].warranty(warrantyUntil) : '',
  certificateUntil ? LABEL[language].certificate(certificateUntil) : '',
];

/** What a page shows of a work order beside what every item has; null: it is none. A contractor sees nothing of other orders. */
export const createViewOrder =
  (ports: Pick<Ports, 'items' | 'assets'>) =>
  async ({
    gathered,
    person,
    offers,
  }: Pick<OpenedLink, 'gathered' | 'person' | 'offers'>): Promise<OrderView | null> => {
    const { item, facts } = gathered;
    const { order, origin } = item;
    if (!order) return null;
    const { language } = person;
    const outside = isContractor(person);
    const { zone } = siteOf(facts, item);
    const [only, ...rest] = order.assets;
    const single = only && rest.length === 0 ? only : null;
    const asset = single && (await ports.assets.get(item.company, single.id));
    const may = (name: string) => offers.some(({ action }) => action === name);
    return {
      facilities: order.assets.slice(0, NAMED).map(({ name, number, place }) => ({
        name,
        number,
        place,
        more: asset ? labelOf(asset, language) : [],
      })),
      others: Math.max(0, order.assets.length - NAMED),
      plan: order.plan && {
        name: order.plan.name[language],
        day: dayWords(instantAt(order.plan.date, '12:00', zone), zone, language),
      },
      origin: outside
        ? null
        : origin && { number: origin.number, why: originWords(origin.why, language), detail: origin.detail },
      rework: outside ? null : order.rework && { number: order.rework.number, times: order.rework.times },
      checklist:
        outside && item.owner !== person.id
          ? null
          : viewChecklist(gathered, language, {
              open: may('check'),
              judged: may('approve'),
              person: namesFor(facts, item, person).person,
            }),
      earlier: outside ? null : single ? await earlierOf(ports, item, single.id, language) : [],
    };
  };
export type ViewOrder = ReturnType<typeof createViewOrder>;

async function earlierOf(
  { items }: Pick<Ports, 'items'>,
  { company, id }: { company: string; id: string },
  asset: string,
  language: Language,
): Promise<NonNullable<OrderView['earlier']>> {
  const { rows } = await items.byAsset(company, asset, { limit: EARLIER + 1 });
  return rows
    .filter((row) => row.id !== id)
    .slice(0, EARLIER)
    .map(({ number, createdAt, status, order }) => ({
      number,
      at: createdAt,
      plan: order?.plan?.[language] ?? null,
      status,
      failed: order?.failed ?? 0,
    }));
}
