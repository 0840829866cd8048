import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { Difference } from './difference.tsx';
import type { Kind } from './kinds.ts';
import { useAuthor } from './use-author.ts';
import type { OpenDocument, SharedDocument } from './use-document.ts';
import { useDocumentWords } from './use-document-words.ts';

/** A draft of others, offered on opening; and what others did to the one being edited. */
export function DraftNotes<K extends Kind>({ document }: { document: OpenDocument<K> }) {
  const { offer } = document.shared;
  return (
    <>
      {offer && <Offer offer={offer} published={document.published?.body} />}
      <NoticeLine document={document} />
    </>
  );
}

function Offer({ offer, published }: { offer: NonNullable<SharedDocument['offer']>; published: unknown }) {
  const { t } = useWords();
  const by = useAuthor();
  const when = useWhen(undefined);
  const [open, setOpen] = useState(false);
  const { author, at, changes } = offer;
  return (
    <div className="doc-note" role="status">
      <strong>{t('draft.offer', { author: by(author), when: when.at(at), count: changes.length })}</strong>
      <span className="quiet">{t('draft.offerHint')}</span>
      {open && (
        <div className="doc-bar-changes">
          <Difference changes={changes} bodies={[offer.body, published]} />
        </div>
      )}
      <span className="form-buttons">
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'doc.hideChanges' : 'doc.showChanges')}
        </Button>
        <Popconfirm
          title={t('draft.dropAsk', { author: by(author) })}
          description={t('doc.discardHint')}
          okText={t('doc.discard')}
          cancelText={t('plan.cancel')}
          okButtonProps={{ danger: true }}
          onConfirm={offer.discard}
        >
          <Button size="small">{t('draft.drop')}</Button>
        </Popconfirm>
        <Button size="small" type="primary" onClick={offer.take}>
          {t('draft.take')}
        </Button>
      </span>
    </div>
  );
}

function NoticeLine<K extends Kind>({ document }: { document: OpenDocument<K> }) {
  const { t, language } = useWords();
  const by = useAuthor();
  const words = useDocumentWords([document.body, document.published?.body]);
  const { notice, hush } = document.shared;
  if (!notice) return null;
  const { what, author, clashes } = notice;
  const places = clashes.map(words.path).join(language === 'en' ? '; ' : '；');
  return (
    <div className="doc-note" role="status">
      <span>{t(`draft.${what}`, { author: by(author) })}</span>
      {clashes.length > 0 && <span className="quiet">{t('doc.clashes', { places })}</span>}
      <span className="form-buttons">
        {what === 'discarded' && document.canUndo && (
          <Button
            size="small"
            onClick={() => {
              document.undo();
              hush();
            }}
          >
            {t('draft.bringBack')}
          </Button>
        )}
        <Button size="small" onClick={hush}>
          {t('draft.ok')}
        </Button>
      </span>
    </div>
  );
}
