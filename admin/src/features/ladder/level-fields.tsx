import { Checkbox, Form, InputNumber } from 'antd';
import type { Level } from '#domain/workflow/definition';
import { LimitRefInput } from '../../components/limit-ref-input.tsx';
import { PeoplePicker } from '../../components/people-picker.tsx';
import { useWords } from '../../i18n/language.ts';
import { withChange } from './edit-ladder.ts';

interface LevelFieldsProps {
  level: Level;
  name: string;
  change: (level: Level) => void;
  /** Messages by field of the level: "to", "within". */
  said: (field: string) => string[];
  disabled: boolean;
  /** What it means that the level has no time of its own. */
  waits: string;
}

/** Whom a level asks, how long they have, how they are reminded. */
export function LevelFields({ level, name, change, said, disabled, waits }: LevelFieldsProps) {
  const { t } = useWords();
  const set = (next: Parameters<typeof withChange>[1]) => change(withChange(level, next));
  const label = (field: string) => `${name} · ${field}`;
  const { reminders } = level;
  const wrong = said('within');
  return (
    <div className="rung-fields">
      <Form.Item label={t('ladder.to')}>
        <PeoplePicker
          label={label(t('ladder.to'))}
          value={level.to}
          disabled={disabled}
          problems={said('to')}
          onChange={(to) => set({ to })}
        />
      </Form.Item>
      <Form.Item>
        <Checkbox
          checked={level.outside !== undefined}
          disabled={disabled}
          onChange={({ target }) => set({ outside: target.checked ? level.to : undefined })}
        >
          {t('ladder.outside')}
        </Checkbox>
        {level.outside && (
          <PeoplePicker
            label={label(t('ladder.outside'))}
            value={level.outside}
            outside
            disabled={disabled}
            problems={said('outside')}
            onChange={(outside) => set({ outside })}
          />
        )}
      </Form.Item>
      <Form.Item>
        <Checkbox
          checked={level.all === true}
          disabled={disabled}
          onChange={({ target }) => set({ all: target.checked || undefined })}
        >
          {t('ladder.all')}
        </Checkbox>
        <p className="quiet rung-hint">{t('ladder.allHint')}</p>
      </Form.Item>
      <Form.Item
        label={t('ladder.within')}
        help={wrong.join(' ')}
        {...(wrong.length > 0 && { validateStatus: 'error' })}
      >
        <LimitRefInput
          label={label(t('ladder.within'))}
          value={level.within}
          disabled={disabled}
          status={wrong.length > 0 ? 'error' : undefined}
          none={waits}
          onChange={(within) => set({ within })}
        />
      </Form.Item>
      <Form.Item>
        <Checkbox
          checked={reminders !== undefined}
          disabled={disabled}
          onChange={({ target }) => set({ reminders: target.checked ? { after: 'acknowledge', times: 1 } : undefined })}
        >
          {t('ladder.reminders')}
        </Checkbox>
        {reminders && (
          <div className="rung-reminders">
            <LimitRefInput
              label={label(t('ladder.remindAfter'))}
              value={reminders.after}
              disabled={disabled}
              onChange={(after) => after !== undefined && set({ reminders: { ...reminders, after } })}
            />
            <Times
              label={label(t('ladder.remindTimes'))}
              value={reminders.times}
              min={1}
              max={20}
              disabled={disabled}
              onChange={(times) => set({ reminders: { ...reminders, times } })}
            />
          </div>
        )}
      </Form.Item>
      <Form.Item label={t('ladder.repeat')} extra={t('ladder.repeatHint')}>
        <Times
          label={label(t('ladder.repeat'))}
          value={level.repeat ?? 0}
          min={0}
          max={10}
          disabled={disabled}
          onChange={(repeat) => set({ repeat: repeat || undefined })}
        />
      </Form.Item>
    </div>
  );
}

interface TimesProps {
  label: string;
  value: number;
  min: number;
  max: number;
  disabled: boolean;
  onChange: (value: number) => void;
}

function Times({ label, onChange, ...rest }: TimesProps) {
  const { t } = useWords();
  return (
    <InputNumber
      className="rung-times"
      aria-label={label}
      precision={0}
      suffix={t('ladder.times')}
      onChange={(value) => value !== null && onChange(value)}
      {...rest}
    />
  );
}
