import { Button } from 'antd';
import type { CallRow } from '#http/schemas/care';
import { useWords } from '../../i18n/language.ts';
import { useSend } from './use-care.ts';

/** Whom to call there, each number to be tapped, and why no mail does. */
export function Callees({ row, place }: { row: Pick<CallRow, 'members' | 'why'>; place: string }) {
  const { t } = useWords();
  return (
    <span>
      <strong>{place}</strong>
      {row.members.map(({ name, phone }) => (
        <span key={`${name} ${phone}`}>
          {name}{' '}
          {phone && (
            <a className="row-phone" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
              {phone}
            </a>
          )}
        </span>
      ))}
      <span className="quiet">{t(`event.why.${row.why}`)}</span>
    </span>
  );
}

/** Ticks that a household was told of an event. */
export function TellButton({ event, household, label }: { event: string; household: string; label: string }) {
  const { t } = useWords();
  const { send, busy } = useSend();
  const path = `/api/care/events/${event}/calls/${encodeURIComponent(household)}`;
  return (
    <Button loading={busy} aria-label={`${t('event.told')} ${label}`} onClick={() => void send(path, { how: 'phone' })}>
      {t('event.told')}
    </Button>
  );
}
