import { ArrowLeftOutlined } from '@ant-design/icons';
import { Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import type { FigureRef } from '#domain/learned/figure';
import { type RateName, rateDefinitions, rateNames, shareWords } from '#domain/order-rates';
import { addDays, localDate } from '#domain/time';
import type { RatesView } from '#http/schemas/rates';
import { dayWords } from '../../components/day-words.ts';
import { ImproveLink } from '../../components/improve-link.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { Failed } from '../../components/states.tsx';
import { type Key, useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { useWorkplace } from '../workplace/workplace.tsx';
import { CountedFacilities } from './counted-facilities.tsx';
import { CountedOrders } from './counted-orders.tsx';
import { type FilterName, useOrderFilters } from './order-filters.tsx';
import { RateParts } from './rate-parts.tsx';
import { RateTiles } from './rate-tiles.tsx';
import { rateName, stateOf, targetWords } from './rate-words.ts';
import { useRates } from './use-rates.ts';

const SPANS = ['30', '90', '365'] as const;
const PARTS = ['area', 'person', 'kind', 'site'] as const;
type Part = (typeof PARTS)[number];

/** What each standard is made of: its meaning, its parts and the orders behind it. What is chosen stands in the address. */
export default function RatesPage() {
  const { t, language } = useWords();
  const { site, me } = useWorkplace();
  const [params, setParams] = useSearchParams();
  const today = localDate(useNow(), site?.zone ?? 'UTC');
  usePageTitle(t('rate.title'));
  const rate = rateNames.find((name) => name === params.get('rate')) ?? 'timeliness';
  const span = SPANS.find((days) => days === params.get('days')) ?? '30';
  const by: Part = PARTS.find((name) => name === params.get('by')) ?? 'area';
  const all = params.get('list') === 'all';
  const period = { from: addDays(today, 1 - Number(span)), to: today };
  const { filter, filters } = useOrderFilters();
  const query = useRates({ site: site?.id ?? '', ...period, ...filter, by });
  if (site === null) return <Navigate to="/work" replace />;
  const choose = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    next.set(name, value);
    setParams(next, { replace: true });
  };
  const to = (name: RateName) => {
    const next = new URLSearchParams(params);
    next.set('rate', name);
    return `/orders/rates?${next}`;
  };
  /** A part of the comparison narrows the page, its list below included. */
  const toPart = (id: string, list: 'against' | 'all') => {
    const next = new URLSearchParams(params);
    if (by !== 'site') next.set(by, id);
    next.set('list', list);
    return `/orders/rates?${next}#rate-behind`;
  };
  const view = query.data?.data;
  return (
    <div className="page">
      <div className="detail-head">
        <Link to="/orders" className="back">
          <ArrowLeftOutlined aria-hidden /> {t('nav.orders')}
        </Link>
        <h1>{t('rate.title')}</h1>
        <p className="quiet">
          {t('rate.period', { from: dayWords(period.from, language, true), to: dayWords(period.to, language, true) })}
        </p>
      </div>
      <div className="toolbar">
        <Segmented
          value={span}
          onChange={(days) => choose('days', days)}
          options={SPANS.map((days) => ({ value: days, label: t('rate.days', { days }) }))}
          aria-label={t('rate.span')}
        />
        <div className="filters">{filters}</div>
      </div>
      {query.error && !view ? (
        <Failed message={query.error.message} retry={() => void query.refetch()} />
      ) : (
        <>
          <RateTiles view={view} to={to} chosen={rate} />
          <OneRate rate={rate} view={view} improve={<ImproveLink measure={rate} days={span} by={partOf(filter)} />} />
          <section className="home-section" aria-labelledby="rate-parts">
            <div className="home-section-head">
              <h2 id="rate-parts">{t('rate.parts', { rate: rateName(rate, language) })}</h2>
              <Select<Part>
                value={by}
                aria-label={t('rate.by')}
                onChange={(value) => choose('by', value)}
                options={PARTS.filter((part) => part !== 'site' || me.sites.length > 1).map((part) => ({
                  value: part,
                  label: t(`rate.by.${part}`),
                }))}
                popupMatchSelectWidth={false}
              />
            </div>
            <RateParts rate={rate} by={by} view={view} site={site.id} to={toPart} />
          </section>
          <section className="home-section" aria-labelledby="rate-behind">
            <div className="home-section-head">
              <h2 id="rate-behind">{all ? t('rate.counted') : rateDefinitions[rate].against[language]}</h2>
              <Segmented
                value={all ? 'all' : 'against'}
                onChange={(value) => choose('list', value)}
                options={[
                  { value: 'against', label: t('rate.againstOnly') },
                  { value: 'all', label: t('rate.countedAll') },
                ]}
                aria-label={t('rate.list')}
              />
            </div>
            {rate === 'condition' ? (
              <CountedFacilities site={site.id} filter={filter} all={all} />
            ) : (
              <CountedOrders rate={rate} site={site.id} period={period} filter={filter} all={all} />
            )}
          </section>
        </>
      )}
    </div>
  );
}

/** The chosen part of the site; of one dimension at most. */
const partOf = ({ area, person, kind }: Record<FilterName, string | undefined>): FigureRef['by'] => {
  if (area) return { dimension: 'area', value: area };
  if (person) return { dimension: 'worker', value: person };
  return kind ? { dimension: 'category', value: kind } : null;
};

/** The figure with what it divides: nobody has to guess what is counted. */
function OneRate({ rate, view, improve }: { rate: RateName; view: RatesView | undefined; improve: ReactNode }) {
  const { t, language } = useWords();
  const tally = view?.rates[rate];
  const words: Key = rate === 'lighting' ? 'rate.lamps' : rate === 'condition' ? 'rate.facilities' : 'rate.orders';
  return (
    <section className="panel rate-meaning" aria-live="polite">
      <h2>{rateName(rate, language)}</h2>
      <p>{rateDefinitions[rate].meaning[language]}</p>
      {tally && (
        <p className="quiet">
          {tally.of === 0
            ? t('rate.nothing')
            : t(words, { hit: tally.hit, of: tally.of, share: shareWords(rate, tally) ?? '' })}{' '}
          {t('rate.target', { target: targetWords(rate) })}
        </p>
      )}
      {tally && stateOf(rate, tally) === 'missed' && improve}
    </section>
  );
}
