import { UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useWords } from '../../i18n/language.ts';

/** One file by button or by dropping it; the same file may be chosen again after it was mended. */
export function FileDrop({ choose, children }: { choose: (file: File) => void; children: ReactNode }) {
  const { t } = useWords();
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) choose(file);
  };
  return (
    // Dropping is a convenience for the mouse; the button is what keyboards and readers use.
    <fieldset
      className="panel import-drop"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <legend className="unseen">{t('import.choose')}</legend>
      <input
        ref={picker}
        type="file"
        className="unseen"
        tabIndex={-1}
        aria-label={t('import.file')}
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
      <div className="import-choose">
        <Button type="primary" size="large" icon={<UploadOutlined />} onClick={() => picker.current?.click()}>
          {t('import.choose')}
        </Button>
        <span className="quiet import-drop-hint">{t('import.drop')}</span>
      </div>
      {children}
    </fieldset>
  );
}
