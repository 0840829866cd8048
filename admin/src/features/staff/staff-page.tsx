import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { fullName } from '#domain/full-name';
import type { Person } from '#domain/organisation';
import { Address } from '../../components/address.tsx';
import { EntityRows } from '../../components/entity-rows.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { Empty } from '../../components/states.tsx';
import { TransferButtons } from '../../components/transfer-buttons.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { DocumentBar } from '../document/document-bar.tsx';
import { HistoryButton } from '../document/history-drawer.tsx';
import { type OpenDocument, useDocument } from '../document/use-document.ts';
import { NEW, useOpening } from '../organisation/opened.ts';
import { Opened } from '../organisation/opened-document.tsx';
import { useStanding } from '../organisation/standing.ts';
import { useDuties } from '../organisation/use-duties.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { foundPeople, ROLES, type StaffFilter } from './found-people.ts';
import { Presence } from './presence.tsx';
import { StaffDrawer } from './staff-drawer.tsx';

const FIRST = 50;

/** Everybody who works here: how to reach them, where, in what role, what they answer for. */
export default function StaffPage() {
  const { t } = useWords();
  usePageTitle(t('nav.staff'));
  return <Opened found={useDocument('organisation', 'main')}>{(document) => <Staff document={document} />}</Opened>;
}

function Staff({ document }: { document: OpenDocument<'organisation'> }) {
  const { t, language } = useWords();
  const { me, names } = useWorkplace();
  const now = useNow();
  const opening = useOpening();
  const duties = useDuties(document.body);
  const standing = useStanding(document.body);
  const [filter, setFilter] = useState<StaffFilter>({ text: '', active: true });
  const [most, setMost] = useState(FIRST);
  const { body, field } = document;
  const seen = standing.company ? null : me.sites.map(({ id }) => id);
  const rows = foundPeople(body.people, filter, seen);
  const isWrong = (row: Person) => Boolean(field(`people.${body.people.indexOf(row)}`).help);
  const shown = rows.filter((row, index) => index < most || isWrong(row));
  const choose = (patch: Partial<StaffFilter>) => {
    setMost(FIRST);
    setFilter({ ...filter, ...patch });
  };
  const mayAdd = standing.company || me.sites.some(({ id }) => standing.site(id));
  const sites = (person: Person) =>
    person.sites.length === 0
      ? t('staff.wholeCompany')
      : person.sites
          .filter((id) => me.sites.some((own) => own.id === id))
          .map(names.site)
          .join(language === 'en' ? ', ' : '、') || t('staff.otherSites');
  return (
    <div className="page">
      <div className="page-head page-head-row">
        <h1>{t('nav.staff')}</h1>
        <div className="head-buttons">
          <TransferButtons list="staff" name={t('nav.staff')} />
          <HistoryButton document={document} name={t('nav.organisation')} />
        </div>
      </div>
      <div className="toolbar">
        <Input.Search
          className="search"
          allowClear
          value={filter.text}
          aria-label={t('staff.search')}
          placeholder={t('staff.search')}
          onChange={(event) => choose({ text: event.target.value })}
        />
        <div className="filters">
          {me.sites.length > 1 && (
            <Select
              className="filter"
              allowClear
              aria-label={t('site.label')}
              placeholder={t('site.label')}
              value={filter.site}
              onChange={(site: string | undefined) => choose({ site })}
              options={me.sites.map(({ id, name }) => ({ value: id, label: name[language] }))}
            />
          )}
          <Select
            className="filter"
            allowClear
            aria-label={t('staff.role')}
            placeholder={t('staff.role')}
            value={filter.role}
            onChange={(role: StaffFilter['role']) => choose({ role })}
            options={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          />
          <Select
            className="filter"
            aria-label={t('staff.state')}
            value={filter.active}
            onChange={(active: boolean) => choose({ active })}
            options={[
              { value: true, label: t('staff.active') },
              { value: false, label: t('staff.inactive') },
            ]}
          />
          {mayAdd && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => opening.show(NEW)}>
              {t('staff.add')}
            </Button>
          )}
        </div>
      </div>
      {rows.length === 0 ? (
        <Empty title={t('staff.none')} hint={t('staff.noneHint')} />
      ) : (
        <EntityRows
          rows={shown}
          label={t('nav.staff')}
          keyOf={({ id }) => id}
          head={t('staff.person')}
          title={(person) => fullName(person, language) || t('entity.unnamed')}
          sub={(person) => <Presence person={person} duties={duties} />}
          columns={[
            {
              label: t('staff.contact'),
              cell: ({ email, phone }) => (
                <>
                  <a className="row-mail" href={`mailto:${email}`}>
                    <Address email={email} />
                  </a>
                  {phone && (
                    <a className="row-phone" href={`tel:${phone}`}>
                      {phone}
                    </a>
                  )}
                </>
              ),
            },
            { label: t('staff.sites'), cell: sites, deskOnly: me.sites.length < 2 },
            { label: t('staff.role'), cell: ({ role }) => t(`role.${role}`), deskOnly: true },
            {
              label: t('staff.answersFor'),
              cell: ({ id, role }) =>
                duties.summary(id, now) ||
                // Contractors hold no post: what they have is on the register.
                (role === 'contractor' ? (
                  <Link to={`/assets?person=${encodeURIComponent(id)}`}>{t('staff.assets')}</Link>
                ) : (
                  <span className="quiet">{t('staff.nothing')}</span>
                )),
            },
          ]}
          open={({ id }) => opening.show(id)}
          wrong={isWrong}
        />
      )}
      {shown.length < rows.length && (
        <p className="staff-more">
          <Button onClick={() => setMost(most + FIRST)}>
            {t('staff.more', { count: rows.length - shown.length })}
          </Button>
        </p>
      )}
      <StaffDrawer document={document} opening={opening} standing={standing} duties={duties} />
      <DocumentBar document={document} />
    </div>
  );
}
