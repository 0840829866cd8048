import { CopyOutlined, DeleteOutlined, DownOutlined, PlusOutlined, WarningFilled } from '@ant-design/icons';
import { Button, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Level } from '#domain/workflow/definition';
import { capital } from '../../components/capital.ts';
import { Choice } from '../../components/choice.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { moved, Sortable } from '../../components/sortable.tsx';
import { useWords } from '../../i18n/language.ts';
import { fieldProps, messagesAt, type Problems } from '../document/problems.ts';
import { added, copied, type Ladder, MOST_LEVELS, type Rungs, removed } from './edit-ladder.ts';
import { LevelFields } from './level-fields.tsx';
import { useLevelWords } from './use-level-words.ts';
import { newKey, useRungs } from './use-rungs.ts';

export interface LadderEditorProps {
  value: Ladder;
  onChange: (value: Ladder) => void;
  /** By path within the step: "levels.2.to", "exhausted". */
  problems: Problems;
  /** The steps one may go on to, as they are called. */
  targets: readonly { value: string; label: string }[];
  disabled: boolean;
}

/** The escalation ladder: a row a level, each saying in words what happens, and where it goes on from the last. */
export function LadderEditor({ value, onChange, problems, targets, disabled }: LadderEditorProps) {
  const { t } = useWords();
  const [rungs, setKeys] = useRungs(value.levels);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const words = useLevelWords((step) => targets.find((one) => one.value === step)?.label ?? step);
  const nameOf = (index: number) => t('ladder.level', { n: index + 1 });
  const toggle = (key: string, to: boolean) =>
    setOpen((now) => new Set(to ? [...now, key] : [...now].filter((one) => one !== key)));
  const write = ({ levels, keys }: Rungs) => {
    setKeys(keys);
    onChange({ ...value, levels });
  };
  const opened = (next: Rungs, key: string) => {
    write(next);
    toggle(key, true);
  };
  const row = (index: number, handle: ReactNode) => {
    const level = value.levels[index];
    const key = rungs.keys[index];
    if (!level || key === undefined) return null;
    return (
      <LevelRow
        index={index}
        name={nameOf(index)}
        people={words.named(level)}
        says={words.says(value, index)}
        waits={t(index === 0 && value.watch.length > 0 ? 'ladder.waitsForClock' : 'ladder.waits')}
        level={level}
        said={(field) => messagesAt(problems, `levels.${index}${field && `.${field}`}`)}
        handle={handle}
        open={open.has(key)}
        setOpen={(to) => toggle(key, to)}
        disabled={disabled}
        change={(next) => onChange({ ...value, levels: value.levels.map((one, at) => (at === index ? next : one)) })}
        copy={
          value.levels.length < MOST_LEVELS
            ? () => {
                const copyKey = newKey();
                opened(copied(rungs, index, copyKey), copyKey);
              }
            : null
        }
        remove={value.levels.length > 1 ? () => write(removed(rungs, index)) : null}
      />
    );
  };
  return (
    <Form layout="vertical" component="div" className="ladder">
      <Sortable
        className="rungs"
        keys={rungs.keys}
        nameOf={nameOf}
        onMove={(from, to) => write({ levels: moved(rungs.levels, from, to), keys: moved(rungs.keys, from, to) })}
        disabled={disabled || value.levels.length < 2}
        row={row}
      />
      {!disabled && value.levels.length < MOST_LEVELS && (
        <Button
          type="dashed"
          icon={<PlusOutlined />}
          onClick={() => {
            const key = newKey();
            opened(added(rungs, key), key);
          }}
        >
          {t('ladder.add')}
        </Button>
      )}
      <Labelled label={t('ladder.exhausted')} extra={t('ladder.exhaustedHint')} {...fieldProps(problems, 'exhausted')}>
        {(id) => (
          <Choice
            id={id}
            showSearch
            optionFilterProp="label"
            disabled={disabled}
            value={value.exhausted}
            onChange={(exhausted: string) => onChange({ ...value, exhausted })}
            options={[...targets]}
          />
        )}
      </Labelled>
      <Labelled label={t('ladder.unreached')} extra={t('ladder.unreachedHint')} {...fieldProps(problems, 'unreached')}>
        {(id) => (
          <Choice
            id={id}
            showSearch
            allowClear
            optionFilterProp="label"
            placeholder={t('ladder.unreachedSame')}
            disabled={disabled}
            value={value.unreached}
            onChange={(unreached: string | undefined) => {
              const { unreached: _, ...rest } = value;
              onChange(unreached === undefined ? rest : { ...rest, unreached });
            }}
            options={[...targets]}
          />
        )}
      </Labelled>
    </Form>
  );
}

interface LevelRowProps {
  index: number;
  name: string;
  people: string;
  says: string[];
  waits: string;
  level: Level;
  said: (field: string) => string[];
  handle: ReactNode;
  open: boolean;
  setOpen: (open: boolean) => void;
  disabled: boolean;
  change: (level: Level) => void;
  copy: (() => void) | null;
  remove: (() => void) | null;
}

function LevelRow({ index, name, people, says, handle, open, setOpen, copy, remove, ...fields }: LevelRowProps) {
  const { t } = useWords();
  const problems = [...new Set(fields.said(''))];
  return (
    <div className="rung" data-open={open} data-wrong={problems.length > 0}>
      <div className="rung-head">
        {handle}
        <span className="rung-place" aria-hidden="true">
          {index + 1}
        </span>
        <button type="button" className="rung-title" aria-expanded={open} onClick={() => setOpen(!open)}>
          <span className="unseen">{name}</span>
          <strong>{capital(people)}</strong>
          {says.map((line) => (
            <span key={line} className="rung-says">
              {line}
            </span>
          ))}
          {!open &&
            problems.map((line) => (
              <span key={line} className="field-error">
                <WarningFilled aria-hidden /> {line}
              </span>
            ))}
          <DownOutlined className="rung-mark" rotate={open ? 180 : 0} aria-hidden />
        </button>
        {!fields.disabled && (
          <span className="rung-tools">
            <Button
              type="text"
              icon={<CopyOutlined />}
              disabled={copy === null}
              aria-label={t('ladder.copy', { name })}
              onClick={() => copy?.()}
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              disabled={remove === null}
              aria-label={t('ladder.remove', { name })}
              onClick={() => remove?.()}
            />
          </span>
        )}
      </div>
      {open && <LevelFields {...fields} name={name} />}
    </div>
  );
}
