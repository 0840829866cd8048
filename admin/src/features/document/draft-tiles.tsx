import { type HttpError, useDataProvider } from '@refinedev/core';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { siteOf } from '#domain/document-id';
import type { DraftRow } from '#http/schemas/document';
import { Pager } from '../../components/pager.tsx';
import { useRefreshAll } from '../../components/refresh.ts';
import { Failed } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { useAuthor } from './use-author.ts';
import type { OpenDrafts } from './use-drafts.ts';
import { documentDraft } from './use-editing.ts';
import { useKindWords } from './use-kind-words.ts';

/** What was begun and never published: continue or discard. Nothing where there is nothing. */
export function BegunTiles({ drafts }: { drafts: OpenDrafts }) {
  const { t } = useWords();
  const { list, begun } = drafts;
  if (list.error) return <Failed error={list.error} retry={list.retry} />;
  return (
    <>
      {begun.length > 0 && (
        <section className="begun" aria-labelledby="begun">
          <h2 id="begun">{t('drafts.begun')}</h2>
          <ul className="tiles">
            {begun.map((row) => (
              <BegunTile key={row.id} row={row} />
            ))}
          </ul>
        </section>
      )}
      <Pager list={list} />
    </>
  );
}

function BegunTile({ row }: { row: DraftRow }) {
  const { t, language } = useWords();
  const { notification } = App.useApp();
  const provider = useDataProvider()();
  const refreshAll = useRefreshAll();
  const by = useAuthor();
  const when = useWhen(undefined);
  const { pathOf } = useKindWords();
  const [busy, setBusy] = useState(false);
  const { kind, id, name, author, at, revision } = row;
  const called = name?.[language] ?? t('drafts.unnamed');
  const path = pathOf(row) ?? '';
  const discard = async () => {
    setBusy(true);
    try {
      await provider.custom?.({ url: `/api/documents/${kind}/${id}/draft`, method: 'delete', query: { revision } });
      documentDraft(kind, id).clear();
    } catch (thrown) {
      // Somebody saved since it was listed: it is shown as it stands now.
      notification.error({ message: (thrown as HttpError).message });
    }
    await refreshAll();
    setBusy(false);
  };
  return (
    <li className="tile tile-begun">
      <Link to={path} className="card-title">
        {called}
      </Link>
      <span className="quiet">{t('drafts.by', { author: by(author), ago: when.ago(at) })}</span>
      <span className="form-buttons">
        <Link to={path} aria-label={t('drafts.continueNamed', { name: called })}>
          {t('drafts.continue')}
        </Link>
        <Popconfirm
          placement="topLeft"
          title={t('drafts.discardAsk', { name: called })}
          description={t('drafts.discardHint')}
          okText={t('draft.drop')}
          cancelText={t('plan.cancel')}
          okButtonProps={{ danger: true }}
          onConfirm={() => void discard()}
        >
          <Button type="link" size="small" danger loading={busy} aria-label={t('drafts.dropNamed', { name: called })}>
            {t('draft.drop')}
          </Button>
        </Popconfirm>
      </span>
    </li>
  );
}

/** On the tile of a published document: who has changes that are not, of it or of a site's own version. */
export function DraftLines({ rows }: { rows: readonly DraftRow[] }) {
  const { t } = useWords();
  const { names } = useWorkplace();
  const by = useAuthor();
  const when = useWhen(undefined);
  const { pathOf } = useKindWords();
  return rows.map((row) => {
    const site = siteOf(row.id);
    const words = { author: by(row.author), ago: when.ago(row.at) };
    return (
      <Link key={row.id} to={pathOf(row) ?? ''} className="tile-draft">
        {site === null ? t('drafts.by', words) : t('drafts.ofSite', { ...words, site: names.site(site) })}
      </Link>
    );
  });
}
