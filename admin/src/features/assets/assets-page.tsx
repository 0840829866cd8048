import { PlusOutlined, QrcodeOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { conditions } from '#domain/asset';
import type { AssetRow } from '#http/schemas/asset';
import { useAddressedList } from '../../components/cursor-list.ts';
import { useDebounced } from '../../components/debounced.ts';
import { EntityRows } from '../../components/entity-rows.tsx';
import { useKeptAddress } from '../../components/list-address.ts';
import { usePageTitle } from '../../components/page-title.ts';
import { Pager } from '../../components/pager.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { TransferButtons } from '../../components/transfer-buttons.tsx';
import { useWords } from '../../i18n/language.ts';
import '../../styles/assets.css';
import { useMay } from '../workplace/may.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { AssetForm } from './asset-form.tsx';
import { ConditionTag, Until } from './asset-words.tsx';
import { useKinds } from './use-kinds.ts';

const PAUSE = 250;
const FILTERS = ['building', 'kind', 'condition', 'person'] as const;

/** The register of the site (设备台账): all by place and number, or those asked for. What is asked stands in the address. */
export default function AssetsPage() {
  const { t } = useWords();
  const { site, names } = useWorkplace();
  const mayWrite = useMay('asset.write');
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState(params.get('q') ?? '');
  const [adding, setAdding] = useState(false);
  const { kinds, nameOf } = useKinds(site?.id);
  const q = useDebounced(typed.trim(), PAUSE);
  const asked = Object.fromEntries(FILTERS.map((name) => [name, params.get(name) ?? undefined]));
  const filters = { site: site?.id, q: q || undefined, ...asked };
  const list = useAddressedList<AssetRow>({ resource: 'assets', filters, enabled: site !== null });
  usePageTitle(t('nav.assets'));
  useKeptAddress();

  const choose = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true });
  };
  const empty = !list.loading && !list.error && list.rows.length === 0;
  const narrowed = q !== '' || Object.values(asked).some((value) => value !== undefined);
  const options = useFilterOptions(kinds);
  return (
    <div className="page">
      <div className="page-head page-head-row">
        <h1>{t('nav.assets')}</h1>
        <div className="head-buttons">
          <TransferButtons list="assets" name={t('nav.assets')} />
          {list.rows.length > 0 && (
            <Button icon={<QrcodeOutlined />} onClick={() => navigate(`/assets/labels?${params}`)}>
              {t('assets.labels')}
            </Button>
          )}
          {mayWrite && site && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              {t('assets.add')}
            </Button>
          )}
        </div>
      </div>
      <div className="toolbar">
        <Input.Search
          className="search"
          allowClear
          value={typed}
          aria-label={t('assets.search')}
          placeholder={t('assets.search')}
          onChange={({ target }) => {
            setTyped(target.value);
            choose('q', target.value.trim());
          }}
        />
        <div className="filters">
          {FILTERS.map((name) => (
            <Select
              key={name}
              className="filter"
              allowClear
              showSearch
              optionFilterProp="label"
              aria-label={t(`asset.${name}`)}
              placeholder={t(`asset.${name}`)}
              value={asked[name]}
              onChange={(value: string | undefined) => choose(name, value)}
              options={options[name]}
            />
          ))}
        </div>
      </div>
      {list.loading && <RowsSkeleton />}
      {list.error && <Failed message={list.error.message} retry={list.retry} />}
      {empty && (
        <Empty
          title={t(narrowed ? 'assets.none' : 'assets.empty')}
          hint={t(narrowed ? 'assets.noneHint' : mayWrite ? 'assets.emptyHint' : 'assets.emptyHintStaff')}
        >
          {mayWrite && !narrowed && site && <Button onClick={() => setAdding(true)}>{t('assets.add')}</Button>}
        </Empty>
      )}
      {list.rows.length > 0 && (
        <div className={list.stale ? 'stale' : undefined}>
          <EntityRows
            rows={list.rows}
            label={t('nav.assets')}
            keyOf={({ id }) => id}
            head={t('asset.name')}
            title={({ name }) => name}
            sub={({ number, kind }) => `${number} · ${nameOf(kind)}`}
            columns={[
              { label: t('asset.place'), cell: (row) => names.place({ ...row, unit: null, place: row.place || null }) },
              { label: t('asset.condition'), cell: ({ condition }) => <ConditionTag condition={condition} /> },
              {
                label: t('asset.responsible'),
                cell: ({ responsible }) =>
                  responsible === null ? <span className="quiet">{t('asset.nobody')}</span> : names.person(responsible),
              },
              {
                label: t('asset.certificateUntil'),
                cell: ({ certificateUntil, certificateDays }) => (
                  <Until date={certificateUntil} days={certificateDays} />
                ),
              },
            ]}
            to={({ id }) => `/assets/${id}`}
          />
        </div>
      )}
      <Pager list={list} />
      <SideDrawer open={adding} title={t('assets.add')} close={() => setAdding(false)}>
        {adding && site && (
          <AssetForm
            site={site.id}
            asset={null}
            done={(saved) => navigate(`/assets/${saved.id}`)}
            cancel={() => setAdding(false)}
          />
        )}
      </SideDrawer>
    </div>
  );
}

function useFilterOptions(kinds: ReturnType<typeof useKinds>['kinds']) {
  const { t, language } = useWords();
  const { site, directory } = useWorkplace();
  const named = (list: readonly { id: string; name: Record<typeof language, string> }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name[language] }));
  return {
    building: named(directory.buildings.filter((one) => one.site === site?.id)),
    kind: named(kinds),
    condition: (['faulty', ...conditions] as const).map((value) => ({ value, label: t(`asset.condition.${value}`) })),
    person: named(directory.people.filter(({ active, sites }) => active && sites.includes(site?.id ?? ''))),
  };
}
