import { evidenceOf, MOST_PHOTOS } from '#domain/evidence';
import { HOUR } from '#domain/time';
import type { Ports, UploadForm } from '#ports';
import { type LimitRequests, TooMany } from '../limit-requests.ts';
import { photoIdFor } from '../photo-id.ts';
import { readTimeline } from '../read-timeline.ts';

/** So long after telling a fault photos of it may follow. */
const OPEN = HOUR;
/** Order, until when, seal. */
const TOKEN = /^([A-Za-z0-9-]{1,60})\.([0-9a-z]{1,12})\.([\w-]{1,100})$/;

/** What the page after a told fault offers; `upload` null: enough photos, enough time, or too many from one address. */
export interface FaultPhotos {
  upload: UploadForm | null;
  /** What became of the upload that came back just now. */
  uploaded: 'kept' | 'rejected' | null;
}

/**
 * Photos of a fault told by a label: they go to the order it opened or joined, by whoever told it, for a while and as
 * rarely as faults are told. What allows it is sealed in the address; nothing is kept for it.
 */
export const createFaultPhotos = (
  ports: Pick<Ports, 'clock' | 'files' | 'ids' | 'items' | 'links'>,
  limitRequests: LimitRequests,
  { publicUrl }: { publicUrl: string },
) => {
  const sealed = (code: string, order: string, until: string) => ports.links.seal(`fault/${code}/${order}/${until}`);

  return {
    /** For the address of the page after telling. */
    async token(code: string, order: string): Promise<string> {
      const until = (ports.clock.now() + OPEN).toString(36);
      return `${order}.${until}.${await sealed(code, order, until)}`;
    },

    /** Null: nobody told a fault here with this token. */
    async offer(
      company: string,
      told: { code: string; token: string; address: string; uploaded: string | undefined; language: string },
    ): Promise<FaultPhotos | null> {
      const [, order = '', until = '', seal] = TOKEN.exec(told.token) ?? [];
      if (seal === undefined || seal !== (await sealed(told.code, order, until))) return null;
      const own = photoIdFor(order, 'resident', '');
      const { uploaded: photo } = told;
      const isKept = photo?.startsWith(own) && (await ports.files.viewUrl(company, photo)) !== null;
      const uploaded = photo?.startsWith(own) ? (isKept ? ('kept' as const) : ('rejected' as const)) : null;
      const item = ports.clock.now() < Number.parseInt(until, 36) ? await ports.items.get(company, order) : null;
      if (!item || item.endedAt !== null) return { upload: null, uploaded };
      const timeline = await readTimeline(ports, company, order);
      if (evidenceOf(item, timeline).length >= MOST_PHOTOS || (await isFull(company, told.address)))
        return { upload: null, uploaded };
      const next = `${own}${ports.ids.next()}`;
      const back = new URLSearchParams({ reported: told.token, uploaded: next, lang: told.language });
      return { upload: await ports.files.uploadForm(company, next, `${publicUrl}/e/${told.code}?${back}`), uploaded };
    },
  };

  async function isFull(company: string, address: string): Promise<boolean> {
    try {
      await limitRequests(company, [{ kind: 'photo', name: address }]);
      return false;
    } catch (error) {
      if (error instanceof TooMany) return true;
      throw error;
    }
  }
};
export type FaultPhotosOffered = ReturnType<typeof createFaultPhotos>;
