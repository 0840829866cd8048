import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { ReferencesView, ReplacementCheck } from '#http/schemas/leaver';
import { useWords } from '../../i18n/language.ts';

interface LeaverPreviewProps {
  person: ReferencesView['person'];
  checked: ReplacementCheck;
  busy: boolean;
  handedOver: number;
  confirm: () => void;
}

/** The dry run's answer in words, and the button that makes it so. */
export function LeaverPreview({ person, checked, busy, handedOver, confirm }: LeaverPreviewProps) {
  const { t, language } = useWords();
  const name = person.name[language];
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const nameOf = (document: ReplacementCheck['documents'][number]): string => {
    switch (document.kind) {
      case 'organisation':
      case 'rosters':
      case 'absences':
        return t(`leaver.document.${document.kind}`);
      default:
        return t('leaver.document.workflow', { name: document.name?.[language] ?? document.id });
    }
  };
  const documents = checked.documents.map((one) => t('leaver.version', { name: nameOf(one), version: one.version }));
  const handsOver = checked.more ? 'leaver.handsOverMore' : 'leaver.handsOver';
  const happens = [
    ...(documents.length > 0
      ? [t('leaver.publishes', { documents: documents.join(language === 'en' ? ', ' : '、') })]
      : []),
    ...(checked.assets > 0 ? [t('leaver.passesAssets', { count: checked.assets })] : []),
    ...(checked.handOvers > 0 ? [t(handsOver, { count: checked.handOvers })] : []),
    ...(checked.deactivates ? [t('leaver.deactivates', { name })] : []),
  ];
  const problems = Object.entries(checked.problems).flatMap(([path, messages]) => {
    const document = checked.documents.find(({ kind, id }) => path.startsWith(`${kind}/${id}`));
    return messages.map((text) => (document ? `${nameOf(document)}: ${text}` : text));
  });
  return (
    <section className="panel leaver-preview" aria-label={t('leaver.previewTitle')}>
      <h2 ref={head} tabIndex={-1}>
        {t('leaver.previewTitle')}
      </h2>
      <ul className="leaver-happens">
        {happens.length === 0 && <li>{t('leaver.nothingChanges')}</li>}
        {happens.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {problems.length > 0 && (
        <Alert
          type="error"
          showIcon
          role="alert"
          message={t('leaver.problems')}
          description={[...new Set(problems)].map((text) => <p key={text}>{text}</p>)}
        />
      )}
      {problems.length === 0 && happens.length > 0 && (
        <div className="form-buttons">
          <Button type="primary" danger size="large" loading={busy} onClick={confirm}>
            {t(checked.deactivates ? 'leaver.confirm' : 'leaver.confirmOnly')}
          </Button>
        </div>
      )}
      {busy && handedOver > 0 && (
        <p className="quiet" role="status">
          {t('leaver.running', { count: handedOver })}
        </p>
      )}
    </section>
  );
}
