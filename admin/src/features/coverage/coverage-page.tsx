import { Link, Navigate } from 'react-router';
import { FORECAST_DAYS } from '#domain/coverage/gap';
import { usePageTitle } from '../../components/page-title.ts';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWhenIn } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { CoverageLanes } from './coverage-lanes.tsx';
import { CoverageLegend } from './coverage-legend.tsx';
import { lanesFrom } from './from-wire.ts';
import { useCoverage } from './use-coverage.ts';

/** Whom the workflows in force at the site will reach in the next 90 days. */
export default function CoveragePage() {
  const { t } = useWords();
  const { site } = useWorkplace();
  usePageTitle(t('coverage.title'));
  if (site === null) return <Navigate to="/work" replace />;
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('coverage.title')}</h1>
        <p className="quiet">{t('coverage.lead', { days: FORECAST_DAYS })}</p>
      </div>
      <Forecast key={site.id} site={site.id} zone={site.zone} />
    </div>
  );
}

function Forecast({ site, zone }: { site: string; zone: string }) {
  const { t, language } = useWords();
  const when = useWhenIn(zone);
  const query = useCoverage(site);
  const view = query.data?.data;
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />;
  if (!view) return <RowsSkeleton />;
  if (view.workflows.length === 0)
    return (
      <Empty title={t('coverage.none')} hint={t('coverage.noneHint')}>
        <Link to="/workflows">{t('nav.workflows')}</Link>
      </Empty>
    );
  return (
    <div className="coverage">
      <CoverageLegend />
      {view.workflows.map(({ id, name, lanes }) => (
        <section key={id} aria-labelledby={`coverage-${id}`}>
          <h2 id={`coverage-${id}`}>
            <Link to={`/workflows/${id}`}>{name[language]}</Link>
          </h2>
          <CoverageLanes
            lanes={lanesFrom(lanes)}
            site={site}
            zone={zone}
            from={Date.parse(view.from)}
            to={Date.parse(view.to)}
          />
        </section>
      ))}
      <p className="quiet">{t('coverage.computed', { at: when.at(view.computedAt) })}</p>
      <p className="quiet">{t('coverage.assumed', { days: FORECAST_DAYS })}</p>
    </div>
  );
}
