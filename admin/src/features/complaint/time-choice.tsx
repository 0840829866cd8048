import { Input, Radio } from 'antd';
import { useState } from 'react';
import { localDate, localTime } from '#domain/time';
import { Radios } from '../../components/choice.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { useZone } from '../workplace/workplace.tsx';

interface TimeChoiceProps {
  /** Sensible instants the API proposes. */
  times: readonly string[];
  /** Latest instant allowed. */
  cap?: string | undefined;
  site: string;
  optional: boolean;
  label: string;
  id?: string;
  /** An instant, or a local time of the site as typed ("2026-11-24T09:30"). */
  value?: string | undefined;
  onChange?: (value: string | undefined) => void;
}

/** A few sensible times to tap; any other can be typed in, in the site's local time. */
export function TimeChoice({ times, cap, site, optional, label, id, value, onChange }: TimeChoiceProps) {
  const { t } = useWords();
  const when = useWhen(site);
  const zone = useZone(site);
  const now = useNow();
  const [other, setOther] = useState(times.length === 0 && !optional);
  const local = (at: number) => `${localDate(at, zone)}T${localTime(at, zone)}`;
  const choose = (choice: string) => {
    setOther(choice === 'other');
    onChange?.(choice === 'other' || choice === 'none' ? undefined : choice);
  };
  return (
    <div className="time-choice">
      {(times.length > 0 || optional) && (
        <Radios
          label={label}
          id={id}
          value={other ? 'other' : (value ?? (optional ? 'none' : undefined))}
          onChange={({ target }) => choose(String(target.value))}
        >
          {optional && <Radio value="none">{t('time.none')}</Radio>}
          {times.map((time) => (
            <Radio key={time} value={time}>
              {when.at(time)} <span className="quiet">{when.ago(time)}</span>
            </Radio>
          ))}
          <Radio value="other">{t('time.other')}</Radio>
        </Radios>
      )}
      {other && (
        <Input
          type="datetime-local"
          aria-label={t('time.other')}
          min={local(now)}
          max={cap ? local(Date.parse(cap)) : undefined}
          value={value ?? ''}
          onChange={({ target }) => onChange?.(target.value || undefined)}
        />
      )}
      {cap && <span className="quiet">{t('time.cap', { when: when.at(cap) })}</span>}
    </div>
  );
}
