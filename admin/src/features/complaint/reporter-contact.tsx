import { PhoneOutlined } from '@ant-design/icons';
import type { ComplaintDetail } from '#http/schemas/complaint';
import { useWords } from '../../i18n/language.ts';

/** Who complains, a number to tap, and when to call. */
export function ReporterContact({ reporter }: { reporter: ComplaintDetail['reporter'] }) {
  const { t } = useWords();
  const { name, phone, preferredTime } = reporter;
  if (!name && !phone) return <p className="quiet">{t('reporter.unknown')}</p>;
  return (
    <p className="contact">
      <span>{name ?? t('reporter.noName')}</span>
      {phone && (
        <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
          <PhoneOutlined aria-hidden /> {phone}
        </a>
      )}
      {preferredTime && <span className="quiet">{t('reporter.preferred', { time: preferredTime })}</span>}
    </p>
  );
}
