import { InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { Limit } from '#domain/limit';
import { useWords } from '../i18n/language.ts';
import { TimeField } from './time-field.tsx';

/** How a limit is typed: a number and what it counts. Hours are minutes by sixty. */
const UNITS = ['minutes', 'hours', 'workingMinutes', 'workingHours', 'workingDays', 'workingDayAt'] as const;
type Unit = (typeof UNITS)[number];

interface LimitFormProps {
  /** What the limit is of, for screen readers. */
  label: string;
  value: Limit;
  onChange: (value: Limit) => void;
}

/** A limit put together from a number, a unit and a time of day. */
export function LimitForm({ label, value, onChange }: LimitFormProps) {
  const { t } = useWords();
  const [chosen, setChosen] = useState(() => unitOf(value));
  const unit = KINDS[chosen] === value.kind ? chosen : unitOf(value);
  const inHours = unit === 'hours' || unit === 'workingHours';
  const set = (amount: number, of: Unit) => onChange(limitOf(amount, of, value));
  return (
    <span className="limit-form">
      <InputNumber
        aria-label={t('limit.amount', { label })}
        min={unit === 'workingDayAt' ? 1 : 0}
        max={MOST[unit]}
        {...(inHours ? {} : { precision: 0 })}
        value={amountOf(value, unit)}
        onChange={(amount) => amount !== null && set(amount, unit)}
      />
      <Select
        aria-label={t('limit.unit', { label })}
        value={unit}
        popupMatchSelectWidth={false}
        onChange={(next: Unit) => {
          setChosen(next);
          set(amountOf(value, unit), next);
        }}
        options={UNITS.map((one) => ({ value: one, label: t(`limit.${one}`) }))}
      />
      {value.kind === 'workingDayAt' && (
        <TimeField
          label={t('limit.at', { label })}
          value={value.at}
          onChange={(at) => onChange({ ...value, at: at === '24:00' ? '23:59' : at })}
        />
      )}
    </span>
  );
}

const KINDS: Record<Unit, Limit['kind']> = {
  minutes: 'elapsed',
  hours: 'elapsed',
  workingMinutes: 'workingHours',
  workingHours: 'workingHours',
  workingDays: 'workingDays',
  workingDayAt: 'workingDayAt',
};
const MOST: Record<Unit, number> = {
  minutes: 527_040,
  hours: 8784,
  workingMinutes: 100_000,
  workingHours: 1666,
  workingDays: 260,
  workingDayAt: 260,
};

function unitOf(limit: Limit): Unit {
  switch (limit.kind) {
    case 'elapsed':
      return limit.minutes >= 60 && limit.minutes % 30 === 0 ? 'hours' : 'minutes';
    case 'workingHours':
      return limit.minutes >= 60 && limit.minutes % 30 === 0 ? 'workingHours' : 'workingMinutes';
    default:
      return limit.kind;
  }
}

function amountOf(limit: Limit, unit: Unit): number {
  if ('days' in limit) return limit.days;
  return unit === 'hours' || unit === 'workingHours' ? limit.minutes / 60 : limit.minutes;
}

function limitOf(amount: number, unit: Unit, before: Limit): Limit {
  const whole = Math.max(0, Math.min(MOST[unit], amount));
  switch (unit) {
    case 'minutes':
      return { kind: 'elapsed', minutes: Math.round(whole) };
    case 'hours':
      return { kind: 'elapsed', minutes: Math.round(whole * 60) };
    case 'workingMinutes':
      return { kind: 'workingHours', minutes: Math.round(whole) };
    case 'workingHours':
      return { kind: 'workingHours', minutes: Math.round(whole * 60) };
    case 'workingDays':
      return { kind: 'workingDays', days: Math.round(whole) };
    case 'workingDayAt':
      return {
        kind: 'workingDayAt',
        days: Math.max(1, Math.round(whole)),
        at: before.kind === 'workingDayAt' ? before.at : '12:00',
      };
  }
}
