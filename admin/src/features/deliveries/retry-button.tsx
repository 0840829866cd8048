import { type HttpError, useDataProvider } from '@refinedev/core';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { DeliveryRow } from '#http/schemas/delivery';
import { useRefreshAll } from '../../components/refresh.ts';
import { useWords } from '../../i18n/language.ts';
import { useMay } from '../workplace/may.ts';

/** Has a mail that was given up tried again; asks first, as it may ask somebody to act on what is over by now. */
export function RetryButton({ row, to }: { row: DeliveryRow; to: string }) {
  const { t } = useWords();
  const { notification } = App.useApp();
  const provider = useDataProvider()();
  const refreshAll = useRefreshAll();
  const mayRetry = useMay('delivery.retry');
  const [busy, setBusy] = useState(false);
  if (!mayRetry) return null;
  const retry = async () => {
    setBusy(true);
    try {
      const payload = { complaint: row.complaint, id: row.id };
      await provider.custom?.({ url: '/api/deliveries/retry', method: 'post', payload });
      notification.success({ message: t('delivery.retried', { to }) });
      await refreshAll();
    } catch (thrown) {
      notification.error({ message: (thrown as HttpError).message });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Popconfirm
      title={t('delivery.retryAsk', { to })}
      description={t(row.error === 'suppressed' ? 'delivery.retrySuppressed' : 'delivery.retryHint')}
      okText={t('delivery.again')}
      cancelText={t('delivery.cancel')}
      onConfirm={() => void retry()}
    >
      <Button loading={busy}>{t('delivery.again')}</Button>
    </Popconfirm>
  );
}
