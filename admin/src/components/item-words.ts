import { PLAIN_VISIT } from '#domain/visit/visit-words';
import type { ComplaintSummary } from '#http/schemas/complaint';
import { useWorkplace } from '../features/workplace/workplace.tsx';
import { useWords } from '../i18n/language.ts';

const PATHS = { complaint: 'complaints', workOrder: 'orders', visit: 'visits' } as const;
/** The page of an item. */
export const itemPath = ({ kind, id }: Pick<ComplaintSummary, 'kind' | 'id'>): string => `/${PATHS[kind]}/${id}`;

type Row = Pick<ComplaintSummary, 'kind' | 'site' | 'category' | 'building' | 'unit' | 'place' | 'order'> &
  Partial<Pick<ComplaintSummary, 'visit'>>;

/** What rows and titles call an item: a complaint by its category, an order by its plan or what is repaired, a visit by what it asks about. */
export function useItemWords() {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  return {
    title({ kind: of, order, site, category, visit }: Row): string {
      if (of === 'visit' && category !== PLAIN_VISIT)
        return t('item.visitAbout', { about: visit?.about?.[language] ?? names.kind(site, category) });
      if (!order) return names.category(category);
      if (order.plan) return order.plan[language];
      const kind = names.kind(site, category);
      if (order.cause !== 'failedCheck') return t('order.repair', { kind });
      const words = t('order.corrective', { kind });
      return order.about ? `${words}${language === 'en' ? ', ' : '：'}${order.about}` : words;
    },
    /** Its facilities where it has some, else the place. */
    where(row: Row): string {
      const [first] = row.order?.assets ?? [];
      const place = names.place(row);
      if (!first || !row.order) return place;
      const more = row.order.assets.length - 1 + row.order.more;
      const facility = more > 0 ? t('order.andMore', { name: first.name, count: more }) : first.name;
      return [place.includes(facility) ? null : facility, place].filter(Boolean).join(' · ');
    },
  };
}
