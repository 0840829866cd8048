import { WarningFilled } from '@ant-design/icons';
import type { Field } from '#domain/fields';
import { Choice } from '../../components/choice.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { operatorWords } from '../document/condition-words.ts';
import { useChoices } from './choices.ts';
import { fieldOf, type Leaf, newLeaf, type Operator, operatorsOf, withOperator } from './condition-edit.ts';
import { ValueInput } from './value-input.tsx';

interface LeafFieldsProps {
  leaf: Leaf;
  onChange: (leaf: Leaf) => void;
  disabled: boolean;
  fields: readonly Field[];
  problems: readonly string[];
}

/** One test, as a sentence of three parts: field, comparison, value. A field that is gone says so at its place. */
export function LeafFields({ leaf, onChange, disabled, fields, problems }: LeafFieldsProps) {
  const { t, language } = useWords();
  const { optionsOf } = useChoices();
  const now = useNow();
  const field = fieldOf(leaf, fields);
  const options = field ? optionsOf(field) : null;
  const operators = field ? operatorsOf(field, options !== null) : [leaf.is];
  const listed = field === null || fields.includes(field) ? fields : [...fields, field];
  const said = [...new Set([...(field ? [] : [t('condition.unknownField', { name: leaf.field })]), ...problems])];
  const wrong = said.length > 0;
  const choose = (name: string) => {
    const next = fields.find((one) => one.name === name);
    if (next) onChange(newLeaf(next, optionsOf(next)?.[0]?.value, now));
  };
  const fallback = options?.[0]?.value ?? (field?.type === 'number' ? 1 : field?.type === 'instant' ? now : '');
  const words = (is: Operator) =>
    field?.type === 'instant' && (is === 'lt' || is === 'gte')
      ? t(is === 'lt' ? 'condition.before' : 'condition.from')
      : operatorWords(is, language).replace(/[：:]$/, '');
  return (
    <div className="condition-leaf">
      <Choice
        showSearch
        optionFilterProp="label"
        aria-label={t('condition.field')}
        value={leaf.field}
        disabled={disabled}
        popupMatchSelectWidth={false}
        status={wrong ? 'error' : ''}
        onChange={choose}
        options={listed.map(({ name, label }) => ({ value: name, label: label[language] }))}
      />
      {operators.length > 1 && (
        <Choice
          aria-label={t('condition.operator')}
          value={leaf.is}
          disabled={disabled}
          popupMatchSelectWidth={false}
          onChange={(is: Operator) => onChange(withOperator(leaf, is, fallback))}
          options={operators.map((is) => ({ value: is, label: words(is) }))}
        />
      )}
      {field && 'value' in leaf && (
        <ValueInput leaf={leaf} field={field} options={options} onChange={onChange} disabled={disabled} wrong={wrong} />
      )}
      {said.map((message) => (
        <p key={message} className="field-error">
          <WarningFilled aria-hidden /> {message}
        </p>
      ))}
    </div>
  );
}
