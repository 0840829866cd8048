import { eventName, spanWords } from '#domain/care/event-words';
import type { EventRow } from '#http/schemas/care';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { useWorkplace, useZone } from '../workplace/workplace.tsx';

/** Name, hours and places of an event as its site's people say them. */
export function useEventWords() {
  const { t, language } = useWords();
  const { names, site } = useWorkplace();
  const now = useNow();
  const zone = useZone(site?.id);
  return {
    name: ({ kind }: Pick<EventRow, 'kind'>) => eventName(kind, language),
    when: ({ from, to }: Pick<EventRow, 'from' | 'to'>) =>
      spanWords({ from: Date.parse(from), to: Date.parse(to) }, now, zone, language),
    where: ({ site: at, buildings }: Pick<EventRow, 'site' | 'buildings'>) =>
      buildings.length === 0
        ? t('event.wholeSite')
        : buildings.map((id) => names.building(at, id)).join(language === 'en' ? ', ' : '、'),
    state: ({ announcedAt, cancelledAt, to }: EventRow) =>
      cancelledAt !== null
        ? t('event.state.cancelled')
        : Date.parse(to) <= now
          ? t('event.state.over')
          : announcedAt !== null
            ? t('event.state.announced')
            : t('event.state.planned'),
  };
}
