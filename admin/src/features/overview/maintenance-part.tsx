import { RightOutlined, WarningFilled } from '@ant-design/icons';
import { Skeleton } from 'antd';
import { Link } from 'react-router';
import { Failed } from '../../components/states.tsx';
import { type Key, useWords } from '../../i18n/language.ts';
import { RateTiles } from '../orders/rate-tiles.tsx';
import { useOrderNumbers } from '../orders/use-order-numbers.ts';
import { useRates } from '../orders/use-rates.ts';

const TILES: readonly { name: 'open' | 'today' | 'overdue' | 'failed'; label: Key; to: string; alarming: boolean }[] = [
  { name: 'open', label: 'home.ordersOpen', to: '/orders', alarming: false },
  { name: 'today', label: 'home.ordersToday', to: '/orders?list=today', alarming: false },
  { name: 'overdue', label: 'home.ordersOverdue', to: '/orders?list=overdue', alarming: true },
  { name: 'failed', label: 'home.ordersFailed', to: '/orders?list=failed', alarming: true },
];

/** Maintenance of the site: orders due today, late ones, failed checks still to be put right, and the five standards. */
export function MaintenancePart({ site }: { site: string }) {
  const { t } = useWords();
  const rates = useRates({ site });
  const query = useOrderNumbers(site);
  const counted = query.data?.data;
  const error = (counted ? null : query.error) ?? (rates.data ? null : rates.error);
  return (
    <section className="home-section" aria-labelledby="maintenance">
      <div className="home-section-head">
        <h2 id="maintenance">{t('home.maintenance')}</h2>
        <Link to="/orders">
          {t('home.allOrders')} <RightOutlined aria-hidden />
        </Link>
      </div>
      {error ? (
        <Failed message={error.message} retry={() => void Promise.all([query.refetch(), rates.refetch()])} />
      ) : (
        <>
          <ul className="home-orders" aria-busy={!counted}>
            {TILES.map(({ name, label, to, alarming }) => {
              const number = counted?.[name];
              const alarm = alarming && number !== undefined && number.count > 0;
              return (
                <li key={name}>
                  <Link to={to} className="home-order" data-alarming={alarm} data-none={number?.count === 0}>
                    <span>
                      {alarm && <WarningFilled aria-hidden />} {t(label)}
                    </span>
                    <strong>
                      {number ? `${number.count}${number.more ? '+' : ''}` : <Skeleton.Button active size="small" />}
                    </strong>
                  </Link>
                </li>
              );
            })}
          </ul>
          <RateTiles view={rates.data?.data} to={(rate) => `/orders/rates?rate=${rate}`} />
        </>
      )}
    </section>
  );
}
