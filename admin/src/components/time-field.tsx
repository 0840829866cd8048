import { Input, type InputProps } from 'antd';
import { useState } from 'react';
import { readTime } from './read-time.ts';

interface TimeFieldProps extends Pick<InputProps, 'status' | 'disabled'> {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** Local time of day in 24 hours; "9", "930" and "9：30" are understood, anything else stays and is marked. */
export function TimeField({ label, value, onChange, status, disabled }: TimeFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && readTime(typed) === null;
  const settle = () => {
    if (typed === null || wrong) return;
    setTyped(null);
    const time = readTime(typed);
    if (time !== null && time !== value) onChange(time);
  };
  return (
    <Input
      className="time-field"
      aria-label={label}
      aria-invalid={wrong || status === 'error'}
      inputMode="numeric"
      autoComplete="off"
      disabled={disabled}
      status={wrong ? 'error' : status}
      value={typed ?? value}
      maxLength={5}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={settle}
      onPressEnter={settle}
    />
  );
}
