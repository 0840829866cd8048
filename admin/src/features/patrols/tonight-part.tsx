import { type HttpError, useCustom, useList } from '@refinedev/core';
import { Link } from 'react-router';
import type { MaintenancePlans } from '#domain/maintenance-plan';
import type { PatrolView } from '#http/schemas/patrol';
import type { PlanStanding } from '#http/schemas/plan';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useMay } from '../workplace/may.ts';
import { routesOf } from './edit.ts';
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
        {mayRead && <NextWalk site={site} />}
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

/** When the next walk is opened, and which; nothing while none is armed. */
function NextWalk({ site }: { site: string }) {
  const { t, language } = useWords();
  const when = useWhen(site);
  const { result: plans } = useCustom<{ body: MaintenancePlans }, HttpError>({
    url: `/api/documents/plans/${site}`,
    method: 'get',
    queryOptions: { retry: false },
    errorNotification: false,
  });
  const { query } = useList<PlanStanding & { id: string }, HttpError>({
    resource: `plans/${site}`,
    pagination: { pageSize: 100 },
    errorNotification: false,
  });
  const routes = plans.data?.body ? routesOf(plans.data.body) : [];
  const [next] = (query.data?.data ?? [])
    .flatMap(({ plan, next }) =>
      routes.filter(({ id }) => next && id === plan).map(({ name }) => ({ name, at: next?.at ?? '' })),
    )
    .toSorted((a, b) => a.at.localeCompare(b.at));
  if (!next) return null;
  return <p>{t('patrol.next', { when: when.at(next.at), name: next.name[language] })}</p>;
}
