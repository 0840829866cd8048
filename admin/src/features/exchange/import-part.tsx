import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Input } from 'antd';
import { useId, useRef, useState } from 'react';
import { RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { DraftedNote } from './drafted-note.tsx';
import { ImportRow } from './import-row.tsx';
import { mayBeDraft, useExchange } from './use-exchange.ts';

/** A file is chosen, looked at, and what is wanted of it published. */
export function ImportPart() {
  const { t } = useWords();
  const picker = useRef<HTMLInputElement>(null);
  const noteId = useId();
  const { checked, busy, error, done, drafted, choose, draft, publish } = useExchange(t('exchange.broken'));
  const [left, setLeft] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const nameOf = ({ kind, id }: { kind: string; id: string }) => `${kind}/${id}`;
  const documents = checked?.plan.documents ?? [];
  const open = documents.filter(({ state }) => state === 'new' || state === 'differs').map(nameOf);
  const chosen = open.filter((name) => !left.includes(name));
  const forDrafts = documents.filter((one) => chosen.includes(nameOf(one)) && mayBeDraft(one));
  const send = () => {
    setAsked(true);
    if (note.trim() !== '') void publish(chosen, note.trim());
  };
  const take = (file: File) => {
    setLeft([]);
    setNote(t('exchange.note', { file: file.name }));
    setAsked(false);
    void choose(file);
  };
  return (
    <section className="panel exchange-part" aria-label={t('exchange.in')}>
      <h2>{t('exchange.in')}</h2>
      <p className="quiet">{t('exchange.inHint')}</p>
      <input
        ref={picker}
        type="file"
        className="unseen"
        tabIndex={-1}
        aria-label={t('exchange.choose')}
        accept=".json,application/json"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) take(file);
          target.value = '';
        }}
      />
      <Button icon={<UploadOutlined />} onClick={() => picker.current?.click()}>
        {t(checked ? 'exchange.another' : 'exchange.choose')}
      </Button>
      {error !== null && <Alert type="error" showIcon message={error} />}
      {done !== null && <Alert type="success" showIcon message={t('exchange.done', { count: done.length })} />}
      {drafted !== null && <DraftedNote {...drafted} />}
      {busy && !checked && <RowsSkeleton />}
      {checked && <h3>{t('exchange.found', { file: checked.name, count: documents.length })}</h3>}
      {checked && (
        <ul className="exchange-found">
          {documents.map((one) => (
            <ImportRow
              key={nameOf(one)}
              document={one}
              chosen={chosen.includes(nameOf(one))}
              choose={(wanted) =>
                setLeft(wanted ? left.filter((name) => name !== nameOf(one)) : [...left, nameOf(one)])
              }
            />
          ))}
        </ul>
      )}
      {open.length > 0 && (
        <div className="exchange-publish">
          <Button type="primary" loading={busy} disabled={forDrafts.length === 0} onClick={() => void draft(forDrafts)}>
            {t('exchange.draft', { count: forDrafts.length })}
          </Button>
          <span className="quiet">{t('exchange.draftHint')}</span>
          <label htmlFor={noteId}>{t('exchange.noteLabel')}</label>
          <Input
            id={noteId}
            value={note}
            maxLength={300}
            status={asked && note.trim() === '' ? 'error' : ''}
            onChange={({ target }) => setNote(target.value)}
          />
          {asked && note.trim() === '' && <span className="field-error">{t('doc.noteNeeded')}</span>}
          <Button loading={busy} disabled={chosen.length === 0} onClick={send}>
            {t('exchange.publish', { count: chosen.length })}
          </Button>
        </div>
      )}
      {checked && open.length === 0 && <p className="quiet">{t('exchange.nothing')}</p>}
    </section>
  );
}
