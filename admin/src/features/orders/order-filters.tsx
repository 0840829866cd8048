import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useWords } from '../../i18n/language.ts';
import { useKinds } from '../assets/use-kinds.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

const NAMES = ['kind', 'area', 'person'] as const;
export type FilterName = (typeof NAMES)[number];

interface OrderFilters {
  /** As they stand in the address; undefined: all. */
  filter: Record<FilterName, string | undefined>;
  filters: ReactNode;
  narrowed: boolean;
  clear: () => void;
}

/** What lists, board, calendar and figures of orders are narrowed by; kept in the address, so going from one to another keeps it. */
export function useOrderFilters(): OrderFilters {
  const { t, language } = useWords();
  const { site, directory } = useWorkplace();
  const { options: kinds } = useKinds(site?.id);
  const [params, setParams] = useSearchParams();
  const named = (rows: readonly { id: string; name: Record<typeof language, string> }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name[language] }));
  const options: Record<FilterName, { value: string; label: string }[]> = {
    kind: kinds,
    area: named(directory.areas.filter((area) => area.site === site?.id)),
    person: named(directory.people.filter(({ active, sites }) => active && sites.includes(site?.id ?? ''))),
  };
  const change = (edit: (next: URLSearchParams) => void) => {
    const next = new URLSearchParams(params);
    edit(next);
    setParams(next, { replace: true });
  };
  const filter = {
    kind: params.get('kind') ?? undefined,
    area: params.get('area') ?? undefined,
    person: params.get('person') ?? undefined,
  };
  return {
    filter,
    narrowed: NAMES.some((name) => filter[name] !== undefined),
    clear: () =>
      change((next) => {
        for (const name of NAMES) next.delete(name);
      }),
    filters: NAMES.filter((name) => options[name].length > 0).map((name) => (
      <Select
        key={name}
        className="filter"
        allowClear
        showSearch
        optionFilterProp="label"
        aria-label={t(`order.by.${name}`)}
        placeholder={t(`order.by.${name}`)}
        value={filter[name]}
        onChange={(value: string | undefined) =>
          change((next) => (value === undefined ? next.delete(name) : next.set(name, value)))
        }
        options={filter[name] === '' ? [{ value: '', label: t('rate.none') }, ...options[name]] : options[name]}
        popupMatchSelectWidth={false}
      />
    )),
  };
}
