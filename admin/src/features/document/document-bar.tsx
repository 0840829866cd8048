import { App, Button, Input, Popconfirm } from 'antd';
import { useId, useState } from 'react';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { Difference } from './difference.tsx';
import { DraftNotes } from './draft-notes.tsx';
import { DraftState, UndoButtons } from './draft-state.tsx';
import type { Kind } from './kinds.ts';
import { PlannedNote } from './planned-note.tsx';
import { PublishLater } from './publish-later.tsx';
import { useAuthor } from './use-author.ts';
import type { Conflict, OpenDocument } from './use-document.ts';
import { useDocumentWords } from './use-document-words.ts';

interface DocumentBarProps<K extends Kind> {
  document: OpenDocument<K>;
  /** Called in place of `document.save`, to show first what publishing will do; true when it was published. */
  publish?: (note: string) => Promise<boolean>;
  /** The same for publishing at a set time. */
  plan?: (note: string, at: number) => Promise<boolean>;
}

/** Stands at the bottom while there are unpublished changes: how many, which, why, and publish or discard. */
export function DocumentBar<K extends Kind>({ document, publish, plan }: DocumentBarProps<K>) {
  const { t } = useWords();
  const { notification } = App.useApp();
  const noteId = useId();
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const [open, setOpen] = useState(false);
  const { changes, conflict, dirty, error, problems, saving, shared } = document;
  if (!dirty && !shared.offer && !shared.notice && !shared.planned) return null;
  const count = Object.keys(problems).length;
  const cleared = () => {
    setNote('');
    setAsked(false);
    setOpen(false);
  };
  const send = async () => {
    setAsked(true);
    if (note.trim() === '') return;
    const stands = await (publish ?? document.save)(note.trim());
    if (!stands) return;
    cleared();
    const version = (document.published?.version ?? 0) + 1;
    notification.success({ message: t('doc.published', { version }) });
  };
  return (
    <section className="doc-bar" aria-label={t('doc.changes', { count: changes.length })}>
      <PlannedNote document={document} />
      <DraftNotes document={document} />
      {conflict && <ConflictNotice document={document} conflict={conflict} />}
      {dirty && open && (
        <div className="doc-bar-changes">
          <Difference changes={changes} bodies={[document.body, document.published?.body]} />
        </div>
      )}
      {(error || count > 0) && (
        <p className="field-error" role="alert">
          {error?.message ??
            [t('doc.problems', { count }), ...(problems[''] ?? []), ...(problems.note ?? [])].join(' ')}
        </p>
      )}
      {dirty && (
        <>
          <div className="doc-bar-row">
            <span className="doc-bar-count">
              {t('doc.changes', { count: changes.length })}
              <Button type="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
                {t(open ? 'doc.hideChanges' : 'doc.showChanges')}
              </Button>
              <UndoButtons document={document} />
            </span>
            <span className="doc-bar-note">
              <label htmlFor={noteId} className="unseen">
                {t('doc.note')}
              </label>
              <Input
                id={noteId}
                value={note}
                maxLength={500}
                placeholder={t('doc.notePlaceholder')}
                status={asked && note.trim() === '' ? 'error' : ''}
                aria-describedby={`${noteId}-needed`}
                onChange={(event) => setNote(event.target.value)}
                onPressEnter={() => void send()}
              />
              {asked && note.trim() === '' && (
                <span id={`${noteId}-needed`} className="field-error">
                  {t('doc.noteNeeded')}
                </span>
              )}
            </span>
            <span className="doc-bar-buttons">
              <Popconfirm
                title={t('doc.discardAsk')}
                description={t(shared.others.length > 0 ? 'draft.discardAll' : 'doc.discardHint')}
                okText={t('doc.discard')}
                cancelText={t('doc.keep')}
                okButtonProps={{ danger: true }}
                onConfirm={document.reset}
              >
                <Button disabled={saving}>{t('doc.discard')}</Button>
              </Popconfirm>
              <PublishLater document={document} note={note} plan={plan} done={cleared} />
              <Button type="primary" loading={saving} disabled={conflict !== null} onClick={() => void send()}>
                {t('doc.publish')}
              </Button>
            </span>
          </div>
          <DraftState document={document} />
        </>
      )}
    </section>
  );
}

/** Somebody published meanwhile: who, when, why, what; and the two ways on. */
function ConflictNotice<K extends Kind>({ document, conflict }: { document: OpenDocument<K>; conflict: Conflict }) {
  const { t, language } = useWords();
  const { notification } = App.useApp();
  const by = useAuthor();
  const when = useWhen(undefined);
  const bodies = [document.body, document.published?.body];
  const words = useDocumentWords(bodies);
  const [open, setOpen] = useState(false);
  const { author, version, at, note } = conflict.theirs;
  const reapply = () => {
    const clashes = conflict.reapply?.() ?? [];
    const places = clashes.map(words.path).join(language === 'en' ? '; ' : '；');
    if (clashes.length > 0) notification.warning({ message: t('doc.clashes', { places }), duration: 0 });
    else notification.success({ message: t('doc.reapplied') });
  };
  return (
    <div className="doc-conflict" role="alert">
      <strong>{t('doc.conflict', { author: by(author), version, when: when.at(at) })}</strong>
      <span>{t('doc.conflictNote', { note })}</span>
      <span className="quiet">{t('doc.conflictHint')}</span>
      {open && conflict.changes && <Difference changes={conflict.changes} bodies={bodies} />}
      <span className="form-buttons">
        <Button size="small" disabled={conflict.changes === null} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'doc.hideChanges' : 'doc.lookAtTheirs')}
        </Button>
        <Button size="small" type="primary" disabled={conflict.reapply === null} onClick={reapply}>
          {t('doc.reapply')}
        </Button>
      </span>
    </div>
  );
}
