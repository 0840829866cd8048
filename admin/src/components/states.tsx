import type { HttpError } from '@refinedev/core';
import { Button, Result, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
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

type FailedProps = { retry: () => void } & ({ message: string } | { error: HttpError | null });

/** Something could not be read: what, and the way on. Asking again helps neither where one may not look nor where nothing is. */
export function Failed({ retry, ...why }: FailedProps) {
  const { t } = useWords();
  const message = 'error' in why ? (why.error?.message ?? '') : why.message;
  const statusCode = 'error' in why ? why.error?.statusCode : undefined;
  if (statusCode === 403) return <Refused />;
  if (statusCode === 404)
    return (
      <Empty title={message} hint={t('notFound.hint')}>
        <Link to="/">{t('notFound.start')}</Link>
      </Empty>
    );
  return (
    <div className="state" role="alert">
      <strong>{t('state.failed')}</strong>
      <span className="quiet">{message}</span>
      <Button onClick={retry}>{t('state.retry')}</Button>
    </div>
  );
}

/** The reader's post does not include it: who can give it. */
export function Refused() {
  const { t } = useWords();
  return (
    <Empty title={t('refused.title')} hint={t('refused.hint')}>
      <Link to="/">{t('notFound.start')}</Link>
    </Empty>
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
