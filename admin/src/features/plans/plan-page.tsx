import { ArrowLeftOutlined, CopyOutlined } from '@ant-design/icons';
import { Alert, Button, Form, Popconfirm } from 'antd';
import { useEffect } from 'react';
import { Link, Navigate, useNavigate, useParams } from 'react-router';
import type { MaintenancePlan } from '#domain/maintenance-plan';
import { slugOf } from '#domain/slug-of';
import { usePageTitle } from '../../components/page-title.ts';
import { Empty, Failed, PageSkeleton } from '../../components/states.tsx';
import '../../styles/plans.css';
import { useWords } from '../../i18n/language.ts';
import { DocumentBar } from '../document/document-bar.tsx';
import { NamesInHand } from '../document/names-in-hand.ts';
import { type OpenDocument, useDocument } from '../document/use-document.ts';
import { Opened } from '../organisation/opened-document.tsx';
import { useWorkplace } from '../workplace/workplace.tsx';
import { changePlan, removePlan } from './edit.ts';
import { AssetsPart, OrdersPart, RhythmPart, TogetherPart, WhatPart } from './plan-form.tsx';
import { PlanOutlook } from './plan-outlook.tsx';
import { PlanStatus } from './plan-status.tsx';
import { useProblems } from './use-problems.ts';
import { type SitePlans, useCompiled, useSitePlans } from './use-site-plans.ts';

const NOTHING = { plans: [] };

/** One plan: its forms, and beside them what they mean. */
export default function PlanPage() {
  const { site = '', id = '' } = useParams();
  const { t } = useWords();
  const { me, chooseSite } = useWorkplace();
  const known = me.sites.some((one) => one.id === site);
  useEffect(() => {
    if (known) chooseSite(site);
  }, [known, site, chooseSite]);
  if (!known) return <Empty title={t('plans.gone')} hint={t('plans.goneHint')} />;
  return <OfSite key={`${site}/${id}`} site={site} id={id} />;
}

function OfSite({ site, id }: { site: string; id: string }) {
  const opened = useDocument('plans', site, NOTHING);
  const around = useSitePlans(site);
  if (around.error) return <Failed error={around.error} retry={around.retry} />;
  const { found } = around;
  if (found === null) return <PageSkeleton />;
  return (
    <NamesInHand value={found.named}>
      <Opened found={opened}>{(document) => <Plan document={document} found={found} id={id} />}</Opened>
    </NamesInHand>
  );
}

interface PlanProps {
  document: OpenDocument<'plans'>;
  found: SitePlans;
  id: string;
}

function Plan({ document, found, id }: PlanProps) {
  const { t, language } = useWords();
  const { body, editable } = document;
  const index = body.plans.findIndex((one) => one.id === id);
  const plan = body.plans[index];
  const compiled = useCompiled(body, found);
  const problems = useProblems(document, found);
  const name = plan?.name[language] || t('entity.unnamed');
  usePageTitle(name);
  if (plan === undefined)
    return (
      <div className="page">
        <Empty title={t('plans.gone')} hint={t('plans.goneHint')}>
          <Link to="/plans">{t('plans.all')}</Link>
        </Empty>
        <DocumentBar document={document} />
      </div>
    );
  // Its points are edited there: here they would be out of sight.
  if (plan.route) return <Navigate to={`/patrols?part=routes&route=${id}`} replace />;
  const parts = {
    plan,
    found,
    disabled: !editable,
    field: problems.field(index),
    set: (change: Partial<MaintenancePlan>) =>
      document.change((now) => changePlan(now, id, (one) => ({ ...one, ...change }))),
  };
  return (
    <div className="page">
      <div className="page-head">
        <Link to="/plans" className="back">
          <ArrowLeftOutlined aria-hidden /> {t('plans.all')}
        </Link>
        <div className="page-head-row">
          <h1>{name}</h1>
          <span className="facts-line">
            <PlanStatus status={plan.status} />
            {editable && <PlanButtons document={document} plan={plan} site={found.site} />}
          </span>
        </div>
      </div>
      {!editable && <Alert className="read-only-notice" type="info" showIcon message={t('plans.readOnly')} />}
      <div className="detail plan-detail">
        <Form className="detail-main" layout="vertical" component="div">
          <WhatPart {...parts} />
          <RhythmPart {...parts} />
          <AssetsPart {...parts} />
          <OrdersPart {...parts} />
          <TogetherPart {...parts} others={body.plans.filter((one) => one.id !== id)} />
        </Form>
        <PlanOutlook one={compiled.get(id) ?? null} found={found} plans={body.plans} part={parts} />
      </div>
      <DocumentBar document={document} />
    </div>
  );
}

/** Pause, go on, end, copy, and take away what nobody published yet. */
function PlanButtons({
  document,
  plan,
  site,
}: {
  document: OpenDocument<'plans'>;
  plan: MaintenancePlan;
  site: string;
}) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { id, status } = plan;
  const become = (next: MaintenancePlan['status']) =>
    document.change((body) => changePlan(body, id, (one) => ({ ...one, status: next })));
  const isPublished = document.published?.body.plans.some((one) => one.id === id) ?? false;
  const copy = () => {
    const en = `${plan.name.en} (copy)`;
    const taken = document.body.plans.map((one) => one.id);
    const made = slugOf(en, taken, 'plan');
    const name = { 'zh-CN': `${plan.name['zh-CN']}（副本）`, en };
    document.change((body) => ({ plans: [...body.plans, { ...plan, id: made, name, moves: [], status: 'active' }] }));
    navigate(`/plans/${site}/${made}`);
  };
  const remove = () => {
    document.change((body) => removePlan(body, id));
    navigate('/plans');
  };
  return (
    <>
      <Button icon={<CopyOutlined />} onClick={copy}>
        {t('plans.copy')}
      </Button>
      {status === 'active' && (
        <Asked
          title={t('plans.pauseAsk')}
          hint={t('plans.pauseHint')}
          yes={t('plans.pause')}
          act={() => become('paused')}
        />
      )}
      {status !== 'active' && <Button onClick={() => become('active')}>{t('plans.resume')}</Button>}
      {status !== 'ended' && isPublished && (
        <Asked
          danger
          title={t('plans.endAsk')}
          hint={t('plans.endHint')}
          yes={t('plans.end')}
          act={() => become('ended')}
        />
      )}
      {!isPublished && (
        <Asked danger title={t('plans.removeAsk')} hint={t('plans.removeHint')} yes={t('entity.remove')} act={remove} />
      )}
    </>
  );
}

interface AskedProps {
  title: string;
  hint: string;
  yes: string;
  act: () => void;
  danger?: boolean;
}
function Asked({ title, hint, yes, act, danger = false }: AskedProps) {
  const { t } = useWords();
  return (
    <Popconfirm
      title={title}
      description={<span className="confirm-words">{hint}</span>}
      okText={yes}
      cancelText={t('entity.cancel')}
      okButtonProps={{ danger }}
      onConfirm={act}
    >
      <Button danger={danger}>{yes}</Button>
    </Popconfirm>
  );
}
