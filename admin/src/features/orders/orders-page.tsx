import { LineChartOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { useKeptAddress } from '../../components/list-address.ts';
import { usePageTitle } from '../../components/page-title.ts';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import '../../styles/orders.css';
import { useMay } from '../workplace/may.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { OpenOrderForm } from './open-order-form.tsx';
import { OrderBoard } from './order-board.tsx';
import { useOrderFilters } from './order-filters.tsx';
import { OrderList } from './order-list.tsx';

const OrderCalendar = lazy(() => import('./order-calendar.tsx'));
const VIEWS = ['list', 'board', 'calendar'] as const;

/** Work orders of the site, as a list, by state or by day. What is chosen stands in the address. */
export default function OrdersPage() {
  const { t } = useWords();
  const { site } = useWorkplace();
  const mayOpen = useMay('order.open');
  const [params, setParams] = useSearchParams();
  const [opening, setOpening] = useState(false);
  const { filter, filters, narrowed, clear } = useOrderFilters();
  usePageTitle(t('nav.orders'));
  useKeptAddress();
  if (site === null) return <Navigate to="/work" replace />;
  const view = VIEWS.find((name) => name === params.get('view')) ?? 'list';
  const choose = (values: Record<string, string | null>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(values))
      if (value === null) next.delete(name);
      else next.set(name, value);
    setParams(next, { replace: true });
  };
  const shared = { site, filter, narrowed, clear, open: mayOpen ? () => setOpening(true) : null };
  return (
    <div className="page">
      <div className="page-head page-head-row">
        <h1>{t('nav.orders')}</h1>
        <div className="head-buttons">
          <Link to="/orders/rates" className="button-link">
            <LineChartOutlined aria-hidden /> {t('rate.title')}
          </Link>
          {mayOpen && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpening(true)}>
              {t('order.openOne')}
            </Button>
          )}
        </div>
      </div>
      <div className="toolbar">
        <Segmented
          value={view}
          aria-label={t('order.view')}
          onChange={(value) => choose({ view: value === 'list' ? null : value })}
          options={VIEWS.map((value) => ({ value, label: t(`order.view.${value}`) }))}
        />
        <div className="filters">{filters}</div>
      </div>
      {view === 'list' && <OrderList {...shared} listName={params.get('list')} choose={(list) => choose({ list })} />}
      {view === 'board' && <OrderBoard {...shared} />}
      {view === 'calendar' && (
        <Suspense fallback={<RowsSkeleton />}>
          <OrderCalendar
            site={site}
            filter={filter}
            asked={{ week: params.get('week'), month: params.get('month') }}
            turn={({ unit, name }) => choose({ week: null, month: null, [unit]: name })}
          />
        </Suspense>
      )}
      <SideDrawer open={opening} title={t('order.openOne')} close={() => setOpening(false)}>
        {opening && <OpenOrderForm site={site.id} asset={null} close={() => setOpening(false)} />}
      </SideDrawer>
    </div>
  );
}
