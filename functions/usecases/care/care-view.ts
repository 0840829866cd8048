import type { z } from 'zod';
import { reviewDate } from '#domain/care/flag';
import type { CareContact, CareLook } from '#domain/care/look';
import type { CareView } from '#domain/care/visible-flags';
import type { CareFlagView, CareLookView, ContactView } from '#http/schemas/care';
import { wireInstant, wireInstantOrNull } from '#http/schemas/wire';

type Whole = Extract<CareView, { shown: 'whole' }>;

/** What a reader was let see by `visibleFlags`, opened. */
export function wholeView({ flag }: Whole, today: string): CareFlagView {
  const { consent, changedAt, reviewedAt, ...rest } = flag;
  const { by, on, how } = consent;
  return {
    shown: 'whole',
    ...rest,
    consent: { by, on, how },
    changedAt: wireInstant(changedAt),
    reviewedAt: wireInstantOrNull(reviewedAt),
    reviewDue: isDue(flag, today),
  };
}

/** As it lies in the file: what is sensitive is opened by a look of its own. */
export function fileView(view: CareView, today: string): CareFlagView {
  if (view.shown === 'masked') return view;
  const { id, household, sensitivity } = view.flag;
  if (sensitivity === 'normal') return wholeView(view, today);
  return { shown: 'folded', id, household, reviewDue: isDue(view.flag, today) };
}

export const isDue = (flag: Parameters<typeof reviewDate>[0], today: string): boolean => {
  const date = reviewDate(flag);
  return date !== null && date <= today;
};

export const contactView = ({ at, by, how }: CareContact): z.infer<typeof ContactView> => ({
  at: wireInstant(at),
  by,
  how,
});

export const lookView = ({ from, at, site: _, ...look }: CareLook): CareLookView => ({
  ...look,
  at: wireInstant(at),
  client: from.client,
});
