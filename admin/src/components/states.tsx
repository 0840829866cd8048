import { Button, Result, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/language.ts';

/** While a page's script or first data are on their way. */
export function PageSkeleton() {
  const { t } = useWords();
  return (
    <div className="page" role="status" aria-label={t('state.loading')}>
      <Skeleton active title={{ width: '30%' }} paragraph={{ rows: 6 }} />
    </div>
  );
}

export function RowsSkeleton() {
  const { t } = useWords();
  return (
    <div className="rows-skeleton" role="status" aria-label={t('state.loading')}>
      {[1, 2, 3, 4].map((row) => (
        <Skeleton key={row} active title={{ width: '40%' }} paragraph={{ rows: 1 }} />
      ))}
    </div>
  );
}

/** Something could not be read: what, and a way to try again. */
export function Failed({ message, retry }: { message: string; retry: () => void }) {
  const { t } = useWords();
  return (
    <div className="state" role="alert">
      <strong>{t('state.failed')}</strong>
      <span className="quiet">{message}</span>
      <Button onClick={retry}>{t('state.retry')}</Button>
    </div>
  );
}

/** Nothing here, and what to do next. */
export function Empty({ title, hint, children }: { title: string; hint: string; children?: ReactNode }) {
  return (
    <div className="state">
      <strong>{title}</strong>
      <span className="quiet">{hint}</span>
      {children}
    </div>
  );
}

export function FullPage({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return <Result status="info" title={title} subTitle={text} extra={children} />;
}
