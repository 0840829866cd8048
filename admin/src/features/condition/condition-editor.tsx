import { CloseOutlined, PlusOutlined, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';
import type { Condition } from '#domain/condition';
import { type Field, isFieldOf } from '#domain/fields';
import { Choice } from '../../components/choice.tsx';
import { useItemKind } from '../../components/item-kind.ts';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { messagesAt, type Problems } from '../document/problems.ts';
import { useFormFields } from '../document/use-form-fields.ts';
import { everyField, useChoices } from './choices.ts';
import { conditionOf, groupOf, isLeaf, type Mode, modes, newLeaf } from './condition-edit.ts';
import { LeafFields } from './leaf-fields.tsx';

/** Groups within groups that can be made here; deeper ones are shown and kept. */
const DEEPEST = 4;
/** As many parts as a group may have (`Condition`). */
const MOST = 20;

interface ConditionEditorProps {
  value: Condition;
  onChange: (value: Condition) => void;
  disabled?: boolean;
  /** What may be asked about beside the fields of forms. @default the whole published list */
  fields?: readonly Field[];
  /** By path within the condition: "all.0.value"; "" is the whole. */
  problems?: Problems;
}

/** A condition of any depth, in words: tests of fields, and groups of which all, any, none or not all must hold. */
export function ConditionEditor({ value, onChange, disabled = false, fields, problems = {} }: ConditionEditorProps) {
  const ofForms = useFormFields();
  const kind = useItemKind();
  const known = fields ?? everyField.filter(({ name }) => isFieldOf(name, kind));
  const shared = { disabled, fields: [...known, ...ofForms], problems };
  return <GroupFields value={value} onChange={onChange} path="" depth={1} {...shared} />;
}

interface GroupProps extends Required<ConditionEditorProps> {
  path: string;
  depth: number;
}

function GroupFields({ value, onChange, path, depth, ...shared }: GroupProps) {
  const { t } = useWords();
  const { optionsOf } = useChoices();
  const now = useNow();
  const box = useRef<HTMLDivElement>(null);
  const group = groupOf(value);
  const { mode, parts } = group;
  const { disabled, fields, problems } = shared;
  const write = (next: Condition[], way: Mode = mode) => onChange(conditionOf({ mode: way, parts: next }));
  const blank = (): Condition[] => {
    const [field] = fields;
    return field ? [newLeaf(field, optionsOf(field)?.[0]?.value, now)] : [];
  };
  /** The keyboard stays where the hand is: at what is new, or at what makes something new. */
  const focus = (selector: string) =>
    requestAnimationFrame(() => {
      const found = box.current?.querySelectorAll<HTMLElement>(`:scope > ${selector}`);
      found?.[found.length - 1]?.focus();
    });
  const add = (more: Condition[]) => {
    write([...parts, ...more]);
    focus('.condition-row input, :scope > .condition-row button');
  };
  const own = path === '' ? (problems[''] ?? []) : (problems[path] ?? []);
  return (
    <div className="condition" ref={box}>
      {(parts.length > 1 || mode === 'none' || mode === 'notAll') && (
        <Choice
          className="condition-mode"
          aria-label={t('condition.mode')}
          value={mode}
          disabled={disabled}
          popupMatchSelectWidth={false}
          onChange={(way: Mode) => write(parts, way)}
          options={modes.map((one) => ({ value: one, label: t(`condition.${one}`) }))}
        />
      )}
      {parts.length === 0 && (
        <p className="quiet">{t(mode === 'any' || mode === 'notAll' ? 'condition.never' : 'condition.always')}</p>
      )}
      {parts.map((part, index) => {
        const at = [path, group.path(index)].filter(Boolean).join('.');
        const change = (next: Condition) => write(parts.map((one, place) => (place === index ? next : one)));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place
          <div key={index} className={isLeaf(part) ? 'condition-row' : 'condition-row condition-group'}>
            {isLeaf(part) ? (
              <LeafFields
                leaf={part}
                onChange={change}
                disabled={disabled}
                fields={fields}
                problems={messagesAt(problems, at)}
              />
            ) : (
              <GroupFields value={part} onChange={change} path={at} depth={depth + 1} {...shared} />
            )}
            {!disabled && (
              <Button
                type="text"
                icon={<CloseOutlined />}
                aria-label={t(isLeaf(part) ? 'condition.remove' : 'condition.removeGroup', { n: index + 1 })}
                onClick={() => {
                  write(parts.filter((_, place) => place !== index));
                  focus('.condition-add button');
                }}
              />
            )}
          </div>
        );
      })}
      {own.map((message) => (
        <p key={message} className="field-error">
          <WarningFilled aria-hidden /> {message}
        </p>
      ))}
      {!disabled && parts.length < MOST && (
        <div className="condition-add">
          <Button type="dashed" icon={<PlusOutlined />} onClick={() => add(blank())}>
            {t('condition.add')}
          </Button>
          {depth < DEEPEST && parts.length > 0 && (
            <Button type="text" icon={<PlusOutlined />} onClick={() => add([{ any: blank() }])}>
              {t('condition.addGroup')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
