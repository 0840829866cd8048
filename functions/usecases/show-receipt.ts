import { evidenceOf, MOST_PHOTOS } from '#domain/evidence';
import type { Item } from '#domain/item';
import { namesIn, siteOf, whereWords } from '#domain/item-words';
import { caretakerOf, deskOf } from '#domain/mail/caretaker';
import { aboutOf } from '#domain/mail/resident-view';
import type { Language } from '#domain/text';
import type { Instant } from '#domain/time';
import { type Progress, tellResidentOf } from '#domain/timeline/tell-resident';
import { whenWords } from '#domain/words';
import type { Status } from '#domain/workflow/definition';
import type { Entry } from '#domain/workflow/entry';
import type { ResidentActName } from '#domain/workflow/resident-act';
import { offeredToResident } from '#domain/workflow/resident-acts';
import type { ReceiptView, Stage } from '#http/pages/receipt-view';
import type { Ports } from '#ports';
import type { OpenedReceipt } from './open-receipt.ts';
import { photoIdFor } from './photo-id.ts';
import { readTimeline } from './read-timeline.ts';

type ShowPorts = Pick<Ports, 'items' | 'files' | 'ids' | 'links'>;
export interface ReceiptShown {
  token: string;
  language: Language;
  fresh?: boolean;
  /** Photo that came back from storage. */
  uploaded?: string | undefined;
  done?: ResidentActName | null;
  posted?: ReceiptView['posted'];
}

const STAGES: Record<Status, Stage> = {
  verifying: 'received',
  assigned: 'assigned',
  inProgress: 'working',
  nobodyActed: 'working',
  paused: 'paused',
  resolved: 'resolved',
  closed: 'closed',
  invalid: 'invalid',
  withdrawn: 'withdrawn',
};

/**
 * What a resident sees: their own words, where it stands, who looks after it, when the next reply comes. Who sent a
 * report that joined sees a complaint as new as their report: nothing that was there before it, nothing about the first
 * reporter, and of our words only those about a public place.
 */
export const createShowReceipt =
  (ports: ShowPorts) =>
  async (opened: OpenedReceipt, shown: ReceiptShown): Promise<ReceiptView> => {
    const { gathered, joined, now } = opened;
    const { item, definition, facts } = gathered;
    const { language } = shown;
    const site = siteOf(facts, item);
    const timeline = await readTimeline(ports, item.company, item.id);
    const when = (at: Instant) => whenWords(at, now, site.zone, language);
    const progress = progressOf(item, joined?.id ?? null, timeline, language, when);
    const untouched = joined !== null && progress.every(({ own }) => own);
    const stage = untouched && item.endedAt === null ? 'received' : STAGES[item.status];
    const photo = photoIdFor(item.id, 'resident', ports.ids.next());
    const wantsPhoto = item.endedAt === null && evidenceOf(item, timeline).length < MOST_PHOTOS;
    const url = ports.links.receiptUrl(shown.token);
    const email = joined ? joined.email : item.intake.reporter.email;
    return {
      language,
      site: site.name[language],
      number: joined?.number ?? item.number,
      now,
      zone: site.zone,
      phone: site.phone,
      fresh: shown.fresh ?? false,
      category: namesIn(facts, language).category(item.category),
      where: whereWords(item, facts, language),
      filedAt: joined?.at ?? item.createdAt,
      description: joined ? saidBy(timeline, joined.id) : item.intake.description,
      stage,
      caretaker: stage === 'received' ? deskOf(facts, item, language) : caretakerOf(item, facts, language),
      nextReply: stage === 'resolved' ? null : untouched ? joined.replyBy : aboutOf(item),
      pausedUntil: stage === 'paused' ? (item.pause?.until ?? null) : null,
      closesAt: stage === 'resolved' ? aboutOf(item) : null,
      progress: progress.map(({ own: _own, ...one }) => one),
      verdict: joined ? joined.verdict : item.verdict,
      offers: offeredToResident(item, definition, joined?.id ?? null, now),
      upload: wantsPhoto
        ? await ports.files.uploadForm(item.company, photo, `${url}?uploaded=${encodeURIComponent(photo)}`)
        : null,
      uploaded: await uploadedState(ports, item, shown.uploaded),
      done: shown.done ?? null,
      keep: email === null ? url : null,
      again: `/report/${item.site}${item.building === null ? '' : `?b=${item.building}`}`,
      nonce: ports.ids.next(),
      posted: shown.posted ?? null,
    };
  };

const saidBy = (timeline: readonly Entry[], report: string): string | null => {
  const found = timeline.find((entry) => entry.type === 'joined' && entry.report === report);
  return found?.type === 'joined' ? found.description : null;
};

/** `own`: what this reader did. */
function progressOf(
  item: Item,
  report: string | null,
  timeline: readonly Entry[],
  language: Language,
  when: (at: Instant) => string,
): (Progress & { at: Instant; own: boolean })[] {
  const from = timeline.findIndex((entry) => entry.type === 'joined' && entry.report === report);
  const shared = report === null || item.unit === null;
  return timeline.slice(Math.max(from, 0)).flatMap((entry, index) => {
    if (report !== null && index === 0) return { ...received(entry, language, when), at: entry.at, own: true };
    const own = entry.by === 'resident';
    const reporter = 'report' in entry ? (entry.report ?? null) : null;
    if (own && entry.type !== 'filed' && reporter !== report) return [];
    // Without a name on it: it may be the first reporter's.
    if (own && report !== null && (entry.type === 'attached' || entry.type === 'acted')) return [];
    const words = tellResidentOf(entry, language, when);
    if (!words) return [];
    return { ...words, ...(!shared && { told: undefined }), at: entry.at, own };
  });
}

const received = ({ seq, at, by, step, level }: Entry, language: Language, when: (at: Instant) => string): Progress =>
  tellResidentOf({ seq, at, by, step, level, type: 'filed' }, language, when) ?? { title: '' };

async function uploadedState(
  ports: Pick<Ports, 'files'>,
  item: Item,
  photo: string | undefined,
): Promise<ReceiptView['uploaded']> {
  if (!photo?.startsWith(photoIdFor(item.id, 'resident', ''))) return null;
  return (await ports.files.viewUrl(item.company, photo)) ? 'kept' : 'rejected';
}
