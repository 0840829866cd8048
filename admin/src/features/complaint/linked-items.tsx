import { Link } from 'react-router';
import type { ComplaintDetail, TimelineRow } from '#http/schemas/complaint';
import { Card } from '../../components/card.tsx';
import { itemPath } from '../../components/item-words.ts';
import { useWords } from '../../i18n/language.ts';
import { useTimeline } from './use-timeline.ts';

interface Linked {
  id: string;
  number: string;
  kind: ComplaintDetail['kind'];
  /** Null: its end is not told to what it follows, as of a visit that a rule opened. */
  ended: boolean | null;
}

/** Where an item came from and what it led to: the complaint behind an order, corrective orders of failed points, the repair that came back. */
export function LinkedItems({ item }: { item: ComplaintDetail }) {
  const { t } = useWords();
  const { rows } = useTimeline(item);
  const opened = openedBy(rows);
  const { origin } = item;
  const rework = item.orderDetail?.rework ?? null;
  if (opened.length === 0 && !origin && !rework) return null;
  return (
    <Card title={t('linked.title')}>
      <ul className="plain-list">
        {origin && (
          <li>
            <Link to={itemPath({ kind: origin.kind, id: origin.item })}>{origin.number}</Link>
            <span className="quiet">{[t(`linked.why.${origin.why}`), origin.detail].filter(Boolean).join(' · ')}</span>
          </li>
        )}
        {rework && (
          <li>
            <Link to={itemPath({ kind: 'workOrder', id: rework.of })}>{rework.number}</Link>
            <span className="quiet">{t('linked.rework', { times: rework.times })}</span>
          </li>
        )}
        {opened.map((one) => (
          <li key={one.id}>
            <Link to={itemPath(one)}>{one.number}</Link>
            <span className="quiet">
              {[t(`itemKind.${one.kind}`), one.ended !== null && t(one.ended ? 'linked.ended' : 'linked.open')]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Read from what happened: there is no list of them elsewhere. */
export function openedBy(rows: readonly TimelineRow[]): Linked[] {
  const found = new Map<string, Linked>();
  for (const { type, data } of rows) {
    if (type !== 'linkedOpened' && type !== 'linkedEnded') continue;
    const { item, number, kind } = data as { item: string; number: string; kind: Linked['kind'] };
    const unknown = kind === 'visit' ? null : false;
    found.set(item, { id: item, number, kind, ended: type === 'linkedEnded' || (found.get(item)?.ended ?? unknown) });
  }
  return [...found.values()];
}
