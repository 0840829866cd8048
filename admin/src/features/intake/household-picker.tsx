import { type HttpError, useList } from '@refinedev/core';
import { useState } from 'react';
import type { HouseholdRow } from '#http/schemas/household';
import { Choice } from '../../components/choice.tsx';
import { useDebounced } from '../../components/debounced.ts';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

interface HouseholdPickerProps {
  site: string;
  id?: string;
  /** Where no form names it. */
  label?: string;
  value?: HouseholdRow | null;
  onChange?: (value: HouseholdRow | null) => void;
}
const PAUSE = 250;

/** One box for unit, name or phone number; arrows and Enter choose. */
export function HouseholdPicker({ site, id, label: name, value, onChange }: HouseholdPickerProps) {
  const { t } = useWords();
  const { names } = useWorkplace();
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim(), PAUSE);
  const { query } = useList<HouseholdRow, HttpError>({
    resource: 'households',
    filters: [
      { field: 'site', operator: 'eq', value: site },
      { field: 'q', operator: 'eq', value: q },
    ],
    pagination: { pageSize: 12 },
    queryOptions: { enabled: q !== '', staleTime: 60_000 },
    errorNotification: false,
  });
  const found = q === '' ? [] : (query.data?.data ?? []);
  const searching = typed.trim() !== q || (q !== '' && query.isFetching);
  const rows = value && !found.some((row) => row.id === value.id) ? [value, ...found] : found;
  const label = (row: HouseholdRow) => `${names.building(row.site, row.building)} ${row.unit}`;
  return (
    <Choice
      id={id}
      {...(name !== undefined && { 'aria-label': name })}
      showSearch
      allowClear
      filterOption={false}
      defaultActiveFirstOption
      loading={searching}
      placeholder={t('household.placeholder')}
      value={value?.id}
      onSearch={setTyped}
      onChange={(chosen: string | undefined) => onChange?.(rows.find((row) => row.id === chosen) ?? null)}
      notFoundContent={<span className="quiet">{hint()}</span>}
      options={rows.map((row) => ({ value: row.id, label: label(row), row }))}
      optionRender={({ data }) => (
        <span className="household">
          <strong>{label(data.row)}</strong>
          <span className="quiet">
            {data.row.members
              .map(({ name, phone }: { name: string; phone: string | null }) => [name, phone].filter(Boolean).join(' '))
              .join(' · ')}
          </span>
        </span>
      )}
    />
  );

  function hint(): string {
    if (query.error) return query.error.message;
    if (typed.trim() === '') return t('household.start');
    return searching ? t('state.loading') : t('household.none');
  }
}
