import { ArrowLeftOutlined, EditOutlined, FileAddOutlined } from '@ant-design/icons';
import { type HttpError, useOne } from '@refinedev/core';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ComplaintSummary } from '#http/schemas/complaint';
import type { HouseholdDetail } from '#http/schemas/household';
import { ComplaintRows } from '../../components/complaint-rows.tsx';
import { useCursorList } from '../../components/cursor-list.ts';
import { usePageTitle } from '../../components/page-title.ts';
import { Pager } from '../../components/pager.tsx';
import { Empty, Failed, PageSkeleton, RowsSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { CarePart } from '../care/care-part.tsx';
import { ResidentData } from '../care/resident-data.tsx';
import { useMay } from '../workplace/may.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { MemberContact, MemberName, MemberWishes } from './member-lines.tsx';
import { MembersForm } from './members-form.tsx';

/** One household (业户档案): who lives there, how to reach them, what was promised and what they complained of. */
export default function HouseholdPage() {
  const { t } = useWords();
  const { names } = useWorkplace();
  const { id = '' } = useParams();
  const { query } = useOne<HouseholdDetail, HttpError>({ resource: 'households', id, errorNotification: false });
  const household = query.data?.data;
  usePageTitle(household ? names.place({ ...household, place: null }) : t('nav.households'));
  if (query.isPending) return <PageSkeleton />;
  if (!household) return <Failed error={query.error} retry={() => void query.refetch()} />;
  return <Household key={household.id} household={household} />;
}

function Household({ household }: { household: HouseholdDetail }) {
  const { t } = useWords();
  const { names, me } = useWorkplace();
  const mayWrite = useMay('household.write');
  const mayFile = useMay('item.file');
  const mayCare = useMay('care.read');
  const mayErase = useMay('care.erase');
  const when = useWhen(household.site);
  const [editing, setEditing] = useState(false);
  const usual = me.sites.find(({ id }) => id === household.site)?.language ?? 'zh-CN';
  const [membersId, historyId, promisesId] = [useId(), useId(), useId()];
  return (
    <div className="page">
      <div className="detail-head">
        <Link to="/households" className="back">
          <ArrowLeftOutlined aria-hidden /> {t('household.back')}
        </Link>
        <h1>{names.place({ ...household, place: null })}</h1>
        <div className="facts-line">
          <span>{names.site(household.site)}</span>
          <span className="quiet">
            {household.changedAt && household.changedBy
              ? t('household.changed', {
                  when: when.at(household.changedAt),
                  person: names.person(household.changedBy),
                })
              : t('household.neverChanged')}
          </span>
        </div>
      </div>
      <div className="detail">
        <div className="detail-main">
          <section className="panel" aria-labelledby={membersId}>
            <div className="section-head">
              <h2 id={membersId}>{t('households.members')}</h2>
              {mayWrite && !editing && (
                <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>
                  {t('household.edit')}
                </Button>
              )}
            </div>
            {editing ? (
              <MembersForm household={household} usual={usual} done={() => setEditing(false)} />
            ) : (
              <Members household={household} usual={usual} />
            )}
          </section>
          {mayCare && <CarePart household={household} />}
          {mayErase && <ResidentData household={household} />}
        </div>
        <div className="detail-side">
          <section className="panel" aria-labelledby={promisesId}>
            <h2 id={promisesId}>{t('household.promises')}</h2>
            <Promises promises={household.promises} />
          </section>
          {mayFile && (
            <Link to={`/complaints/new?household=${encodeURIComponent(household.id)}`} className="file-for">
              <FileAddOutlined aria-hidden /> {t('household.file')}
            </Link>
          )}
        </div>
        <section className="detail-wide" aria-labelledby={historyId}>
          <h2 id={historyId}>{t('household.history')}</h2>
          <History household={household} />
        </section>
      </div>
    </div>
  );
}

function Members({ household, usual }: { household: HouseholdDetail; usual: string }) {
  const { t } = useWords();
  if (household.members.length === 0) return <p className="quiet">{t('household.noMember')}</p>;
  return (
    <ul className="member-cards">
      {household.members.map((member) => (
        <li key={`${member.name} ${member.phone}`}>
          <strong>
            <MemberName member={member} />
          </strong>
          <MemberContact member={member} />
          <span className="quiet">
            <MemberWishes member={member} usual={usual} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Promises({ promises }: { promises: HouseholdDetail['promises'] }) {
  const { t } = useWords();
  const { kept, broken, complaints, more } = promises;
  if (kept + broken === 0) return <p className="quiet">{t('household.noPromises')}</p>;
  return (
    <>
      <dl className="promises">
        <div>
          <dd>{kept}</dd>
          <dt>{t('household.kept')}</dt>
        </div>
        <div data-late={broken > 0}>
          <dd>{broken}</dd>
          <dt>{t('household.broken')}</dt>
        </div>
      </dl>
      {more && <p className="quiet">{t('household.counted', { n: complaints })}</p>}
    </>
  );
}

function History({ household }: { household: HouseholdDetail }) {
  const { t } = useWords();
  const list = useCursorList<ComplaintSummary>({
    resource: `households/${household.id}/complaints`,
    filters: {},
    pageSize: 10,
  });
  if (list.loading) return <RowsSkeleton />;
  if (list.error) return <Failed message={list.error.message} retry={list.retry} />;
  if (list.rows.length === 0) return <Empty title={t('household.noHistory')} hint={t('household.noHistoryHint')} />;
  return (
    <>
      <ComplaintRows rows={list.rows} label={t('household.history')} />
      <Pager list={list} />
    </>
  );
}
