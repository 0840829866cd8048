import { namesIn, siteOf } from '#domain/item-words';
import { nextPoint, type PatrolState, type PointState, patrolFigures, standingOf } from '#domain/patrol/patrol';
import type { Language } from '#domain/text';
import type { Instant } from '#domain/time';
import type { ActionPageView } from '#http/pages/view';
import type { WalkPoint, WalkView } from '#http/pages/walk-view';
import type { Ports } from '#ports';
import type { OpenedLink } from '../open-link.ts';

/** What the address and the request say beside the link. */
export interface WalkShown {
  /** The point to be recorded now. */
  point: string | null;
  /** Recorded just before. */
  saved: string | null;
  scans: boolean;
  posted: ActionPageView['posted'];
}

export const patrolOf = ({ gathered: { item } }: Pick<OpenedLink, 'gathered'>): PatrolState | null =>
  item.order?.patrol ?? null;

export function walkPoint(
  point: PointState,
  now: Instant,
  { language, person }: { language: Language; person(id: string): string },
): WalkPoint {
  const { id, name, from, to, countsLamps, lampsTotal, lamps, scanned } = point;
  const seen = { by: scanned && person(scanned.by), at: scanned?.at ?? null };
  return {
    id,
    name: name[language],
    standing: standingOf(point, now),
    from,
    to,
    countsLamps,
    lampsTotal,
    lamps,
    ...seen,
  };
}

/** How a night's walk stands for the reader of the link; null: it is of none. */
export const createViewWalk =
  (ids: Ports['ids']) =>
  (opened: OpenedLink, shown: WalkShown): WalkView | null => {
    const patrol = patrolOf(opened);
    return patrol && walkView(opened, patrol, shown, ids.next());
  };

function walkView(opened: OpenedLink, patrol: PatrolState, shown: WalkShown, nonce: string): WalkView {
  const { gathered, person, now, offers } = opened;
  const { item, facts } = gathered;
  const { language } = person;
  const site = siteOf(facts, item);
  const names = namesIn(facts, language);
  const may = offers.some(({ action }) => action === 'scan');
  const next = nextPoint(patrol, now);
  const points = patrol.points.map((point) => walkPoint(point, now, { language, person: names.person }));
  const asked = shown.posted?.values.point ?? shown.point;
  const recordable = points.filter(
    ({ standing }) => standing === 'open' || standing === 'missed' || standing === 'skipped',
  );
  const open = recordable.find(({ id }) => id === asked) ?? recordable.find(({ id }) => id === next?.id);
  return {
    language,
    site: site.name[language],
    number: item.number,
    now,
    zone: site.zone,
    name: item.order?.plan?.name[language] ?? names.category(item.category),
    work: item.intake.description || null,
    starts: patrol.starts,
    ends: patrol.ends,
    over: patrol.over || item.endedAt !== null,
    figures: patrolFigures(patrol),
    points,
    open: may ? (open?.id ?? null) : null,
    next: next?.id ?? null,
    may,
    scans: shown.scans,
    saved: shown.saved,
    offers: offers.filter(({ action }) => action === 'note' || action === 'escalate'),
    nonce,
    posted: shown.posted,
  };
}
