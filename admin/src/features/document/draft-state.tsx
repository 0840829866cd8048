import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import type { Kind } from './kinds.ts';
import { useAuthor } from './use-author.ts';
import type { OpenDocument } from './use-document.ts';

/** Whether the draft is saved, and who edits it too. */
export function DraftState<K extends Kind>({ document }: { document: OpenDocument<K> }) {
  const { t } = useWords();
  const by = useAuthor();
  const when = useWhen(undefined);
  const { saved, savedAt, trouble, others } = document.shared;
  const kept = savedAt ? t('draft.savedAt', { when: when.at(savedAt) }) : t('draft.saved');
  return (
    <p className="doc-draft quiet" aria-live="polite" data-saved={saved}>
      {saved === 'failed' && <span className="field-error">{t('draft.failed', { why: trouble ?? '' })}</span>}
      {(saved === 'saving' || saved === 'unsaved') && <span>{t('draft.saving')}</span>}
      {saved === 'saved' && <span>{kept}</span>}
      {others.map(({ person, at }) => (
        <span key={person} className="doc-draft-other">
          {t('draft.other', { author: by(person), ago: when.ago(at) })}
        </span>
      ))}
    </p>
  );
}

/** Takes back and makes again; Ctrl+Z and Ctrl+Shift+Z do the same. */
export function UndoButtons<K extends Kind>({ document }: { document: OpenDocument<K> }) {
  const { t } = useWords();
  return (
    <span className="doc-undo">
      <Tooltip title={`${t('draft.undo')} (Ctrl+Z)`}>
        <Button
          type="text"
          icon={<UndoOutlined />}
          aria-label={t('draft.undo')}
          disabled={!document.canUndo}
          onClick={document.undo}
        />
      </Tooltip>
      <Tooltip title={`${t('draft.redo')} (Ctrl+Shift+Z)`}>
        <Button
          type="text"
          icon={<RedoOutlined />}
          aria-label={t('draft.redo')}
          disabled={!document.canRedo}
          onClick={document.redo}
        />
      </Tooltip>
    </span>
  );
}
