import { useMemo, useState } from 'react';
import { zoneWords } from '#domain/zone-words';
import { useNow } from '../features/clock/system-clock.tsx';
import { useWords } from '../i18n/language.ts';
import { Choice } from './choice.tsx';

interface ZoneSelectProps {
  id?: string;
  label: string;
  value: string;
  disabled: boolean;
  change: (zone: string) => void;
}

/** All zones this browser knows and the chosen one, by their words; found by the city's name in either alphabet. */
export function ZoneSelect({ id, label, value, disabled, change }: ZoneSelectProps) {
  const { language } = useWords();
  const [at] = useState(useNow());
  const options = useMemo(
    () =>
      [...new Set([value, ...Intl.supportedValuesOf('timeZone')])]
        .filter((zone) => zone !== '')
        .sort()
        .map((zone) => ({ value: zone, label: zoneWords(zone, at, language) })),
    [value, at, language],
  );
  return (
    <Choice
      {...(id !== undefined && { id })}
      showSearch
      aria-label={label}
      value={value}
      disabled={disabled}
      onChange={change}
      options={options}
      filterOption={(typed, option) =>
        `${option?.label} ${String(option?.value).replaceAll('_', ' ')}`.toLowerCase().includes(typed.toLowerCase())
      }
    />
  );
}
