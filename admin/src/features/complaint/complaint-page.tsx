import { ArrowLeftOutlined, ContactsOutlined, PrinterOutlined } from '@ant-design/icons';
import { type HttpError, useOne } from '@refinedev/core';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ComplaintDetail } from '#http/schemas/complaint';
import { Card } from '../../components/card.tsx';
import { useItemWords } from '../../components/item-words.ts';
import { listAddress } from '../../components/list-address.ts';
import { usePhone } from '../../components/media.ts';
import { usePageTitle } from '../../components/page-title.ts';
import { Failed, PageSkeleton, RowsSkeleton } from '../../components/states.tsx';
import { loadFeature, useWords } from '../../i18n/language.ts';
import { HouseholdHints } from '../care/household-hints.tsx';
import { GoodCasePart } from '../sharing/good-case-part.tsx';
import { useMay } from '../workplace/may.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { ActionPanel } from './action-panel.tsx';
import { Clocks } from './clocks.tsx';
import { Earlier, IntakeFacts } from './facts.tsx';
import { LinkedItems } from './linked-items.tsx';
import { Photos } from './photos.tsx';
import { Standing } from './standing.tsx';
import { Timeline } from './timeline.tsx';

/** With its words: most complaints are opened without it. */
const LinkButton = lazy(async () => {
  const [module] = await Promise.all([import('../incidents/link-button.tsx'), loadFeature('incidents')]);
  return module;
});
const VisitFacts = lazy(() => import('../visits/visit-facts.tsx'));
const WorkflowDiagram = lazy(() => import('./workflow-diagram.tsx'));
const EVERY = 30_000;

export default function ComplaintPage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const { query } = useOne<ComplaintDetail, HttpError>({
    resource: 'complaints',
    id,
    queryOptions: { refetchInterval: EVERY },
    errorNotification: false,
  });
  const complaint = query.data?.data;
  usePageTitle(complaint?.number ?? t('item.complaint'));
  if (query.isPending) return <PageSkeleton />;
  if (!complaint) return <Failed error={query.error} retry={() => void query.refetch()} />;
  return <Complaint key={complaint.id} complaint={complaint} />;
}

function Complaint({ complaint }: { complaint: ComplaintDetail }) {
  const { t } = useWords();
  const phone = usePhone();
  const [diagram, setDiagram] = useState(!phone);
  const open = complaint.endedAt === null;
  return (
    <div className="page">
      <Head complaint={complaint} />
      <div className="detail">
        <div className="detail-side">
          <HouseholdHints item={complaint} />
          <Card title={t('detail.actions')}>
            <ActionPanel complaint={complaint} />
          </Card>
          <Card title={t('detail.clocks')}>
            <Clocks complaint={complaint} />
          </Card>
          {!phone && <Extras complaint={complaint} open={open} />}
        </div>
        <div className="detail-main">
          {complaint.visitDetail ? (
            <Card title={t('itemKind.visit')}>
              <Suspense fallback={<RowsSkeleton />}>
                <VisitFacts item={complaint} visit={complaint.visitDetail} />
              </Suspense>
            </Card>
          ) : (
            <Card title={t('detail.intake')}>
              <IntakeFacts complaint={complaint} />
            </Card>
          )}
          <Card title={t('detail.timeline')}>
            <Timeline complaint={complaint} />
          </Card>
        </div>
        {phone && (
          <div className="detail-side">
            <Extras complaint={complaint} open={open} />
          </div>
        )}
        <div className="detail-wide">
          <Card title={t('detail.workflow')}>
            {diagram ? (
              <Suspense fallback={<RowsSkeleton />}>
                <WorkflowDiagram complaint={complaint} />
              </Suspense>
            ) : (
              <Button onClick={() => setDiagram(true)}>{t('diagram.show')}</Button>
            )}
          </Card>
        </div>
      </div>
    </div>
  );
}

function Extras({ complaint, open }: { complaint: ComplaintDetail; open: boolean }) {
  const { t } = useWords();
  return (
    <>
      <LinkedItems item={complaint} />
      <Card title={t('detail.photos')}>
        <Photos complaint={complaint} mayAdd={open && complaint.actions.length > 0} />
      </Card>
      <SameCause complaint={complaint} />
      <GoodCasePart item={complaint} />
      {complaint.earlier.length > 0 && (
        <Card title={t('detail.earlier')}>
          <Earlier complaint={complaint} />
        </Card>
      )}
    </>
  );
}

/** The incident it belongs to, or the way to link it to others. */
function SameCause({ complaint }: { complaint: ComplaintDetail }) {
  const { t } = useWords();
  const [mayRead, mayWrite] = [useMay('incident.read'), useMay('incident.write')];
  const { incident, kind } = complaint;
  if (incident)
    return (
      <Card title={t('detail.incident')}>
        {mayRead ? <Link to={`/incidents/${incident.id}`}>{incident.title}</Link> : incident.title}
        <span className="row-sub">{incident.number}</span>
      </Card>
    );
  if (!mayWrite || complaint.endedAt !== null || kind === 'visit') return null;
  return (
    <Card title={t('detail.incident')}>
      <Suspense fallback={null}>
        <LinkButton complaint={complaint} />
      </Suspense>
    </Card>
  );
}

/** What and where, how it stands, who answers for it and by when. */
function Head({ complaint }: { complaint: ComplaintDetail }) {
  const { t } = useWords();
  const { names } = useWorkplace();
  const mayList = useMay('item.list');
  const mayReadHouseholds = useMay('household.read');
  const words = useItemWords();
  const visit = complaint.kind === 'visit';
  const [path, label] = visit
    ? (['/visits', 'nav.visits'] as const)
    : mayList
      ? (['/complaints', 'nav.complaints'] as const)
      : (['/work', 'nav.work'] as const);
  return (
    <div className="detail-head">
      <Link to={listAddress(path)} className="back">
        <ArrowLeftOutlined aria-hidden /> {t(label)}
      </Link>
      <h1>
        {words.title(complaint)}
        <span className="detail-where">{names.place(complaint)}</span>
      </h1>
      <div className="facts-line">
        <Standing item={complaint} />
        {!visit && (
          <Link to={`/complaints/${complaint.id}/form`}>
            <PrinterOutlined aria-hidden /> {t('detail.form')}
          </Link>
        )}
        {complaint.reporter.household && mayReadHouseholds && (
          <Link to={`/households/${complaint.reporter.household}`}>
            <ContactsOutlined aria-hidden /> {t('detail.household')}
          </Link>
        )}
      </div>
      {complaint.repeatOf && (
        <p className="notice">
          <Link to={`/complaints/${complaint.repeatOf}`}>{t('detail.repeat')}</Link>
        </p>
      )}
    </div>
  );
}
