import { CalendarOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Segmented, Select } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { goesByDates, type MaintenancePlan } from '#domain/maintenance-plan';
import { planWords } from '#domain/plan/plan-words';
import { EntityRows } from '../../components/entity-rows.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { useRecipientWords } from '../../components/recipient-words.ts';
import { Empty, Failed, PageSkeleton } from '../../components/states.tsx';
import '../../styles/plans.css';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { DocumentBar } from '../document/document-bar.tsx';
import { HistoryButton } from '../document/history-drawer.tsx';
import { NamesInHand } from '../document/names-in-hand.ts';
import { type OpenDocument, useDocument } from '../document/use-document.ts';
import { Opened } from '../organisation/opened-document.tsx';
import { useMay } from '../workplace/may.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { DateWords } from './date-words.tsx';
import { NewPlan } from './new-plan.tsx';
import { nextOf } from './outlook.ts';
import { PlanStatus } from './plan-status.tsx';
import { StandingLine } from './standing.tsx';
import { SubscribeButton } from './subscribe.tsx';
import { useProblems } from './use-problems.ts';
import { type SitePlans, useCompiled, useSitePlans } from './use-site-plans.ts';

const NOTHING = { plans: [] };

/** The plans of the site (维保计划): what comes next, and how each stands. */
export default function PlansPage() {
  const { t } = useWords();
  const { me, site, chooseSite } = useWorkplace();
  const [params, setParams] = useSearchParams();
  const asked = me.sites.find(({ id }) => id === params.get('site'))?.id;
  useEffect(() => {
    if (asked === undefined) return;
    chooseSite(asked);
    setParams({}, { replace: true });
  }, [asked, chooseSite, setParams]);
  usePageTitle(t('nav.plans'));
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
      <Opened found={opened}>{(document) => <List document={document} found={found} />}</Opened>
    </NamesInHand>
  );
}

const STATES = ['active', 'paused', 'ended'] as const;

function List({ document, found }: { document: OpenDocument<'plans'>; found: SitePlans }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const mayPublish = useMay('document.publish');
  const [adding, setAdding] = useState(false);
  const [state, setState] = useState<(typeof STATES)[number]>('active');
  const { body, editable } = document;
  const count = (of: (typeof STATES)[number]) => body.plans.filter(({ status }) => status === of).length;
  const add = editable && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t('plans.add')}
    </Button>
  );
  return (
    <div className="page">
      <div className="page-head">
        <div className="page-head-row">
          <h1>{t('nav.plans')}</h1>
          <span className="facts-line">
            <HistoryButton document={document} name={t('nav.plans')} />
          </span>
        </div>
        <p className="quiet">{t('plans.lead')}</p>
      </div>
      {!editable && !mayPublish && (
        <Alert className="read-only-notice" type="info" showIcon message={t('plans.readOnly')} />
      )}
      {found.calendar === null && <Alert type="warning" showIcon message={t('plans.noCalendar')} />}
      <div className="toolbar">
        <Segmented
          value={state}
          onChange={setState}
          options={STATES.map((one) => ({ value: one, label: `${t(`plans.state.${one}`)} ${count(one)}` }))}
        />
        <div className="head-buttons">
          <SubscribeButton site={found.site} />
          <Button icon={<CalendarOutlined />} onClick={() => navigate('/plans/year')}>
            {t('plans.year')}
          </Button>
          {add}
        </div>
      </div>
      {body.plans.length === 0 ? (
        <Empty title={t('plans.empty')} hint={t(editable ? 'plans.emptyHint' : 'plans.emptyHintReader')}>
          {add}
        </Empty>
      ) : (
        <Rows document={document} found={found} state={state} />
      )}
      <DocumentBar document={document} />
      <NewPlan
        open={adding}
        close={() => setAdding(false)}
        document={document}
        added={(id) => navigate(`/plans/${found.site}/${id}`)}
      />
    </div>
  );
}

interface RowsProps {
  document: OpenDocument<'plans'>;
  found: SitePlans;
  state: (typeof STATES)[number];
}

/** The soonest first; what comes by no date behind. */
function Rows({ document, found, state }: RowsProps) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const recipients = useRecipientWords();
  const now = useNow();
  const { body } = document;
  const [person, setPerson] = useState<string | undefined>();
  const compiled = useCompiled(body, found);
  const problems = useProblems(document, found);
  const titles = useMemo(() => new Map(body.plans.map(({ id, name }) => [id, name])), [body.plans]);
  const peopleOf = (plan: MaintenancePlan) =>
    [...new Set(plan.assets.flatMap((id) => found.assets.get(id)?.responsible ?? []))].map((id) => ({
      id,
      name: names.person(id),
    }));
  const people = new Map(body.plans.flatMap(peopleOf).map(({ id, name }) => [id, name]));
  const rows = body.plans
    .map((plan, index) => {
      const one = compiled.get(plan.id);
      return {
        plan,
        index,
        next: one && plan.status === 'active' ? nextOf(one, now, { state: found.states.get(plan.id) }) : null,
        people: peopleOf(plan),
      };
    })
    .filter(({ plan }) => plan.status === state)
    .filter(({ people: those }) => person === undefined || those.some(({ id }) => id === person))
    .sort(
      (a, b) =>
        (a.next?.at ?? Number.POSITIVE_INFINITY) - (b.next?.at ?? Number.POSITIVE_INFINITY) || a.index - b.index,
    );
  return (
    <>
      <div className="filters plans-filters">
        <Select
          className="filter"
          allowClear
          showSearch
          optionFilterProp="label"
          aria-label={t('plans.person')}
          placeholder={t('plans.person')}
          value={person}
          onChange={setPerson}
          options={[...people].map(([value, label]) => ({ value, label }))}
        />
      </div>
      {rows.length === 0 ? (
        <Empty title={t('plans.none')} hint={t('plans.noneHint')} />
      ) : (
        <EntityRows
          rows={rows}
          label={t('nav.plans')}
          keyOf={({ plan }) => plan.id}
          head={t('plans.plan')}
          title={({ plan }) => plan.name[language]}
          sub={({ plan }) => planWords(plan, titles, language)[0]}
          columns={[
            {
              label: t('plans.next'),
              cell: ({ plan, next }) => (
                <DateWords
                  date={next?.date ?? null}
                  now={now}
                  zone={found.zone}
                  none={t(goesByDates(plan) ? 'plans.noNext' : 'plans.byMeter')}
                />
              ),
            },
            {
              label: t('plans.assets'),
              cell: ({ plan }) =>
                plan.route
                  ? t('plans.points', { count: plan.route.points.length })
                  : plan.assets.length || t('plans.round'),
            },
            {
              label: t('plans.person'),
              cell: ({ plan, people: those }) =>
                plan.route ? (
                  recipients.all(plan.route.people)
                ) : plan.assets.length === 0 ? null : those.length === 0 ? (
                  <span className="quiet">{t('asset.nobody')}</span>
                ) : (
                  those
                    .slice(0, 2)
                    .map(({ name }) => name)
                    .join(language === 'en' ? ', ' : '、') + (those.length > 2 ? ` +${those.length - 2}` : '')
                ),
            },
            {
              label: t('plans.state'),
              cell: ({ plan }) => (
                <span className="date-words">
                  <PlanStatus status={plan.status} />
                  <StandingLine standing={found.standings.get(plan.id)} />
                </span>
              ),
            },
          ]}
          to={({ plan }) => (plan.route ? `/patrols?part=routes&route=${plan.id}` : `/plans/${found.site}/${plan.id}`)}
          wrong={({ index }) => problems.count(index) > 0}
        />
      )}
    </>
  );
}
