import { lazy, Suspense } from 'react';
import type { ComplaintDetail } from '#http/schemas/complaint';
import { loadFeature } from '../../i18n/language.ts';

/** With its words: most items are of households without any. */
const ItemCare = lazy(async () => {
  const [module] = await Promise.all([import('./item-care.tsx'), loadFeature('care')]);
  return module;
});

/** On the page of an item that leads to a household, or of work in a flat. */
export function HouseholdHints({ item }: { item: Pick<ComplaintDetail, 'id' | 'kind' | 'unit' | 'reporter'> }) {
  const inFlat = item.kind === 'workOrder' && item.unit !== null;
  if (item.reporter.household === null && !inFlat) return null;
  return (
    <Suspense fallback={null}>
      <ItemCare item={item.id} />
    </Suspense>
  );
}
