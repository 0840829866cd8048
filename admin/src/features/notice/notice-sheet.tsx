import { useWords } from '../../i18n/language.ts';
import { QrCode } from './qr-code.tsx';
import { sheetWords } from './sheet-words.ts';
import type { Notice, NoticeBuilding } from './use-notice.ts';

/** One A4 page for the wall of a building, in the language of its site; always black on white. */
export function NoticeSheet({ notice, building }: { notice: Notice; building: NoticeBuilding }) {
  const { t } = useWords();
  const { language } = notice;
  const words = sheetWords[language];
  const name = building.name[language];
  return (
    <article className="sheet" lang={language}>
      <p className="sheet-site">
        {notice.name[language]} · {name}
      </p>
      <h2>{words.title}</h2>
      <p className="sheet-lead">{words.lead}</p>
      <QrCode text={building.url} label={t('notice.code', { building: name })} />
      <p className="sheet-scan">{words.scan}</p>
      <ol className="sheet-steps">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="sheet-call">
        {words.call} <strong>{notice.phone}</strong>
      </p>
      <p className="sheet-address">
        {words.address} <span>{building.url}</span>
      </p>
      <p className="sheet-other">{words.other}</p>
      <p className="sheet-company">
        {[notice.company[language], notice.office && words.office + notice.office[language]]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </article>
  );
}
