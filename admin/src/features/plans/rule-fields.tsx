import { Checkbox, Form, Input, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { pad, type Weekday } from '#domain/civil-date';
import type { DayOfMonth, Frequency, Recurrence } from '#domain/recurrence/rule';
import { Choice } from '../../components/choice.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { TimeInput } from '../../components/time-input.tsx';
import { useWords } from '../../i18n/language.ts';
import type { FieldProps } from '../organisation/entity-drawer.tsx';
import { countOf, inUnit, type Unit, unitOf, units } from './edit.ts';

interface RuleProps {
  recurrence: Recurrence;
  set: (change: Partial<Recurrence>) => void;
  field: (path: string) => FieldProps;
  disabled: boolean;
}
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const MOST: Record<Unit, number> = { day: 400, week: 400, month: 400, quarter: 133, year: 400 };

/** "Every 2 months on the first Monday, at 09:00." */
export function DayFields({ recurrence, set, field, disabled, floating }: RuleProps & { floating: boolean }) {
  const { t } = useWords();
  const { frequency, start, time } = recurrence;
  // Three months are a quarter, unless somebody just chose months.
  const [chosen, setChosen] = useState<Unit | null>(null);
  const own = unitOf(frequency);
  const unit = own === 'quarter' && chosen === 'month' ? 'month' : own;
  const count = countOf(frequency, unit);
  const become = (next: Frequency) => set({ frequency: next });
  return (
    <>
      <div className="rule-line">
        <Labelled label={t('plans.every')} {...field('frequency')}>
          {(id) => (
            <InputNumber
              id={id}
              min={1}
              max={MOST[unit]}
              precision={0}
              disabled={disabled}
              value={count}
              onChange={(every) => every !== null && become(inUnit(frequency, unit, every, start))}
            />
          )}
        </Labelled>
        <Labelled label={t('plans.unit')}>
          {(id) => (
            <Choice
              id={id}
              value={unit}
              disabled={disabled}
              onChange={(next: Unit) => {
                setChosen(next);
                become(inUnit(frequency, next, Math.min(count, MOST[next]), start));
              }}
              options={units.map((value) => ({ value, label: t(`plans.unit.${value}`) }))}
            />
          )}
        </Labelled>
        {frequency.unit === 'year' && (
          <Labelled label={t('plans.month')}>
            {(id) => (
              <MonthChoice
                id={id}
                value={frequency.month}
                disabled={disabled}
                change={(month) => become({ ...frequency, month })}
              />
            )}
          </Labelled>
        )}
        {(frequency.unit === 'month' || frequency.unit === 'year') && (
          <OnDay on={frequency.on} disabled={disabled} change={(on) => become({ ...frequency, on })} />
        )}
        <Labelled label={t('plans.time')} {...field('time')}>
          {(id) => (
            <TimeInput
              id={id}
              label={t('plans.time')}
              value={time}
              disabled={disabled}
              change={(next) => set({ time: next })}
            />
          )}
        </Labelled>
      </div>
      {frequency.unit === 'week' && (
        <Form.Item label={t('plans.weekdays')} {...field('frequency.on')}>
          <Checkbox.Group
            className="weekday-boxes"
            value={[...frequency.on]}
            disabled={disabled}
            onChange={(on) => on.length > 0 && become({ ...frequency, on: [...on].sort() as Weekday[] })}
            options={WEEKDAYS.map((value) => ({ value, label: t(`docField.${value}`) }))}
          />
        </Form.Item>
      )}
      {floating && <p className="quiet rule-note">{t('plans.floatingNote')}</p>}
    </>
  );
}

function MonthChoice({
  id,
  value,
  change,
  disabled,
}: {
  id: string;
  value: number;
  change: (month: number) => void;
  disabled: boolean;
}) {
  const { language } = useWords();
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return (
    <Choice
      id={id}
      value={value}
      disabled={disabled}
      onChange={change}
      options={Array.from({ length: 12 }, (_, n) => ({
        value: n + 1,
        label: format.format(new Date(Date.UTC(2024, n, 15))),
      }))}
    />
  );
}

const NTHS = [1, 2, 3, 4, 5, -1] as const;

/** A date, the nth or last weekday, or the last day of the month. */
function OnDay({ on, change, disabled }: { on: DayOfMonth; change: (on: DayOfMonth) => void; disabled: boolean }) {
  const { t } = useWords();
  const kinds: Record<DayOfMonth['kind'], DayOfMonth> = {
    date: on.kind === 'date' ? on : { kind: 'date', day: 1 },
    weekday: on.kind === 'weekday' ? on : { kind: 'weekday', nth: 1, weekday: 1 },
    last: { kind: 'last' },
  };
  return (
    <>
      <Labelled label={t('plans.on')}>
        {(id) => (
          <Choice
            id={id}
            value={on.kind}
            disabled={disabled}
            onChange={(kind: DayOfMonth['kind']) => change(kinds[kind])}
            options={(['date', 'weekday', 'last'] as const).map((value) => ({ value, label: t(`plans.on.${value}`) }))}
          />
        )}
      </Labelled>
      {on.kind === 'date' && (
        <Labelled label={t('plans.day')}>
          {(id) => (
            <InputNumber
              id={id}
              min={1}
              max={31}
              precision={0}
              value={on.day}
              disabled={disabled}
              onChange={(day) => day !== null && change({ kind: 'date', day })}
            />
          )}
        </Labelled>
      )}
      {on.kind === 'weekday' && (
        <>
          <Labelled label={t('plans.nth')}>
            {(id) => (
              <Choice
                id={id}
                value={on.nth}
                disabled={disabled}
                onChange={(nth: number) => change({ ...on, nth })}
                options={NTHS.map((value) => ({ value, label: t(`plans.nth.${value}`) }))}
              />
            )}
          </Labelled>
          <Labelled label={t('plans.weekday')}>
            {(id) => (
              <Choice
                id={id}
                value={on.weekday}
                disabled={disabled}
                onChange={(weekday: Weekday) => change({ ...on, weekday })}
                options={WEEKDAYS.map((value) => ({ value, label: t(`docField.${value}`) }))}
              />
            )}
          </Labelled>
        </>
      )}
    </>
  );
}

/** From when to when, and in which part of the year. */
export function RuleDates({ recurrence, set, field, disabled }: RuleProps) {
  const { t } = useWords();
  const { start, end, season } = recurrence;
  return (
    <>
      <div className="form-row">
        <Labelled label={t('plans.start')} {...field('start')}>
          {(id) => (
            <Input
              id={id}
              type="date"
              className="date-input"
              value={start}
              disabled={disabled}
              onChange={({ target }) => target.value !== '' && set({ start: target.value })}
            />
          )}
        </Labelled>
        <Labelled label={t('plans.ends')} extra={t('plans.endsHint')} {...field('end')}>
          {(id) => (
            <Input
              id={id}
              type="date"
              className="date-input"
              value={end ?? ''}
              disabled={disabled}
              onChange={({ target }) => set({ end: target.value === '' ? null : target.value })}
            />
          )}
        </Labelled>
      </div>
      <Form.Item {...field('season')}>
        <Checkbox
          checked={season !== null}
          disabled={disabled}
          onChange={({ target }) => set({ season: target.checked ? { from: '05-01', to: '10-31' } : null })}
        >
          {t('plans.season')}
        </Checkbox>
        {season !== null && (
          <div className="season">
            {(['from', 'to'] as const).map((side) => (
              <MonthDay
                key={side}
                label={t(`plans.season.${side}`)}
                value={season[side]}
                disabled={disabled}
                change={(next) => set({ season: { ...season, [side]: next } })}
              />
            ))}
            <span className="quiet">{t('plans.seasonHint')}</span>
          </div>
        )}
      </Form.Item>
    </>
  );
}

interface MonthDayProps {
  label: string;
  /** "05-01" */
  value: string;
  change: (value: string) => void;
  disabled: boolean;
}

/** A day of every year. */
function MonthDay({ label, value, change, disabled }: MonthDayProps) {
  const { t } = useWords();
  const id = useId();
  const [month, day] = [Number(value.slice(0, 2)), Number(value.slice(3))];
  const put = (nextMonth: number, nextDay: number) => change(`${pad(nextMonth, 2)}-${pad(nextDay, 2)}`);
  return (
    <fieldset className="month-day">
      <legend className="unseen">{label}</legend>
      <span aria-hidden>{label}</span>
      <MonthChoice id={id} value={month} disabled={disabled} change={(next) => put(next, day)} />
      <InputNumber
        aria-label={t('plans.day')}
        min={1}
        max={31}
        precision={0}
        value={day}
        disabled={disabled}
        onChange={(next) => next !== null && put(month, next)}
      />
    </fieldset>
  );
}

/** Days off, and months without such a day. */
export function WhenMissing({ recurrence, set, field, disabled }: RuleProps) {
  const { t } = useWords();
  const { frequency } = recurrence;
  const on = frequency.unit === 'month' || frequency.unit === 'year' ? frequency.on : null;
  const mayMiss = on !== null && ((on.kind === 'date' && on.day > 28) || (on.kind === 'weekday' && on.nth === 5));
  return (
    <div className="form-row">
      <Labelled label={t('plans.nonWorkingDay')} {...field('nonWorkingDay')}>
        {(id) => (
          <Choice
            id={id}
            value={recurrence.nonWorkingDay}
            disabled={disabled}
            onChange={(nonWorkingDay: Recurrence['nonWorkingDay']) => set({ nonWorkingDay })}
            options={(['after', 'before', 'skip', 'asIs'] as const).map((value) => ({
              value,
              label: t(`plans.dayOff.${value}`),
            }))}
          />
        )}
      </Labelled>
      {mayMiss && (
        <Labelled label={t('plans.missingDay')} {...field('missingDay')}>
          {(id) => (
            <Choice
              id={id}
              value={recurrence.missingDay}
              disabled={disabled}
              onChange={(missingDay: Recurrence['missingDay']) => set({ missingDay })}
              options={(['clamp', 'skip'] as const).map((value) => ({ value, label: t(`plans.missing.${value}`) }))}
            />
          )}
        </Labelled>
      )}
    </div>
  );
}
