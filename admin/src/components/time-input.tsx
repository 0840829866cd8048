import { Input } from 'antd';
import { useState } from 'react';
import { timeOf } from './time-text.ts';

interface TimeInputProps {
  id?: string;
  label: string;
  /** "18:00" */
  value: string;
  change: (value: string) => void;
  disabled?: boolean;
}

/** A time of the day in 24 hours, whatever the browser's own habits are. What is no time is put back on leaving. */
export function TimeInput({ id, label, value, change, disabled = false }: TimeInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Input
      id={id}
      className="time-input"
      inputMode="numeric"
      placeholder="18:00"
      maxLength={5}
      autoComplete="off"
      aria-label={label}
      disabled={disabled}
      value={typed ?? value}
      status={typed !== null && typed.length === 5 && timeOf(typed) === null ? 'error' : ''}
      onFocus={(event) => event.target.select()}
      onChange={({ target }) => {
        setTyped(target.value);
        const time = target.value.length === 5 ? timeOf(target.value) : null;
        if (time !== null && time !== value) change(time);
      }}
      onBlur={() => {
        const time = typed === null ? null : timeOf(typed);
        setTyped(null);
        if (time !== null && time !== value) change(time);
      }}
    />
  );
}
