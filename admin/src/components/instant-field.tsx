import { Form, Input } from 'antd';
import { instantAt, localDate, localTime } from '#domain/time';
import { useWords } from '../i18n/language.ts';
import { TimeInput } from './time-input.tsx';

interface InstantFieldProps {
  label: string;
  zone: string;
  value: number;
  disabled: boolean;
  change: (at: number) => void;
  problem: string | undefined;
  hint: string | undefined;
}

/** Date and time in a zone; "24:00" is the next day's midnight. */
export function InstantField({ label, zone, value, disabled, change, problem, hint }: InstantFieldProps) {
  const { t } = useWords();
  const [date, time] = [localDate(value, zone), localTime(value, zone)];
  return (
    <Form.Item
      label={label}
      required
      extra={hint}
      {...(problem && { validateStatus: 'error' as const, help: problem })}
    >
      <span className="instant">
        <Input
          type="date"
          aria-label={`${label} ${t('absence.date')}`}
          value={date}
          disabled={disabled}
          onChange={({ target }) => target.value && change(instantAt(target.value, time, zone))}
        />
        <TimeInput
          label={`${label} ${t('absence.time')}`}
          value={time}
          disabled={disabled}
          change={(next) => change(instantAt(date, next, zone))}
        />
      </span>
    </Form.Item>
  );
}
