import { lazy, Suspense } from 'react';
import { loadFeature } from '../../i18n/language.ts';
import { useMay } from '../workplace/may.ts';

/** With its words: only managers mark. */
const GoodCase = lazy(async () => {
  const [module] = await Promise.all([import('./good-case.tsx'), loadFeature('sharing')]);
  return module;
});

/** Of a complaint, order or visit. */
export function GoodCasePart({ item }: { item: { id: string } }) {
  if (!useMay('goodCase.mark')) return null;
  return (
    <Suspense fallback={null}>
      <GoodCase item={item} />
    </Suspense>
  );
}
