import { PhotoUnreadable } from '#domain/errors';
import { evidenceOf, MOST_PHOTOS } from '#domain/evidence';
import type { Item } from '#domain/item';
import type { Ports } from '#ports';
import type { AddCheckPhoto } from './checklists/add-check-photo.ts';
import { ownerOf } from './photo-id.ts';
import { readTimeline } from './read-timeline.ts';

/**
 * An upload arrived in storage: its content is checked, its location removed, and it is put on the timeline; one taken for
 * a point of a checklist goes with its answer. Uploads before filing name no item and are kept by the clerk's form. Idempotent.
 */
export const createKeepUploadedPhoto =
  (ports: Pick<Ports, 'items' | 'files' | 'clock' | 'logger'>, addCheckPhoto: AddCheckPhoto) =>
  async (company: string, photo: string): Promise<void> => {
    const owner = ownerOf(photo);
    if (!owner) return;
    const item = await ports.items.get(company, owner.item);
    if (!item || (owner.person === 'resident' && (await isFull(ports, item)))) return;
    const kept = await ports.files.keep(company, photo).catch((error: unknown) => {
      if (!(error instanceof PhotoUnreadable)) throw error;
      ports.logger.info('An upload was no photo', { item: item.id });
      return null;
    });
    if (!kept) return;
    const { step, level } = item;
    const told = { type: 'attached' as const, photos: [photo] };
    const entry = { at: ports.clock.now(), by: owner.person, step, level, ...told };
    await ports.items.append(company, item.id, [entry], `photo/${item.id}/${photo}`);
    if (item.order) await addCheckPhoto(company, { ...owner, photo });
  };

/** The page of a receipt offers no further photo then; forms it offered before may still be posted. */
const isFull = async (ports: Pick<Ports, 'items'>, item: Item): Promise<boolean> =>
  evidenceOf(item, await readTimeline(ports, item.company, item.id)).length >= MOST_PHOTOS;
