import { useId, useMemo } from 'react';
import { coverage } from '#domain/coverage/coverage';
import { departmentsOf } from '#domain/coverage/departments-of';
import { FORECAST_DAYS, type Lane } from '#domain/coverage/gap';
import { stripOf } from '#domain/coverage/strip';
import { baseOf, siteOf } from '#domain/document-id';
import { DAY, HOUR } from '#domain/time';
import { durationWords } from '#domain/words';
import { Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { type SimFacts, useSimFacts } from '../simulate/use-sim-facts.ts';
import type { PreviewProps } from '../workflows/previews.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { CoverageLanes } from './coverage-lanes.tsx';
import { CoverageLegend } from './coverage-legend.tsx';

/** Whom the draft would reach in the next 90 days, at the site it is for or the one in view. */
export default function CoveragePreview(props: PreviewProps) {
  const { t } = useWords();
  const { me, site: chosen, names } = useWorkplace();
  const title = useId();
  const site = me.sites.find(({ id }) => id === siteOf(props.id)) ?? chosen;
  if (site === null) return null;
  return (
    <section className="coverage" aria-labelledby={title}>
      <h3 id={title} className="form-heading">
        {t('coverage.title')}
      </h3>
      <p className="quiet">{t('coverage.leadDraft', { site: names.site(site.id), days: FORECAST_DAYS })}</p>
      <AtSite {...props} site={site.id} />
    </section>
  );
}

function AtSite({ site, ...props }: PreviewProps & { site: string }) {
  const loaded = useSimFacts(site);
  if (loaded.at === 'failed') return <Failed message={loaded.message} retry={loaded.retry} />;
  if (loaded.at === 'loading') return <RowsSkeleton />;
  return <Forecast {...props} site={site} facts={loaded.facts} />;
}

function Forecast({ id, draft, current, site, facts }: PreviewProps & { site: string; facts: SimFacts }) {
  const { t, language } = useWords();
  const { calendar } = facts;
  const from = Math.floor(useNow() / HOUR) * HOUR;
  const to = from + FORECAST_DAYS * DAY;
  const body = current?.body ?? null;
  const [lanes, before] = useMemo(() => {
    const { directory, routing } = facts;
    const at = { directory, calendar, site, departments: departmentsOf(routing, baseOf(id)) };
    return [coverage(draft, at, from, to), body && coverage(body, at, from, to)];
  }, [draft, body, facts, calendar, site, id, from, to]);
  const said = (some: readonly Lane[]) => {
    const ms = nobodyFor(some);
    return ms === 0 ? t('coverage.never') : durationWords(ms, language);
  };
  return (
    <>
      <p className="coverage-headline" role="status">
        {before
          ? t('coverage.compared', { draft: said(lanes), current: said(before) })
          : t('coverage.onlyDraft', { draft: said(lanes) })}
      </p>
      <CoverageLegend />
      <CoverageLanes folded lanes={lanes} site={site} zone={calendar.zone} from={from} to={to} />
      <p className="quiet">{t('coverage.assumed', { days: FORECAST_DAYS })}</p>
    </>
  );
}

/** How long some level or other reaches nobody. */
const nobodyFor = (lanes: readonly Lane[]): number =>
  stripOf(lanes.flatMap(({ gaps }) => gaps.filter(({ state }) => state === 'nobody'))).reduce(
    (sum, { from, to }) => sum + to - from,
    0,
  );
