import { ArrowLeftOutlined } from '@ant-design/icons';
import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { plannedWork } from '#domain/plan/load';
import { newPlanState } from '#domain/plan/plan-state';
import { instantAt, localDate } from '#domain/time';
import { usePhone } from '../../components/media.ts';
import { usePageTitle } from '../../components/page-title.ts';
import { Empty, Failed, PageSkeleton } from '../../components/states.tsx';
import '../../styles/plans.css';
import '../../styles/year.css';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { DocumentBar } from '../document/document-bar.tsx';
import { NamesInHand } from '../document/names-in-hand.ts';
import { type OpenDocument, useDocument } from '../document/use-document.ts';
import { Opened } from '../organisation/opened-document.tsx';
import { useWorkplace } from '../workplace/workplace.tsx';
import { DayPanel } from './day-panel.tsx';
import { MonthList } from './month-list.tsx';
import { SubscribeButton } from './subscribe.tsx';
import { useMoving } from './use-moving.ts';
import { type SitePlans, useCompiled, useSitePlans } from './use-site-plans.ts';
import { WeekLoads } from './week-loads.tsx';
import { collisionsOf, daysOf } from './year.ts';
import { YearGrid } from './year-grid.tsx';

const NOTHING = { plans: [] };

/** A year of all plans of the site (年度视图): how full each day and week is, and for whom; dates are moved here. */
export default function YearPage() {
  const { t } = useWords();
  const { site } = useWorkplace();
  usePageTitle(t('plans.year'));
  if (site === null) return <Empty title={t('plans.noSite')} hint={t('plans.noSiteHint')} />;
  return <OfSite key={site.id} site={site.id} />;
}

function OfSite({ site }: { site: string }) {
  const opened = useDocument('plans', site, NOTHING);
  const around = useSitePlans(site);
  if (around.error) return <Failed error={around.error} retry={around.retry} />;
  const { found } = around;
  if (found === null) return <PageSkeleton />;
  return (
    <NamesInHand value={found.named}>
      <Opened found={opened}>{(document) => <Year document={document} found={found} />}</Opened>
    </NamesInHand>
  );
}

function Year({ document, found }: { document: OpenDocument<'plans'>; found: SitePlans }) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const phone = usePhone();
  const today = localDate(useNow(), found.zone);
  const [params, setParams] = useSearchParams();
  const asked = params.get('day');
  const [day, choose] = useState(asked !== null && /^\d{4}-\d\d-\d\d$/.test(asked) ? asked : today);
  const [turned, turn] = useState<number | null>(null);
  const year = turned ?? Number(day.slice(0, 4));
  const [person, plan] = [params.get('person') ?? undefined, params.get('plan') ?? undefined];
  const filter = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(params);
    if (value === undefined) next.delete(name);
    else next.set(name, value);
    setParams(next, { replace: true });
  };
  const { body } = document;
  const compiled = useCompiled(body, found);
  // What nobody published yet begins today.
  const states = useMemo(() => {
    const fresh = newPlanState(instantAt(today, '00:00', found.zone));
    return new Map([...compiled.keys()].map((id) => [id, found.states.get(id) ?? fresh]));
  }, [compiled, found, today]);
  const all = useMemo(
    () => plannedWork(compiled.values(), found.facts, states, { from: `${year}-01-01`, to: `${year}-12-31` }),
    [compiled, found, states, year],
  );
  const work = useMemo(
    () => all.filter((one) => (person ?? one.person) === one.person && (plan ?? one.plan) === one.plan),
    [all, person, plan],
  );
  const days = useMemo(() => daysOf(work), [work]);
  const collisions = useMemo(() => collisionsOf(work, body.plans), [work, body.plans]);
  const moving = useMoving(document, compiled, (to) => {
    choose(to);
    turn(null);
  });
  const people = [...new Set(all.flatMap((one) => one.person ?? []))];
  const shared = { found, days, collisions, moving, plans: body.plans, today, editable: document.editable };
  return (
    <div className="page">
      <div className="page-head">
        <Link to="/plans" className="back">
          <ArrowLeftOutlined aria-hidden /> {t('plans.all')}
        </Link>
        <div className="page-head-row">
          <h1>{t('plans.year')}</h1>
          <SubscribeButton site={found.site} />
        </div>
        <p className="quiet">{t(document.editable ? (phone ? 'year.leadPhone' : 'year.lead') : 'year.leadReader')}</p>
      </div>
      <div className="toolbar">
        <div className="filters">
          <Select
            className="filter"
            allowClear
            showSearch
            optionFilterProp="label"
            aria-label={t('plans.person')}
            placeholder={t('plans.person')}
            value={person}
            onChange={(value: string | undefined) => filter('person', value)}
            options={people.map((id) => ({ value: id, label: names.person(id) }))}
          />
          <Select
            className="filter"
            allowClear
            showSearch
            optionFilterProp="label"
            aria-label={t('plans.plan')}
            placeholder={t('plans.plan')}
            value={plan}
            onChange={(value: string | undefined) => filter('plan', value)}
            options={body.plans.map(({ id, name }) => ({ value: id, label: name[language] }))}
          />
        </div>
      </div>
      {body.plans.length === 0 && (
        <Empty title={t('plans.empty')} hint={t(document.editable ? 'plans.emptyHint' : 'plans.emptyHintReader')}>
          <Link to="/plans">{t('plans.all')}</Link>
        </Empty>
      )}
      {phone ? (
        <MonthList {...shared} day={day} choose={choose} />
      ) : (
        <div className="year-view">
          <YearGrid {...shared} year={year} turn={turn} day={day} choose={choose} />
          <DayPanel {...shared} day={day} />
        </div>
      )}
      <WeekLoads work={work} year={year} month={phone ? day.slice(0, 7) : null} today={today} />
      <DocumentBar document={document} />
    </div>
  );
}
