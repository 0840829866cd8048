import { type HttpError, useList } from '@refinedev/core';
import { Link } from 'react-router';
import type { PatrolView } from '#http/schemas/patrol';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { useMay } from '../workplace/may.ts';
import { NightHead, PointList } from './night.tsx';

/** A walk changes by the minute while people are on it. */
const EVERY = 20_000;

/** Walks under way, point by point, and how the night just over went. */
export function TonightPart({ site }: { site: string }) {
  const { t } = useWords();
  const mayRead = useMay('document.read');
  const { query } = useList<PatrolView, HttpError>({
    resource: 'patrols-tonight',
    filters: [{ field: 'site', operator: 'eq', value: site }],
    queryOptions: { refetchInterval: EVERY },
    errorNotification: false,
  });
  const nights = query.data?.data ?? [];
  if (query.isPending) return <RowsSkeleton />;
  if (query.error && !query.data) return <Failed message={query.error.message} retry={() => void query.refetch()} />;
  if (nights.length === 0)
    return (
      <Empty title={t('patrol.none')} hint={t('patrol.noneHint')}>
        {mayRead && <Link to="/patrols?part=routes">{t('patrol.toRoutes')}</Link>}
      </Empty>
    );
  return (
    <div className="patrol-nights">
      {nights.map((night) => (
        <section key={night.id} className="panel patrol-night" aria-label={night.number}>
          <NightHead night={night} />
          <PointList night={night} />
        </section>
      ))}
    </div>
  );
}
