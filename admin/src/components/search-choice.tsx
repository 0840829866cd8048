import { type BaseRecord, type HttpError, useList } from '@refinedev/core';
import { useState } from 'react';
import { useWords } from '../i18n/language.ts';
import { Choice } from './choice.tsx';
import { useDebounced } from './debounced.ts';

interface SearchChoiceProps<T> {
  /** Searched by `q`. */
  resource: string;
  site: string;
  label: (row: T) => string;
  sub: (row: T) => string;
  words: { placeholder: string; start: string; none: string };
  id?: string | undefined;
  /** Where no form names it. */
  name?: string | undefined;
  value?: T | null | undefined;
  onChange?: ((value: T | null) => void) | undefined;
}
const PAUSE = 250;
const SHOWN = 12;

/** One box that looks for rows of a site by what is typed; arrows and Enter choose. */
export function SearchChoice<T extends BaseRecord & { id: string }>(props: SearchChoiceProps<T>) {
  const { t } = useWords();
  const { value, words, label } = props;
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim(), PAUSE);
  const { query } = useList<T, HttpError>({
    resource: props.resource,
    filters: [
      { field: 'site', operator: 'eq', value: props.site },
      { field: 'q', operator: 'eq', value: q },
    ],
    pagination: { pageSize: SHOWN },
    queryOptions: { enabled: q !== '', staleTime: 60_000 },
    errorNotification: false,
  });
  const found = q === '' ? [] : (query.data?.data ?? []);
  const searching = typed.trim() !== q || (q !== '' && query.isFetching);
  const rows = value && !found.some((row) => row.id === value.id) ? [value, ...found] : found;
  return (
    <Choice
      id={props.id}
      {...(props.name !== undefined && { 'aria-label': props.name })}
      showSearch
      allowClear
      filterOption={false}
      defaultActiveFirstOption
      loading={searching}
      placeholder={words.placeholder}
      value={value?.id}
      onSearch={setTyped}
      onChange={(chosen: string | undefined) => props.onChange?.(rows.find((row) => row.id === chosen) ?? null)}
      notFoundContent={<span className="quiet">{hint()}</span>}
      options={rows.map((row) => ({ value: row.id, label: label(row), row }))}
      optionRender={({ data }) => (
        <span className="household">
          <strong>{label(data.row)}</strong>
          <span className="quiet">{props.sub(data.row)}</span>
        </span>
      )}
    />
  );

  function hint(): string {
    if (query.error) return query.error.message;
    if (typed.trim() === '') return words.start;
    return searching ? t('state.loading') : words.none;
  }
}
