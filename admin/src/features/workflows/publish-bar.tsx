import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useWords } from '../../i18n/language.ts';
import { DraftState } from '../document/draft-state.tsx';
import type { OpenDocument } from '../document/use-document.ts';
import { PublishDrawer } from './publish-drawer.tsx';
import type { Editing } from './use-editing.ts';

/** Stands at the bottom while there are changes: how many, whether they are sound, and the way to publish them. */
export function PublishBar({ document, editing }: { document: OpenDocument<'workflow'>; editing: Editing }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const { list } = editing.checked;
  const { dirty, changes, published } = document;
  return (
    <>
      {dirty && (
        <section className="doc-bar flow-bar" aria-label={t('doc.changes', { count: changes.length })}>
          <span className="flow-bar-words">
            <strong>{published === null ? t('flow.unpublished') : t('doc.changes', { count: changes.length })}</strong>
            <span className={list.length > 0 ? 'flow-bar-wrong' : 'flow-sound'}>
              {list.length > 0 ? <WarningFilled aria-hidden /> : <CheckCircleFilled aria-hidden />}{' '}
              {list.length > 0 ? t('flow.problems', { count: list.length }) : t('flow.soundShort')}
            </span>
            <DraftState document={document} />
          </span>
          <span className="doc-bar-buttons">
            <Popconfirm
              title={t('doc.discardAsk')}
              description={t(document.shared.others.length > 0 ? 'draft.discardAll' : 'doc.discardHint')}
              okText={t('doc.discard')}
              cancelText={t('doc.keep')}
              okButtonProps={{ danger: true }}
              onConfirm={document.reset}
            >
              <Button>{t('doc.discard')}</Button>
            </Popconfirm>
            <Button type="primary" onClick={() => setOpen(true)}>
              {t('flow.lookAndPublish')}
            </Button>
          </span>
        </section>
      )}
      <PublishDrawer document={document} editing={editing} open={open} close={() => setOpen(false)} />
    </>
  );
}
