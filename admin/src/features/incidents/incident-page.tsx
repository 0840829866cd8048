import { ArrowLeftOutlined } from '@ant-design/icons';
import { type HttpError, useInfiniteList, useOne } from '@refinedev/core';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { IncidentDetail, IncidentMemberView } from '#http/schemas/incident';
import { usePageTitle } from '../../components/page-title.ts';
import { Empty, Failed, PageSkeleton, RowsSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useMay } from '../workplace/may.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { IncidentState } from './incidents-page.tsx';
import { MemberRows } from './member-rows.tsx';
import { TogetherForm } from './together-form.tsx';

const EVERY = 30_000;

/** One incident: its complaints and how each stands, and what can be done with several of them. */
export default function IncidentPage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const { query } = useOne<IncidentDetail, HttpError>({ resource: 'incidents', id, errorNotification: false });
  const incident = query.data?.data;
  usePageTitle(incident?.title ?? t('nav.incidents'));
  if (query.isPending) return <PageSkeleton />;
  if (!incident) return <Failed error={query.error} retry={() => void query.refetch()} />;
  return <Incident key={incident.id} incident={incident} />;
}

function Incident({ incident }: { incident: IncidentDetail }) {
  const { t } = useWords();
  const { names } = useWorkplace();
  const mayWrite = useMay('incident.write');
  const when = useWhen(incident.site);
  const [membersId, togetherId] = [useId(), useId()];
  const { query } = useInfiniteList<IncidentMemberView & { id?: string }, HttpError>({
    resource: `incidents/${incident.id}/members`,
    pagination: { pageSize: 50 },
    queryOptions: {
      initialPageParam: '',
      getNextPageParam: (last) => (last.cursor as { next?: string } | undefined)?.next,
      refetchInterval: EVERY,
    },
    errorNotification: false,
  });
  const members: IncidentMemberView[] = (query.data?.pages ?? []).flatMap(({ data }) => data);
  /** Those that were left out; whatever joins later is chosen. */
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = members.filter(({ complaint }) => !left.has(complaint.id));
  const choose = (ids: readonly string[], on: boolean) => {
    const next = new Set(left);
    for (const id of ids) on ? next.delete(id) : next.add(id);
    setLeft(next);
  };
  const mayAct = mayWrite && members.some(({ complaint }) => complaint.endedAt === null);
  return (
    <div className="page">
      <div className="detail-head">
        <Link to="/incidents" className="back">
          <ArrowLeftOutlined aria-hidden /> {t('nav.incidents')}
        </Link>
        <h1>{incident.title}</h1>
        <div className="facts-line">
          <span className="number">{incident.number}</span>
          <IncidentState incident={incident} />
          <span>{t('incident.size', { n: incident.members })}</span>
          <span className="quiet">
            {t('incident.created', { when: when.at(incident.createdAt), person: names.person(incident.createdBy) })}
          </span>
        </div>
      </div>
      <div className="detail">
        <section className="detail-wide" aria-labelledby={membersId}>
          <h2 id={membersId}>{t('incident.members')}</h2>
          {query.isPending && <RowsSkeleton />}
          {query.error && members.length === 0 && (
            <Failed message={query.error.message} retry={() => void query.refetch()} />
          )}
          {query.isSuccess && members.length === 0 && (
            <Empty title={t('incident.noMembers')} hint={t('incident.noMembersHint')} />
          )}
          {members.length > 0 && (
            <MemberRows incident={incident} members={members} left={left} {...(mayAct && { choose })} />
          )}
          {query.hasNextPage && (
            <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('pager.more')}
            </Button>
          )}
        </section>
        {mayAct && (
          <section className="panel detail-wide" aria-labelledby={togetherId}>
            <h2 id={togetherId}>{t('incident.together')}</h2>
            <TogetherForm incident={incident} members={chosen} />
          </section>
        )}
      </div>
    </div>
  );
}
