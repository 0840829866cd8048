import { LinkInvalid } from '#domain/errors';
import { namesIn, siteOf } from '#domain/item-words';
import type { PatrolState, PointState } from '#domain/patrol/patrol';
import type { PostedForm } from '#http/pages/form';
import type { PointView } from '#http/pages/walk-view';
import type { Ports } from '#ports';
import type { LinkActed } from '../act-by-link.ts';
import { NotFound } from '../errors.ts';
import type { OpenedLink } from '../open-link.ts';
import { patrolOf, walkPoint } from './walk-view.ts';

/** A label scanned in a browser that is on a walk. */
export interface ScannedLabel {
  opened: OpenedLink;
  patrol: PatrolState;
  point: PointState;
  /** Address of the whole walk. */
  walk: string;
}

interface Parts {
  ports: Pick<Ports, 'links' | 'ids'>;
  openLink(token: string): Promise<OpenedLink | null>;
  act(opened: OpenedLink, form: PostedForm, returnTo: string): Promise<LinkActed>;
}

/** Labels of points lead to the walk that the browser is on; reading one changes nothing. */
export function createScanLabel({ ports, openLink, act }: Parts) {
  /** Null: the link is worth nothing (any more), or the label is of no point of that walk. */
  const find = async (token: string, code: string): Promise<ScannedLabel | null> => {
    const opened = await openedBy(openLink, token);
    const patrol = opened && patrolOf(opened);
    const point = patrol?.points.find((one) => one.code === code);
    return opened && patrol && point ? { opened, patrol, point, walk: ports.links.url(token) } : null;
  };
  return {
    find,
    view: (label: ScannedLabel, posted: PointView['posted'] = null): PointView =>
      pointView(label, ports.ids.next(), posted),
    record: ({ opened, point, walk }: ScannedLabel, form: PostedForm, code: string): Promise<LinkActed> =>
      act(opened, { ...form, action: 'scan', input: { ...form.input, point: point.id, code } }, walk),
  };
}
export type ScanLabel = ReturnType<typeof createScanLabel>;

async function openedBy(openLink: Parts['openLink'], token: string): Promise<OpenedLink | null> {
  try {
    return await openLink(token);
  } catch (error) {
    if (error instanceof LinkInvalid || error instanceof NotFound) return null;
    throw error;
  }
}

function pointView(
  { opened, patrol, point, walk }: ScannedLabel,
  nonce: string,
  posted: PointView['posted'],
): PointView {
  const { gathered, person, now, offers } = opened;
  const { item, facts } = gathered;
  const { language } = person;
  const site = siteOf(facts, item);
  const closed = () => {
    if (point.scanned) return 'done';
    if (patrol.over || item.endedAt !== null || !offers.some(({ action }) => action === 'scan')) return 'over';
    return now < point.from ? 'early' : null;
  };
  return {
    language,
    site: site.name[language],
    number: item.number,
    now,
    zone: site.zone,
    point: walkPoint(point, now, { language, person: namesIn(facts, language).person }),
    closed: closed(),
    walk,
    nonce,
    posted,
  };
}
