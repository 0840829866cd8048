import { pointOfPhoto } from '#domain/checklist-walk';
import type { Ports } from '#ports';
import type { ActOnItem } from '../act-on-item.ts';
import { createGather } from '../decide.ts';
import { ActionRefused, InvalidInput, NotAllowed } from '../errors.ts';
import type { LoadFacts } from '../load-facts.ts';
import { partsOfOrder } from './view-checklist.ts';

/**
 * A photo that was taken for a point goes with the point's answer. One that comes too late for that (the order moved on, the
 * answer was taken back) stays with the order like all others. Idempotent.
 */
export const createAddCheckPhoto = (
  ports: Pick<Ports, 'items' | 'documents'>,
  loadFacts: LoadFacts,
  actOnItem: ActOnItem,
) => {
  const gather = createGather(ports, loadFacts);
  return async (
    company: string,
    { item, person, photo }: { item: string; person: string; photo: string },
  ): Promise<void> => {
    const found = pointOfPhoto(photo, partsOfOrder(await gather(company, item)));
    if (!found) return;
    const { part, point } = found;
    const answers = [{ item: point.item.id, photos: [photo] }];
    const input = { asset: point.asset, section: part.section.id, answers };
    try {
      await actOnItem({ company, itemId: item, by: person, action: 'check', input, via: 'link' });
    } catch (error) {
      const late = error instanceof ActionRefused || error instanceof NotAllowed || error instanceof InvalidInput;
      if (!late) throw error;
    }
  };
};
export type AddCheckPhoto = ReturnType<typeof createAddCheckPhoto>;
