import { Segmented, Select } from 'antd';
import { useId } from 'react';
import { useSearchParams } from 'react-router';
import type { Building } from '#domain/organisation';
import type { CareHouseholdRow } from '#http/schemas/care';
import { useCursorList } from '../../components/cursor-list.ts';
import { EntityRows } from '../../components/entity-rows.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { Pager } from '../../components/pager.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import '../../styles/care.css';
import { useMay } from '../workplace/may.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { Coming } from './coming.tsx';

/** A steward's page: my households, what is coming for them, and whom nobody has spoken to for long. By building. */
export default function CarePage() {
  const { t, language } = useWords();
  const { site } = useWorkplace();
  const [params, setParams] = useSearchParams();
  const buildings = useCareBuildings();
  const building = buildings.find(({ id }) => id === params.get('building')) ?? buildings[0];
  usePageTitle(t('nav.care'));
  const choose = (name: string, value: string | null) => {
    const next = new URLSearchParams(params);
    if (value === null) next.delete(name);
    else next.set(name, value);
    setParams(next, { replace: true });
  };
  return (
    <div className="page">
      <div className="page-head page-head-row">
        <div className="page-head-words">
          <h1>{t('nav.care')}</h1>
          <p className="quiet">{t('care.lead')}</p>
        </div>
        {buildings.length > 1 && (
          <Select
            className="filter"
            aria-label={t('field.building')}
            value={building?.id}
            onChange={(value: string) => choose('building', value)}
            options={buildings.map(({ id, name }) => ({ value: id, label: name[language] }))}
          />
        )}
      </div>
      {site && building ? (
        <div className="stack">
          <Coming key={building.id} site={site.id} building={building.id} />
          <Households
            site={site.id}
            building={building.id}
            silent={params.get('silent') === 'true'}
            choose={(silent) => choose('silent', silent ? 'true' : null)}
          />
        </div>
      ) : (
        <Empty title={t('care.noBuilding')} hint={t('care.noBuildingHint')} />
      )}
    </div>
  );
}

/** A steward's own; all of the site for those who may see every file there. */
function useCareBuildings(): Building[] {
  const { site, directory, me } = useWorkplace();
  const mayAll = useMay('item.list');
  const here = directory.buildings.filter((one) => one.site === site?.id);
  const own = here.filter(({ steward }) => steward === me.person.id);
  return mayAll ? [...own, ...here.filter((one) => !own.includes(one))] : own;
}

interface HouseholdsProps {
  site: string;
  building: string;
  silent: boolean;
  choose: (silent: boolean) => void;
}

function Households({ site, building, silent, choose }: HouseholdsProps) {
  const { t } = useWords();
  const { names } = useWorkplace();
  const when = useWhen(site);
  const headId = useId();
  const list = useCursorList<CareHouseholdRow>({
    resource: 'care/households',
    filters: { site, building, silent: String(silent) },
  });
  const empty = !list.loading && !list.error && list.rows.length === 0;
  return (
    <section aria-labelledby={headId}>
      <div className="section-head">
        <h2 id={headId}>{t('care.mine')}</h2>
        <Segmented
          value={silent ? 'silent' : 'all'}
          options={(['all', 'silent'] as const).map((value) => ({ value, label: t(`care.list.${value}`) }))}
          onChange={(value) => choose(value === 'silent')}
        />
      </div>
      {list.loading && <RowsSkeleton />}
      {list.error && <Failed error={list.error} retry={list.retry} />}
      {empty && !list.older && (
        <Empty
          title={t(silent ? 'care.nobodySilent' : 'care.noHouseholds')}
          hint={t(silent ? 'care.nobodySilentHint' : 'care.noHouseholdsHint')}
        />
      )}
      {empty && list.older && <p className="quiet">{t('care.silentFurther')}</p>}
      {list.rows.length > 0 && (
        <div className={list.stale ? 'stale' : undefined}>
          <EntityRows
            rows={list.rows}
            label={t('care.mine')}
            keyOf={({ id }) => id}
            head={t('field.unit')}
            title={({ unit }) => names.place({ site, building, unit, place: null })}
            columns={[
              { label: t('care.members'), cell: ({ names: who }) => who.join(' · ') || <None /> },
              {
                label: t('care.flags'),
                cell: ({ flags }) => (flags > 0 ? t('care.flagCount', { count: flags }) : <None />),
              },
              {
                label: t('care.heard'),
                cell: ({ contact, silent: long }) => (
                  <span className={long ? 'care-silent' : undefined}>
                    {contact ? `${when.ago(contact.at)} · ${t(`care.contact.${contact.how}`)}` : t('care.noContact')}
                  </span>
                ),
              },
              {
                label: t('care.complained'),
                cell: ({ complainedAt }) => (complainedAt ? when.ago(complainedAt) : <None />),
                deskOnly: true,
              },
            ]}
            to={({ id }) => `/households/${id}`}
          />
        </div>
      )}
      <Pager list={list} />
    </section>
  );
}

function None() {
  return (
    <span className="quiet" aria-hidden>
      –
    </span>
  );
}
