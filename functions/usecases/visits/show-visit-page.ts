import { namesIn, siteOf } from '#domain/item-words';
import type { Language } from '#domain/text';
import { outcomeOf } from '#domain/visit';
import type { VisitPageView } from '#http/pages/visit-page';
import type { Ports } from '#ports';
import type { OpenedReceipt } from '../open-receipt.ts';

/** What a resident who was asked by message sees. Their own name is not on it: a forwarded mail tells nobody who they are. */
export const createShowVisitPage =
  (ports: Pick<Ports, 'ids'>) =>
  (
    { gathered: { item, facts, asks } }: OpenedReceipt,
    shown: Pick<VisitPageView, 'values' | 'errors' | 'problem'> & { language: Language },
  ): VisitPageView => {
    const { visit } = item;
    const site = siteOf(facts, item);
    const { onTime = false, held = false, fields = [] } = asks?.questionnaire ?? {};
    const answered = visit?.answers != null;
    return {
      ...shown,
      site: site.name[shown.language],
      number: item.number,
      phone: site.phone,
      about: visit?.of?.name?.[shown.language] ?? namesIn(facts, shown.language).category(item.category),
      of: visit?.of?.number ?? null,
      asks: { onTime, held, fields },
      state: answered ? 'answered' : item.endedAt === null ? 'open' : 'over',
      low: visit !== null && outcomeOf(visit) === 'low',
      nonce: ports.ids.next(),
    };
  };
export type ShowVisitPage = ReturnType<typeof createShowVisitPage>;
