import { Segmented, Select, Tag } from 'antd';
import { useEffect } from 'react';
import { Navigate, useLocation, useSearchParams } from 'react-router';
import { definitionOf, type VisitMeasure, visitMeasures } from '#domain/learned/figure';
import { addDays, localDate } from '#domain/time';
import { dayWords } from '../../components/day-words.ts';
import { ImproveLink } from '../../components/improve-link.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import '../../styles/rates.css';
import '../../styles/learned.css';
import { useNow } from '../clock/system-clock.tsx';
import { useWorkplace } from '../workplace/workplace.tsx';
import { FigureParts } from './figure-parts.tsx';
import { FigureTiles } from './figure-tiles.tsx';
import { LearnedVisits } from './learned-visits.tsx';
import { ReasonPareto } from './reason-pareto.tsx';
import { SaidList } from './said-list.tsx';
import { useLearned } from './use-learned.ts';
import { PARTS, type Part, usePartNames } from './use-part-names.ts';

const SPANS = ['30', '90', '365'] as const;
const VIEWS = ['figures', 'said'] as const;

/** What visits taught: figures with their parts, why scores were low, what was said. What is chosen stands in the address. */
export default function LearnedPage() {
  const { t, language } = useWords();
  const { site, me } = useWorkplace();
  const [params, setParams] = useSearchParams();
  const today = localDate(useNow(), site?.zone ?? 'UTC');
  usePageTitle(t('nav.learned'));
  const shown = VIEWS.find((name) => name === params.get('view')) ?? 'figures';
  const measure = visitMeasures.find((name) => name === params.get('measure')) ?? 'satisfaction';
  const span = SPANS.find((days) => days === params.get('days')) ?? '30';
  const by: Part = PARTS.find((name) => name === params.get('by')) ?? 'area';
  const part = params.get('part') ?? undefined;
  const reason = params.get('reason') ?? undefined;
  const period = { from: addDays(today, 1 - Number(span)), to: today };
  const query = useLearned({ site: site?.id ?? '', ...period, by });
  const view = query.data?.data;
  const names = usePartNames(site?.id ?? '', view);
  const { hash, key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: every choice of a figure leads down to its visits
  useEffect(() => {
    if (hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'start' });
  }, [hash, key]);
  if (site === null) return <Navigate to="/work" replace />;
  const address = (change: Record<string, string | null>): string => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(change)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    return `?${next}`;
  };
  const choose = (change: Record<string, string | null>) =>
    setParams(new URLSearchParams(address(change)), { replace: true });
  const behind = {
    ...(part !== undefined && by !== 'site' && { [by]: part }),
    ...(reason !== undefined && { reason }),
  };
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('nav.learned')}</h1>
        <p className="quiet">
          {t('learned.period', {
            from: dayWords(period.from, language, true),
            to: dayWords(period.to, language, true),
          })}
        </p>
      </div>
      <div className="toolbar">
        <Segmented
          value={shown}
          onChange={(value) => choose({ view: value })}
          options={VIEWS.map((value) => ({ value, label: t(`learned.view.${value}`) }))}
          aria-label={t('nav.learned')}
        />
        <Segmented
          value={span}
          onChange={(days) => choose({ days })}
          options={SPANS.map((days) => ({ value: days, label: t('learned.days', { days }) }))}
          aria-label={t('learned.span')}
        />
      </div>
      {query.error && !view ? (
        <Failed message={query.error.message} retry={() => void query.refetch()} />
      ) : shown === 'said' ? (
        <SaidList site={site.id} period={period} view={view} />
      ) : (
        <>
          <FigureTiles
            view={view}
            chosen={measure}
            to={(one: VisitMeasure) => address({ measure: one, part: null, reason: null })}
          />
          <section className="home-section" aria-labelledby="learned-parts">
            <div className="home-section-head">
              <h2 id="learned-parts">{t('learned.parts')}</h2>
              <Select<Part>
                value={by}
                aria-label={t('learned.by')}
                onChange={(value) => choose({ by: value, part: null })}
                options={PARTS.filter((one) => one !== 'site' || me.sites.length > 1).map((one) => ({
                  value: one,
                  label: t(`learned.by.${one}`),
                }))}
                popupMatchSelectWidth={false}
              />
            </div>
            <FigureParts
              by={by}
              measure={measure}
              view={view}
              site={site.id}
              to={(one, id) =>
                `${address({ measure: one, part: by === 'site' ? null : id, reason: null })}#learned-behind`
              }
            />
          </section>
          <section className="home-section" aria-labelledby="learned-why">
            <h2 id="learned-why">{t('learned.why')}</h2>
            <p className="quiet learned-lead">{t('learned.whyLead')}</p>
            {view ? (
              <ReasonPareto
                view={view}
                site={site.id}
                to={(id) =>
                  id === '' ? null : `${address({ measure: 'satisfaction', reason: id, part: null })}#learned-behind`
                }
              />
            ) : (
              <RowsSkeleton />
            )}
          </section>
          <section className="home-section" aria-labelledby="learned-behind">
            <h2 id="learned-behind">{t('learned.behindOf', { measure: definitionOf(measure).name[language] })}</h2>
            <p className="quiet learned-lead">
              {definitionOf(measure).meaning[language]}{' '}
              {part !== undefined && (
                <Tag closable onClose={() => choose({ part: null })}>
                  {names.part(by, part)}
                </Tag>
              )}
              {reason !== undefined && (
                <Tag closable onClose={() => choose({ reason: null })}>
                  {names.reason(reason)}
                </Tag>
              )}
            </p>
            <p className="learned-improve">
              <ImproveLink
                measure={measure}
                days={span}
                by={part !== undefined && by !== 'site' ? { dimension: by, value: part } : null}
                goal={view?.targets.find((target) => target.measure === measure)?.goal}
              />
            </p>
            <LearnedVisits measure={measure} site={site.id} period={period} filter={behind} view={view} />
          </section>
        </>
      )}
    </div>
  );
}
