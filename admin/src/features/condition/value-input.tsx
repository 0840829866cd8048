import { Input, InputNumber } from 'antd';
import { useState } from 'react';
import type { Field } from '#domain/fields';
import { instantAt, localDate, localTime } from '#domain/time';
import { Choice } from '../../components/choice.tsx';
import { useWords } from '../../i18n/language.ts';
import { useZone } from '../workplace/workplace.tsx';
import type { Option } from './choices.ts';
import type { Leaf } from './condition-edit.ts';

interface ValueInputProps {
  leaf: Extract<Leaf, { value: unknown }>;
  field: Field;
  /** Null: typed, not chosen. */
  options: Option[] | null;
  onChange: (leaf: Leaf) => void;
  disabled: boolean;
  wrong: boolean;
}

/** What a field is compared with: chosen by name, or typed as its type is written. */
export function ValueInput({ leaf, field, options, onChange, disabled, wrong }: ValueInputProps) {
  const { t } = useWords();
  const shared = { 'aria-label': t('condition.value'), disabled, status: wrong ? ('error' as const) : ('' as const) };
  if (leaf.is === 'in' || leaf.is === 'notIn')
    return (
      <Choice
        mode="multiple"
        className="condition-value"
        optionFilterProp="label"
        value={leaf.value}
        onChange={(value: (string | number)[]) => value.length > 0 && onChange({ ...leaf, value })}
        options={options ?? []}
        {...shared}
      />
    );
  const { is } = leaf;
  const say = (value: string | number | boolean) => onChange({ field: leaf.field, is, value });
  if (field.type === 'boolean')
    return (
      <Choice
        value={leaf.value === true ? 'yes' : 'no'}
        onChange={(value: string) => say(value === 'yes')}
        options={[
          { value: 'yes', label: t('diff.yes') },
          { value: 'no', label: t('diff.no') },
        ]}
        {...shared}
      />
    );
  if (options)
    return (
      <Choice
        showSearch
        className="condition-value"
        optionFilterProp="label"
        value={leaf.value}
        popupMatchSelectWidth={false}
        onChange={say}
        options={options}
        {...shared}
      />
    );
  if (field.type === 'number')
    return <InputNumber value={Number(leaf.value)} onChange={(value) => value !== null && say(value)} {...shared} />;
  if (field.type === 'instant') return <MomentInput at={Number(leaf.value)} onChange={say} {...shared} />;
  return (
    <Input
      className="condition-value"
      maxLength={200}
      value={String(leaf.value)}
      onChange={({ target }) => say(target.value)}
      {...shared}
    />
  );
}

interface MomentInputProps {
  at: number;
  onChange: (at: number) => void;
  disabled: boolean;
  'aria-label': string;
  status: 'error' | '';
}

/** A date and time of the site; half typed it stays as it is. */
function MomentInput({ at, onChange, ...shared }: MomentInputProps) {
  const zone = useZone(undefined);
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Input
      type="datetime-local"
      className="condition-value"
      value={typed ?? `${localDate(at, zone)}T${localTime(at, zone).slice(0, 5)}`}
      onChange={({ target }) => {
        const [date = '', time = ''] = target.value.split('T');
        setTyped(target.value);
        if (date !== '' && time !== '') onChange(instantAt(date, time.slice(0, 5), zone));
      }}
      onBlur={() => setTyped(null)}
      {...shared}
    />
  );
}
