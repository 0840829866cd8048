import type { AssetRow } from '#http/schemas/asset';
import { useCursorList } from '../../components/cursor-list.ts';
import { EntityRows } from '../../components/entity-rows.tsx';
import { Pager } from '../../components/pager.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import '../../styles/assets.css';
import { ConditionTag } from '../assets/asset-words.tsx';
import { useKinds } from '../assets/use-kinds.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import type { FilterName } from './order-filters.tsx';

interface CountedFacilitiesProps {
  site: string;
  filter: Record<FilterName, string | undefined>;
  /** Those in good condition as well. */
  all: boolean;
}

/** The facilities behind the rate of good condition, as they stand now: exactly those that were counted. */
export function CountedFacilities({ site, filter: { kind, area, person }, all }: CountedFacilitiesProps) {
  const { t } = useWords();
  const { names } = useWorkplace();
  const { nameOf } = useKinds(site);
  const list = useCursorList<AssetRow>({
    resource: 'assets',
    filters: { site, condition: all ? 'inUse' : 'faulty', kind, area, responsible: person },
    pageSize: 10,
  });
  return (
    <>
      {list.loading && <RowsSkeleton />}
      {list.error && <Failed message={list.error.message} retry={list.retry} />}
      {!list.loading && !list.error && list.rows.length === 0 && (
        <Empty title={t('rate.noneAgainst')} hint={t(all ? 'rate.noFacilities' : 'rate.allGood')} />
      )}
      {list.rows.length > 0 && (
        <div className={list.stale ? 'stale' : undefined}>
          <EntityRows
            rows={list.rows}
            label={t('rate.behindFacilities')}
            keyOf={({ id }) => id}
            head={t('asset.name')}
            title={({ name }) => name}
            sub={({ number, kind: of }) => `${number} · ${nameOf(of)}`}
            columns={[
              { label: t('asset.place'), cell: (row) => names.place({ ...row, unit: null, place: row.place || null }) },
              { label: t('asset.condition'), cell: ({ condition }) => <ConditionTag condition={condition} /> },
              {
                label: t('asset.responsible'),
                cell: ({ responsible }) =>
                  responsible === null ? <span className="quiet">{t('asset.nobody')}</span> : names.person(responsible),
              },
            ]}
            to={({ id }) => `/assets/${id}`}
          />
        </div>
      )}
      <Pager list={list} />
    </>
  );
}
