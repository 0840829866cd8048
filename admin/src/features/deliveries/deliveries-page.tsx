import { CheckCircleOutlined, ClockCircleOutlined, WarningFilled } from '@ant-design/icons';
import { Segmented } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { DeliveryRow } from '#http/schemas/delivery';
import { useCursorList } from '../../components/cursor-list.ts';
import { usePageTitle } from '../../components/page-title.ts';
import { Pager } from '../../components/pager.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { RetryButton } from './retry-button.tsx';
import { SuppressedList } from './suppressed-list.tsx';
import { useWhyWords } from './why-words.ts';

const LISTS = ['all', 'failed', 'pending', 'done', 'suppressed'] as const;
const EVERY = 15_000;

/** What became of the mails of a site, and the addresses that are not tried any more. */
export default function DeliveriesPage() {
  const { t } = useWords();
  const { site } = useWorkplace();
  const [params, setParams] = useSearchParams();
  const listName = LISTS.find((name) => name === params.get('list')) ?? 'all';
  usePageTitle(t('nav.deliveries'));
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('nav.deliveries')}</h1>
        <p className="quiet">{t('delivery.lead')}</p>
      </div>
      <div className="toolbar">
        <Segmented
          value={listName}
          onChange={(next) => setParams(next === 'all' ? {} : { list: next }, { replace: true })}
          options={LISTS.map((name) => ({ value: name, label: t(`deliveryList.${name}`) }))}
        />
      </div>
      {site === null && <Empty title={t('delivery.none')} hint={t('delivery.noneHint')} />}
      {site && listName === 'suppressed' && <SuppressedList site={site.id} />}
      {site && listName !== 'suppressed' && <Mails site={site.id} state={listName === 'all' ? undefined : listName} />}
    </div>
  );
}

function Mails({ site, state }: { site: string; state: DeliveryRow['state'] | undefined }) {
  const { t } = useWords();
  const list = useCursorList<DeliveryRow>({ resource: 'deliveries', filters: { site, state }, every: EVERY });
  if (list.loading) return <RowsSkeleton />;
  if (list.error) return <Failed message={list.error.message} retry={list.retry} />;
  return (
    <>
      {list.rows.length === 0 && (
        <Empty
          title={t(state === 'failed' ? 'delivery.noFailed' : 'delivery.none')}
          hint={t(state === 'failed' ? 'delivery.noFailedHint' : 'delivery.noneHint')}
        />
      )}
      {list.rows.length > 0 && (
        <ol className={list.stale ? 'deliveries stale' : 'deliveries'}>
          {list.rows.map((row) => (
            <Mail key={row.id} row={row} site={site} />
          ))}
        </ol>
      )}
      <Pager list={list} />
    </>
  );
}

const ICONS = {
  pending: <ClockCircleOutlined aria-hidden />,
  done: <CheckCircleOutlined aria-hidden />,
  failed: <WarningFilled aria-hidden />,
};

function Mail({ row, site }: { row: DeliveryRow; site: string }) {
  const { t } = useWords();
  const { names } = useWorkplace();
  const when = useWhen(site);
  const whyWords = useWhyWords();
  const to = row.to === 'resident' ? t('delivery.resident') : names.person(row.to);
  const reason = row.error === null ? null : whyWords(row.error);
  const technical = [
    ...(row.providerId ? [t('delivery.providerId', { id: row.providerId })] : []),
    ...(reason?.said ? [t('delivery.said', { why: reason.said })] : []),
  ];
  const sentAt = row.finishedAt && row.state === 'done' ? when.at(row.finishedAt) : null;
  const failedBefore = row.state === 'pending' && row.attempts > 0;
  return (
    <li className="panel delivery" data-state={row.state}>
      <span className="delivery-state">
        {ICONS[row.state]} {t(failedBefore ? 'delivery.waiting' : `deliveryState.${row.state}`)}
      </span>
      <div className="delivery-what">
        <strong>{t('delivery.to', { to, about: row.about })}</strong>
        <span className="quiet">
          <Link to={`/complaints/${row.complaint}`}>{row.number}</Link> ·{' '}
          <time dateTime={row.at}>{when.at(row.at)}</time>
          {sentAt !== null && sentAt !== when.at(row.at) && ` · ${t('delivery.sentAt', { when: sentAt })}`}
          {row.attempts > 1 && ` · ${t('delivery.attempts', { count: row.attempts })}`}
        </span>
        {reason && <span className="delivery-error">{t('delivery.reason', { why: reason.why })}</span>}
        {row.nextTry && <span className="quiet">{t('delivery.nextTry', { when: when.at(row.nextTry) })}</span>}
        {technical.length > 0 && (
          <details className="quiet delivery-id">
            <summary>{t('delivery.technical')}</summary>
            {technical.map((line) => (
              <div key={line}>{line}</div>
            ))}
          </details>
        )}
      </div>
      {row.state === 'failed' && <RetryButton row={row} to={to} />}
    </li>
  );
}
