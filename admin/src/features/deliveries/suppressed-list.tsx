import { type HttpError, useDataProvider } from '@refinedev/core';
import { App, Button, Popconfirm } from 'antd';
import type { SuppressedRow } from '#http/schemas/delivery';
import { Address } from '../../components/address.tsx';
import { useCursorList } from '../../components/cursor-list.ts';
import { Pager } from '../../components/pager.tsx';
import { useRefreshAll } from '../../components/refresh.ts';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useMay } from '../workplace/may.ts';
import { useWhyWords } from './why-words.ts';

/** Addresses that refused mail for good: nothing is sent there until somebody says otherwise. */
export function SuppressedList({ site }: { site: string }) {
  const { t } = useWords();
  const { notification } = App.useApp();
  const when = useWhen(site);
  const whyWords = useWhyWords();
  const provider = useDataProvider()();
  const refreshAll = useRefreshAll();
  const mayLift = useMay('delivery.retry');
  const list = useCursorList<SuppressedRow>({ resource: 'suppressed', filters: { site } });
  const lift = async (email: string) => {
    try {
      await provider.custom?.({ url: '/api/suppressed/lift', method: 'post', payload: { site, email } });
      notification.success({ message: t('suppressed.lifted', { email }) });
      await refreshAll();
    } catch (thrown) {
      notification.error({ message: (thrown as HttpError).message });
    }
  };
  if (list.loading) return <RowsSkeleton />;
  if (list.error) return <Failed message={list.error.message} retry={list.retry} />;
  return (
    <>
      {list.rows.length === 0 && <Empty title={t('suppressed.none')} hint={t('suppressed.noneHint')} />}
      <ol className="deliveries">
        {list.rows.map(({ email, why, at }) => (
          <li key={email} className="panel delivery">
            <div className="delivery-what">
              <strong>
                <Address email={email} />
              </strong>
              <span className="delivery-error">{t('delivery.reason', { why: whyWords(why).why })}</span>
              <span className="quiet">{t('suppressed.since', { when: when.at(at) })}</span>
            </div>
            {mayLift && (
              <Popconfirm
                title={t('suppressed.liftAsk')}
                description={t('suppressed.liftHint')}
                okText={t('suppressed.lift')}
                cancelText={t('delivery.cancel')}
                onConfirm={() => void lift(email)}
              >
                <Button>{t('suppressed.lift')}</Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ol>
      <Pager list={list} />
    </>
  );
}
