import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { HouseholdRow } from '#http/schemas/household';
import { useCursorList } from '../../components/cursor-list.ts';
import { useDebounced } from '../../components/debounced.ts';
import { EntityRows } from '../../components/entity-rows.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { Pager } from '../../components/pager.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { TransferButtons } from '../../components/transfer-buttons.tsx';
import { useWords } from '../../i18n/language.ts';
import { useMay } from '../workplace/may.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { MemberContact, MemberName, MemberWishes } from './member-lines.tsx';
import { NewHouseholdForm } from './new-household-form.tsx';

const PAUSE = 250;

/** Resident files (业户档案) of the site: all by building and unit, or those found. What is asked stands in the address. */
export default function HouseholdsPage() {
  const { t, language } = useWords();
  const { site, directory, names } = useWorkplace();
  const mayWrite = useMay('household.write');
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState(params.get('q') ?? '');
  const [adding, setAdding] = useState(false);
  const q = useDebounced(typed.trim(), PAUSE);
  const building = params.get('building') ?? undefined;
  const list = useCursorList<HouseholdRow>({
    resource: 'households',
    filters: { site: site?.id, q: q || undefined, building },
    enabled: site !== null,
  });
  usePageTitle(t('nav.households'));

  const choose = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true });
  };
  const place = (row: HouseholdRow) => names.place({ ...row, place: null });
  const empty = !list.loading && !list.error && list.rows.length === 0;
  const asked = q !== '' || building !== undefined;
  return (
    <div className="page">
      <div className="page-head page-head-row">
        <h1>{t('nav.households')}</h1>
        <div className="head-buttons">
          <TransferButtons list="households" name={t('nav.households')} />
          {mayWrite && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              {t('households.add')}
            </Button>
          )}
        </div>
      </div>
      <div className="toolbar">
        <Input.Search
          className="search"
          allowClear
          value={typed}
          aria-label={t('households.search')}
          placeholder={t('households.search')}
          onChange={({ target }) => {
            setTyped(target.value);
            choose('q', target.value.trim());
          }}
        />
        <div className="filters">
          <Select
            className="filter"
            allowClear
            aria-label={t('field.building')}
            placeholder={t('field.building')}
            value={building}
            onChange={(value: string | undefined) => choose('building', value)}
            options={directory.buildings
              .filter((one) => one.site === site?.id)
              .map(({ id, name }) => ({ value: id, label: name[language] }))}
          />
        </div>
      </div>
      {list.loading && <RowsSkeleton />}
      {list.error && <Failed message={list.error.message} retry={list.retry} />}
      {empty && (
        <Empty
          title={t(asked ? 'households.none' : 'households.empty')}
          hint={t(asked ? 'households.noneHint' : 'households.emptyHint')}
        >
          {mayWrite && <Button onClick={() => setAdding(true)}>{t('households.add')}</Button>}
        </Empty>
      )}
      {list.rows.length > 0 && (
        <div className={list.stale ? 'stale' : undefined}>
          <EntityRows
            rows={list.rows}
            label={t('nav.households')}
            keyOf={({ id }) => id}
            head={t('field.unit')}
            title={place}
            columns={[
              {
                label: t('households.members'),
                cell: ({ members }) =>
                  members.length === 0 ? (
                    <span className="quiet">{t('households.noMembers')}</span>
                  ) : (
                    members.map((member) => (
                      <div key={`${member.name} ${member.phone}`}>
                        <MemberName member={member} />
                      </div>
                    ))
                  ),
              },
              {
                label: t('households.contact'),
                cell: ({ members }) =>
                  members.map((member) => <MemberContact key={`${member.name} ${member.phone}`} member={member} />),
              },
              {
                label: t('households.wishes'),
                cell: ({ members }) =>
                  members.map((member) => (
                    <div key={`${member.name} ${member.phone}`}>
                      <MemberWishes member={member} usual={site?.language} />
                    </div>
                  )),
                deskOnly: true,
              },
            ]}
            to={({ id }) => `/households/${id}`}
          />
        </div>
      )}
      <Pager list={list} />
      <SideDrawer open={adding} title={t('households.add')} close={() => setAdding(false)}>
        {adding && site && (
          <NewHouseholdForm
            site={site}
            opened={(id) => navigate(`/households/${id}`)}
            cancel={() => setAdding(false)}
          />
        )}
      </SideDrawer>
    </div>
  );
}
