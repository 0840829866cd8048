import { ArrowLeftOutlined } from '@ant-design/icons';
import { type HttpError, useOne } from '@refinedev/core';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ComplaintDetail } from '#http/schemas/complaint';
import type { OrderDetail } from '#http/schemas/order';
import { Card } from '../../components/card.tsx';
import { useItemWords } from '../../components/item-words.ts';
import { listAddress } from '../../components/list-address.ts';
import { usePhone } from '../../components/media.ts';
import { usePageTitle } from '../../components/page-title.ts';
import { Failed, PageSkeleton, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import '../../styles/orders.css';
import { HouseholdHints } from '../care/household-hints.tsx';
import { ActionPanel } from '../complaint/action-panel.tsx';
import { Clocks } from '../complaint/clocks.tsx';
import { LinkedItems } from '../complaint/linked-items.tsx';
import { Photos } from '../complaint/photos.tsx';
import { Standing } from '../complaint/standing.tsx';
import { Timeline } from '../complaint/timeline.tsx';
import { GoodCasePart } from '../sharing/good-case-part.tsx';
import { useMay } from '../workplace/may.ts';
import { ChecklistPart } from './checklist-part.tsx';

import { OrderFacts } from './order-facts.tsx';

const WorkflowDiagram = lazy(() => import('../complaint/workflow-diagram.tsx'));
const EVERY = 30_000;

/** One work order: what to do, the checklist, what may be done now, clocks, what happened, and what it came from and led to. */
export default function OrderPage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const { query } = useOne<ComplaintDetail, HttpError>({
    resource: 'orders',
    id,
    queryOptions: { refetchInterval: EVERY },
    errorNotification: false,
  });
  const item = query.data?.data;
  usePageTitle(item?.number ?? t('nav.orders'));
  if (query.isPending) return <PageSkeleton />;
  if (!item?.orderDetail) return <Failed error={query.error} retry={() => void query.refetch()} />;
  return <Order key={item.id} item={item} order={item.orderDetail} />;
}

export interface OrderProps {
  item: ComplaintDetail;
  order: OrderDetail;
}

function Order({ item, order }: OrderProps) {
  const { t } = useWords();
  const words = useItemWords();
  const mayList = useMay('item.list');
  const phone = usePhone();
  const [diagram, setDiagram] = useState(!phone);
  const side = (
    <>
      <LinkedItems item={item} />
      <GoodCasePart item={item} />
      <Card title={t('detail.photos')}>
        <Photos complaint={item} mayAdd={item.endedAt === null && item.actions.length > 0} />
      </Card>
    </>
  );
  return (
    <div className="page">
      <div className="detail-head">
        <Link to={mayList ? listAddress('/orders') : '/work'} className="back">
          <ArrowLeftOutlined aria-hidden /> {t(mayList ? 'nav.orders' : 'nav.work')}
        </Link>
        <h1>
          {words.title(item)}
          <span className="detail-where">{words.where(item)}</span>
        </h1>
        <div className="facts-line">
          <Standing item={item} />
        </div>
      </div>
      <div className="detail">
        <div className="detail-side">
          <HouseholdHints item={item} />
          <Card title={t('detail.actions')}>
            <ActionPanel complaint={item} />
          </Card>
          <Card title={t('detail.clocks')}>
            <Clocks complaint={item} />
          </Card>
          {!phone && side}
        </div>
        <div className="detail-main">
          <Card title={t('order.work')}>
            <OrderFacts item={item} order={order} />
          </Card>
          {order.checklist && <ChecklistPart item={item} order={order} checklist={order.checklist} />}
          <Card title={t('detail.timeline')}>
            <Timeline complaint={item} />
          </Card>
        </div>
        {phone && <div className="detail-side">{side}</div>}
        <div className="detail-wide">
          <Card title={t('detail.workflow')}>
            {diagram ? (
              <Suspense fallback={<RowsSkeleton />}>
                <WorkflowDiagram complaint={item} />
              </Suspense>
            ) : (
              <Button onClick={() => setDiagram(true)}>{t('diagram.show')}</Button>
            )}
          </Card>
        </div>
      </div>
    </div>
  );
}
