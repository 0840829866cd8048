import { PhotoUnreadable } from '#domain/errors';
import { photosOf } from '#domain/evidence';
import { mayAnywhere } from '#domain/permission';
import type { Caller } from '#http/caller';
import type { Ports, UploadForm } from '#ports';
import { InvalidInput, NotAllowed, NotFound, problem } from './errors.ts';
import type { LoadDirectory } from './load-directory.ts';
import type { LoadFacts } from './load-facts.ts';
import { openItem } from './open-item.ts';
import { ASSET, FILING, isUploadedBy, photoIdFor } from './photo-id.ts';

type PhotoPorts = Pick<Ports, 'items' | 'files' | 'ids' | 'clock'> & {
  loadFacts: LoadFacts;
  loadDirectory: LoadDirectory;
};
export interface Kept {
  photo: string;
  type: string;
}

/** Only back to this system: an upload form must not lead anywhere else. Null: stay. */
const safeReturn = (returnTo: string | null | undefined, publicUrl: string): string | null => {
  if (!returnTo) return null;
  const origin = new URL(publicUrl).origin;
  const target = URL.canParse(returnTo, origin) ? new URL(returnTo, origin) : null;
  if (target?.origin !== origin) throw new InvalidInput([problem(['returnTo'], 'other_origin')]);
  return target.href;
};

/**
 * Evidence: a form that uploads straight to storage, then `keep`, which checks the content and removes its location.
 * Before filing, for whoever may file; afterwards for whoever may act on the complaint: each keeps what they uploaded
 * themselves for just that. Seen by whoever may see the complaint.
 * @throws NotFound | NotAllowed | InvalidInput
 */
export const createPhotos = (ports: PhotoPorts, { publicUrl }: { publicUrl: string }) => {
  const requireFiler = async (caller: Caller) => {
    const { directory } = await ports.loadDirectory(caller.company);
    if (!mayAnywhere(caller.person, directory).includes('item.file')) throw new NotAllowed('item.file');
  };
  const requireKeeper = async (caller: Caller) => {
    const { directory } = await ports.loadDirectory(caller.company);
    if (!mayAnywhere(caller.person, directory).includes('asset.write')) throw new NotAllowed('asset.write');
  };
  const form = (caller: Caller, item: string, returnTo: string | null | undefined): Promise<UploadForm> => {
    const photo = photoIdFor(item, caller.person.id, ports.ids.next());
    return ports.files.uploadForm(caller.company, photo, safeReturn(returnTo, publicUrl));
  };
  const keep = async (caller: Caller, item: string, photo: string): Promise<Kept> => {
    const isOwn = isUploadedBy(photo, item, caller.person.id);
    const kept =
      isOwn &&
      (await ports.files.keep(caller.company, photo).catch((error: unknown) => {
        if (error instanceof PhotoUnreadable) return null;
        throw error;
      }));
    if (!kept) throw new InvalidInput([problem(['photo'], 'unknown_photo')]);
    return { photo, type: kept.type };
  };

  const belongsTo = async (company: string, id: string, photo: string): Promise<boolean> => {
    let cursor: string | undefined;
    do {
      const page = await ports.items.timeline(company, id, { cursor, limit: 100 });
      if (page.rows.some((entry) => photosOf(entry).includes(photo))) return true;
      cursor = page.next ?? undefined;
    } while (cursor);
    return false;
  };

  return {
    async offerForFiling(caller: Caller, returnTo?: string | null): Promise<UploadForm> {
      await requireFiler(caller);
      return form(caller, FILING, returnTo);
    },
    async keepForFiling(caller: Caller, photo: string): Promise<Kept> {
      await requireFiler(caller);
      return keep(caller, FILING, photo);
    },
    /** For whoever may write the register somewhere; it is the asset's once the asset names it. */
    async offerForAsset(caller: Caller, returnTo?: string | null): Promise<UploadForm> {
      await requireKeeper(caller);
      return form(caller, ASSET, returnTo);
    },
    async keepForAsset(caller: Caller, photo: string): Promise<Kept> {
      await requireKeeper(caller);
      return keep(caller, ASSET, photo);
    },
    async offerForComplaint(caller: Caller, id: string, returnTo?: string | null): Promise<UploadForm> {
      await openItem(ports, caller, id, 'item.act');
      return form(caller, id, returnTo);
    },
    /** Repeated, it attaches once. */
    async keepForComplaint(caller: Caller, id: string, photo: string): Promise<Kept> {
      const { item } = await openItem(ports, caller, id, 'item.act');
      const kept = await keep(caller, id, photo);
      const at = ports.clock.now();
      const entry = {
        at,
        by: caller.person.id,
        step: item.step,
        level: item.level,
        type: 'attached' as const,
        photos: [photo],
      };
      await ports.items.append(caller.company, id, [entry], `photo/${id}/${photo}`);
      return kept;
    },
    /** A short-lived address. Throws NotFound for a photo of another complaint, or one that was never kept. */
    async view(caller: Caller, id: string, photo: string): Promise<{ url: string }> {
      const { item } = await openItem(ports, caller, id, 'item.read');
      const known = item.intake.photos.includes(photo) || (await belongsTo(caller.company, id, photo));
      const url = known ? await ports.files.viewUrl(caller.company, photo) : null;
      if (url === null) throw new NotFound('photo');
      return { url };
    },
  };
};
