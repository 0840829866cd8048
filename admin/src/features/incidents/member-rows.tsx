import { useCustomMutation } from '@refinedev/core';
import { App, Button, Checkbox, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { IncidentMemberView, IncidentView } from '#http/schemas/incident';
import { Level } from '../../components/complaint-rows.tsx';
import { Due } from '../../components/due.tsx';
import { usePhone } from '../../components/media.ts';
import { useRefreshAll } from '../../components/refresh.ts';
import { Status } from '../../components/status.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

interface MemberRowsProps {
  incident: IncidentView;
  members: readonly IncidentMemberView[];
  /** Ids of those not chosen. */
  left: ReadonlySet<string>;
  /** Left out for readers who may only look. */
  choose?: (ids: readonly string[], on: boolean) => void;
}

/** The complaints of an incident: a table on a desk, cards on a phone; each can be chosen and taken out. */
export function MemberRows(props: MemberRowsProps) {
  return usePhone() ? <Cards {...props} /> : <Desk {...props} />;
}

function Desk({ incident, members, left, choose }: MemberRowsProps) {
  const { t } = useWords();
  const ids = members.map(({ complaint }) => complaint.id);
  const on = ids.filter((id) => !left.has(id)).length;
  return (
    <div className="table-frame">
      <table className="rows member-rows" aria-label={t('incident.members')}>
        <thead>
          <tr>
            {choose && (
              <th scope="col">
                <Checkbox
                  aria-label={t('incident.selectAll')}
                  checked={on === ids.length}
                  indeterminate={on > 0 && on < ids.length}
                  onChange={({ target }) => choose(ids, target.checked)}
                />
              </th>
            )}
            <th scope="col">{t('item.complaint')}</th>
            <th scope="col">{t('incident.resident')}</th>
            <th scope="col">{t('item.status')}</th>
            <th scope="col">{t('item.due')}</th>
            <th scope="col">{t('item.owner')}</th>
            {choose && (
              <th scope="col">
                <span className="unseen">{t('item.actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.complaint.id}>
              {choose && (
                <td>
                  <Choose member={member} left={left} choose={choose} />
                </td>
              )}
              <td>
                <Title member={member} />
              </td>
              <td>
                <Resident member={member} />
              </td>
              <td>
                <Status status={member.complaint.status} />
                <Level level={member.complaint.level} />
              </td>
              <td>
                {member.complaint.endedAt === null && <Due due={member.complaint.due} site={member.complaint.site} />}
              </td>
              <td>
                <Owner member={member} />
              </td>
              {choose && (
                <td className="row-act">
                  <Unlink incident={incident} member={member} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards({ incident, members, left, choose }: MemberRowsProps) {
  const { t } = useWords();
  return (
    <ul className="cards" aria-label={t('incident.members')}>
      {members.map((member) => (
        <li key={member.complaint.id} className="card">
          <div className="card-top">
            <Title member={member} />
            {choose && <Choose member={member} left={left} choose={choose} />}
          </div>
          <Resident member={member} />
          <div className="card-sub">
            <Status status={member.complaint.status} />
            <Level level={member.complaint.level} />
            {member.complaint.endedAt === null && <Due due={member.complaint.due} site={member.complaint.site} />}
          </div>
          <div className="card-foot">
            <span className="quiet">
              <Owner member={member} />
            </span>
            {choose && <Unlink incident={incident} member={member} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Title({ member: { complaint } }: { member: IncidentMemberView }): ReactNode {
  const { names } = useWorkplace();
  return (
    <span>
      <Link to={`/complaints/${complaint.id}`} className="row-title">
        {names.category(complaint.category)} · {names.place(complaint)}
      </Link>
      <span className="row-sub">{complaint.number}</span>
    </span>
  );
}

function Resident({ member: { values, language, via } }: { member: IncidentMemberView }) {
  const { t } = useWords();
  return (
    <span>
      {values.name}
      <span className="row-sub">
        {language === 'en' ? 'English' : '中文'} · {t(`incident.via.${via}`)}
      </span>
    </span>
  );
}

function Owner({ member: { complaint } }: { member: IncidentMemberView }) {
  const { t } = useWords();
  const { names } = useWorkplace();
  return complaint.owner ? names.person(complaint.owner) : <span className="quiet">{t('item.noOwner')}</span>;
}

type ChooseProps = Required<Pick<MemberRowsProps, 'left' | 'choose'>> & { member: IncidentMemberView };
function Choose({ member: { complaint }, left, choose }: ChooseProps) {
  const { t } = useWords();
  return (
    <Checkbox
      aria-label={t('incident.select', { number: complaint.number })}
      checked={!left.has(complaint.id)}
      onChange={({ target }) => choose([complaint.id], target.checked)}
    />
  );
}

function Unlink({ incident, member: { complaint } }: { incident: IncidentView; member: IncidentMemberView }) {
  const { t } = useWords();
  const { notification } = App.useApp();
  const refreshAll = useRefreshAll();
  const { mutate, mutation } = useCustomMutation();
  const unlink = () =>
    mutate(
      {
        url: `/api/incidents/${incident.id}/unlink`,
        method: 'post',
        values: { complaint: complaint.id },
        successNotification: { type: 'success', message: t('incident.unlinked', { number: complaint.number }) },
        errorNotification: false,
      },
      {
        onSuccess: () => void refreshAll(),
        onError: ({ message }) => notification.error({ message }),
      },
    );
  return (
    <Popconfirm
      title={t('incident.unlinkAsk')}
      okText={t('incident.unlink')}
      cancelText={t('action.cancel')}
      onConfirm={unlink}
    >
      <Button loading={mutation.isPending}>{t('incident.unlink')}</Button>
    </Popconfirm>
  );
}
