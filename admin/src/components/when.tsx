import { relativeTime, whenWords } from '#domain/words';
import { useNow } from '../features/clock/system-clock.tsx';
import { useZone } from '../features/workplace/workplace.tsx';
import { useWords } from '../i18n/language.ts';

interface When {
  at: (instant: string | number) => string;
  ago: (instant: string) => string;
}

/** Says instants of one site as its people do, seen from the system's present. */
export function useWhen(site: string | undefined): When {
  return useWhenIn(useZone(site));
}

/** `useWhen` for a zone by its name. */
export function useWhenIn(zone: string): When {
  const { language } = useWords();
  const now = useNow();
  const ms = (instant: string | number) => (typeof instant === 'number' ? instant : Date.parse(instant));
  return {
    at: (instant) => whenWords(ms(instant), now, zone, language),
    ago: (instant) => relativeTime(ms(instant), now, language),
  };
}
