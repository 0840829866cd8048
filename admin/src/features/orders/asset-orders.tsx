import { ToolOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { AssetDetail } from '#http/schemas/asset';
import type { ComplaintSummary } from '#http/schemas/complaint';
import { Card } from '../../components/card.tsx';
import { OrderMarks } from '../../components/complaint-rows.tsx';
import { useCursorList } from '../../components/cursor-list.ts';
import { itemPath, useItemWords } from '../../components/item-words.ts';
import { Pager } from '../../components/pager.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { Failed, RowsSkeleton } from '../../components/states.tsx';
import { Status } from '../../components/status.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useMay } from '../workplace/may.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { OpenOrderForm } from './open-order-form.tsx';

/** What was done at a facility, newest first: plans, patrols and repairs. */
export function AssetHistory({ asset }: { asset: AssetDetail }) {
  const { t } = useWords();
  const { names } = useWorkplace();
  const words = useItemWords();
  const when = useWhen(asset.site);
  /** Others see what was done, and may not open it. */
  const mayOpen = useMay('item.list');
  const list = useCursorList<ComplaintSummary>({ resource: `assets/${asset.id}/orders`, filters: {}, pageSize: 10 });
  const empty = !list.loading && !list.error && list.rows.length === 0;
  return (
    <Card title={t('asset.history')}>
      {list.loading && <RowsSkeleton />}
      {list.error && <Failed message={list.error.message} retry={list.retry} />}
      {empty && <p className="quiet">{t('asset.noHistory')}</p>}
      <ul className="plain-list">
        {list.rows.map((row) => (
          <li key={row.id}>
            {mayOpen ? <Link to={itemPath(row)}>{words.title(row)}</Link> : <strong>{words.title(row)}</strong>}
            <span className="quiet">
              {[
                row.number,
                when.at(row.endedAt ?? row.createdAt),
                ...(row.owner ? [names.person(row.owner)] : []),
              ].join(' · ')}
            </span>
            <span className="facts-line">
              <Status status={row.status} kind={row.kind} />
              <OrderMarks row={row} />
            </span>
          </li>
        ))}
      </ul>
      <Pager list={list} />
    </Card>
  );
}

/** For whoever may open one; others tell of a fault as anybody does, by the label. Nothing at what is retired. */
export function OpenOrderButton({ asset }: { asset: AssetDetail }) {
  const { t } = useWords();
  const [opening, setOpening] = useState(false);
  const mayOpen = useMay('order.open');
  if (asset.condition === 'retired') return null;
  if (!mayOpen)
    return (
      <Button type="primary" icon={<ToolOutlined />} href={asset.label}>
        {t('asset.report')}
      </Button>
    );
  return (
    <>
      <Button type="primary" icon={<ToolOutlined />} onClick={() => setOpening(true)}>
        {t('order.openOne')}
      </Button>
      <SideDrawer open={opening} title={t('order.openOne')} close={() => setOpening(false)}>
        {opening && <OpenOrderForm site={asset.site} asset={asset} close={() => setOpening(false)} />}
      </SideDrawer>
    </>
  );
}
