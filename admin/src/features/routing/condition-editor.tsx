import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Segmented, Select } from 'antd';
import type { Condition } from '#domain/condition';
import type { Field } from '#domain/fields';
import { useWords } from '../../i18n/language.ts';
import { conditionWords, operatorWords } from '../document/condition-words.ts';
import { useDocumentWords } from '../document/use-document-words.ts';
import { type Option, ruleFields, useChoices } from './choices.ts';
import {
  conditionOf,
  groupOf,
  isLeaf,
  type Leaf,
  newLeaf,
  type Operator,
  operatorsOf,
  withOperator,
} from './condition-edit.ts';

interface ConditionEditorProps {
  value: Condition;
  change: (value: Condition) => void;
  disabled: boolean;
}

/** Tests over the published fields, all or any of which must hold. Deeper trees are shown in words and kept as they are. */
export function ConditionEditor({ value, change, disabled }: ConditionEditorProps) {
  const { t, language } = useWords();
  const { optionsOf } = useChoices();
  const words = useDocumentWords([]);
  const group = groupOf(value);
  const write = (parts: Condition[]) => change(conditionOf({ ...group, parts }));
  const add = () => {
    const [field] = ruleFields;
    if (field) write([...group.parts, newLeaf(field, optionsOf(field)?.[0]?.value)]);
  };
  return (
    <div className="condition">
      {group.parts.length > 1 && (
        <Segmented
          aria-label={t('condition.mode')}
          value={group.mode}
          disabled={disabled}
          onChange={(mode) => change(conditionOf({ ...group, mode }))}
          options={[
            { value: 'all' as const, label: t('condition.all') },
            { value: 'any' as const, label: t('condition.any') },
          ]}
        />
      )}
      {group.parts.length === 0 && <p className="quiet">{t('condition.always')}</p>}
      {group.parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a test is known by its place
        <div key={index} className="condition-row">
          {isLeaf(part) ? (
            <LeafFields
              leaf={part}
              disabled={disabled}
              change={(leaf) => write(group.parts.map((one, at) => (at === index ? leaf : one)))}
            />
          ) : (
            <span className="condition-words">
              {conditionWords(part, { language, value: (field, constant) => words.value(field, constant) })}
            </span>
          )}
          {!disabled && (
            <Button
              type="text"
              icon={<CloseOutlined />}
              aria-label={t('condition.remove', { n: index + 1 })}
              onClick={() => write(group.parts.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      {!disabled && (
        <Button type="dashed" icon={<PlusOutlined />} onClick={add}>
          {t('condition.add')}
        </Button>
      )}
    </div>
  );
}

function LeafFields({ leaf, change, disabled }: { leaf: Leaf; change: (leaf: Leaf) => void; disabled: boolean }) {
  const { t, language } = useWords();
  const { optionsOf } = useChoices();
  const field = ruleFields.find(({ name }) => name === leaf.field);
  const options = field ? optionsOf(field) : null;
  const operators = field ? operatorsOf(field, options !== null) : [leaf.is];
  const choose = (name: string) => {
    const next = ruleFields.find((one) => one.name === name);
    if (next) change(newLeaf(next, optionsOf(next)?.[0]?.value));
  };
  return (
    <span className="condition-leaf">
      <Select
        showSearch
        optionFilterProp="label"
        aria-label={t('condition.field')}
        value={leaf.field}
        disabled={disabled}
        popupMatchSelectWidth={false}
        onChange={choose}
        options={ruleFields.map(({ name, label }) => ({ value: name, label: label[language] }))}
      />
      {operators.length > 1 && (
        <Select
          aria-label={t('condition.operator')}
          value={leaf.is}
          disabled={disabled}
          popupMatchSelectWidth={false}
          onChange={(is: Operator) =>
            change(withOperator(leaf, is, options?.[0]?.value ?? (field?.type === 'number' ? 1 : '')))
          }
          options={operators.map((is) => ({ value: is, label: operatorWords(is, language).replace(/[：:]$/, '') }))}
        />
      )}
      {field && 'value' in leaf && (
        <ValueInput leaf={leaf} field={field} options={options} change={change} disabled={disabled} />
      )}
    </span>
  );
}

interface ValueInputProps {
  leaf: Extract<Leaf, { value: unknown }>;
  field: Field;
  options: Option[] | null;
  change: (leaf: Leaf) => void;
  disabled: boolean;
}

function ValueInput({ leaf, field, options, change, disabled }: ValueInputProps) {
  const { t } = useWords();
  const label = t('condition.value');
  if (leaf.is === 'in' || leaf.is === 'notIn')
    return (
      <Select
        mode="multiple"
        className="condition-value"
        aria-label={label}
        optionFilterProp="label"
        value={leaf.value as (string | number)[]}
        disabled={disabled}
        onChange={(value: (string | number)[]) => value.length > 0 && change({ ...leaf, value })}
        options={options ?? []}
      />
    );
  const { is } = leaf;
  const say = (value: string | number | boolean) => change({ field: leaf.field, is, value });
  if (field.type === 'boolean')
    return (
      <Select
        aria-label={label}
        value={leaf.value === true}
        disabled={disabled}
        onChange={say}
        options={[
          { value: true, label: t('diff.yes') },
          { value: false, label: t('diff.no') },
        ]}
      />
    );
  if (options)
    return (
      <Select
        showSearch
        className="condition-value"
        optionFilterProp="label"
        aria-label={label}
        value={leaf.value as string | number}
        disabled={disabled}
        popupMatchSelectWidth={false}
        onChange={say}
        options={options}
      />
    );
  if (field.type === 'number')
    return (
      <InputNumber
        aria-label={label}
        value={Number(leaf.value)}
        disabled={disabled}
        onChange={(value) => value !== null && say(value)}
      />
    );
  return (
    <Input
      className="condition-value"
      aria-label={label}
      maxLength={200}
      value={String(leaf.value)}
      disabled={disabled}
      onChange={({ target }) => say(target.value)}
    />
  );
}
