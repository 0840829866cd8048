import { ToolOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { AssetDetail } from '#http/schemas/asset';
import type { ComplaintSummary } from '#http/schemas/complaint';
import { Card } from '../../components/card.tsx';
import { ComplaintRows } from '../../components/complaint-rows.tsx';
import { useCursorList } from '../../components/cursor-list.ts';
import { Pager } from '../../components/pager.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { useMay } from '../workplace/may.ts';
import { OpenOrderForm } from './open-order-form.tsx';

/** What was done at a facility, newest first: plans, patrols and repairs. */
export function AssetHistory({ asset }: { asset: AssetDetail }) {
  const { t } = useWords();
  const list = useCursorList<ComplaintSummary>({ resource: `assets/${asset.id}/orders`, filters: {}, pageSize: 10 });
  const empty = !list.loading && !list.error && list.rows.length === 0;
  return (
    <Card title={t('asset.history')}>
      {list.loading && <RowsSkeleton />}
      {list.error && <Failed message={list.error.message} retry={list.retry} />}
      {empty && <p className="quiet">{t('asset.noHistory')}</p>}
      {list.rows.length > 0 && <ComplaintRows rows={list.rows} label={t('asset.history')} />}
      <Pager list={list} />
    </Card>
  );
}

/** For whoever may open one; nothing for others, and none at what is retired. */
export function OpenOrderButton({ asset }: { asset: AssetDetail }) {
  const { t } = useWords();
  const [opening, setOpening] = useState(false);
  const mayOpen = useMay('order.open');
  if (!mayOpen || asset.condition === 'retired') return null;
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
