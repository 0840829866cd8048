import { HistoryOutlined } from '@ant-design/icons';
import { type HttpError, useCustom } from '@refinedev/core';
import { App, Button, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { useCursorList } from '../../components/cursor-list.ts';
import { Pager } from '../../components/pager.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { differences } from './diff.ts';
import { Difference } from './difference.tsx';
import type { Head, Kind, Version } from './kinds.ts';
import { useAuthor } from './use-author.ts';
import type { OpenDocument } from './use-document.ts';
import { useRestore } from './use-restore.ts';

interface HistoryProps<K extends Kind> {
  document: OpenDocument<K>;
  /** What the document is called, for the drawer's title. */
  name: string;
  /** Called in place of restoring at once, to show first what that will do; true when it stands. */
  restore?: ((version: number) => Promise<boolean>) | undefined;
}

/** "Version 4 · who · when", and the way to all earlier ones. */
export function HistoryButton<K extends Kind>({ document, name, restore }: HistoryProps<K>) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const { published } = document;
  const line = useByLine();
  return (
    <span className="doc-version">
      <span className="quiet">{published ? line(published) : t('doc.new')}</span>
      {published && (
        <Button type="text" icon={<HistoryOutlined />} onClick={() => setOpen(true)}>
          {t('history.open')}
        </Button>
      )}
      <SideDrawer open={open} close={() => setOpen(false)} title={t('history.title', { name })}>
        {open && published && <History document={document} current={published} restore={restore} />}
      </SideDrawer>
    </span>
  );
}

function useByLine() {
  const { t } = useWords();
  const by = useAuthor();
  const when = useWhen(undefined);
  return ({ version, author, at }: Head) =>
    t('doc.byLine', {
      version,
      author: by(author),
      when: when.at(at),
    });
}

type RowsProps<K extends Kind> = Pick<HistoryProps<K>, 'document' | 'restore'> & { current: Head };

function History<K extends Kind>({ document, current, restore }: RowsProps<K>) {
  const { kind, id } = document;
  const list = useCursorList<Head>({ resource: `documents/${kind}/${id}/versions`, filters: {} });
  const [pair, setPair] = useState<{ from: number; to: number } | null>(null);
  if (list.loading) return <RowsSkeleton />;
  if (list.error) return <Failed message={list.error.message} retry={list.retry} />;
  return (
    <div className="stack">
      {current.version > 1 && <Compare current={current.version} pair={pair} choose={setPair} document={document} />}
      <ol className="versions">
        {list.rows.map((head) => (
          <VersionRow key={head.version} head={head} document={document} current={current} restore={restore} />
        ))}
      </ol>
      <Pager list={list} />
    </div>
  );
}

interface CompareProps<K extends Kind> {
  current: number;
  pair: { from: number; to: number } | null;
  choose: (pair: { from: number; to: number }) => void;
  document: OpenDocument<K>;
}

/** The difference between any two versions. */
function Compare<K extends Kind>({ current, pair, choose, document }: CompareProps<K>) {
  const { t } = useWords();
  const chosen = pair ?? { from: current - 1, to: current };
  const versions = Array.from({ length: current }, (_, index) => current - index);
  const pick = (side: 'from' | 'to') => (
    <Select
      showSearch
      aria-label={t(`history.${side}`)}
      value={chosen[side]}
      onChange={(version: number) => choose({ ...chosen, [side]: version })}
      options={versions.map((version) => ({ value: version, label: t('doc.version', { version }) }))}
    />
  );
  return (
    <section className="versions-compare" aria-label={t('history.compare')}>
      <span className="facts-line">
        {pick('from')}
        <span aria-hidden="true">→</span>
        {pick('to')}
        {pair === null && <Button onClick={() => choose(chosen)}>{t('history.compare')}</Button>}
      </span>
      {pair && <Between document={document} from={pair.from} to={pair.to} />}
    </section>
  );
}

function VersionRow<K extends Kind>({ head, document, current, restore: shown }: RowsProps<K> & { head: Head }) {
  const { t } = useWords();
  const { notification } = App.useApp();
  const line = useByLine();
  const [open, setOpen] = useState(false);
  const { restore, restoring } = useRestore(document.kind, document.id);
  const { version } = head;
  /** What it will do is shown and confirmed by itself. */
  const shownFirst = shown !== undefined && !document.dirty;
  const again = async () => {
    const stands = shown ? await shown(version) : await restore(version, current.version);
    if (stands) notification.success({ message: t('history.restored') });
  };
  return (
    <li>
      <strong>{head.note}</strong>
      <span className="quiet">{line(head)}</span>
      <span className="facts-line">
        {version === current.version && <span className="version-current">{t('history.current')}</span>}
        {version > 1 ? (
          <Button type="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'history.hide' : 'history.show')}
          </Button>
        ) : (
          <span className="quiet">{t('history.first')}</span>
        )}
        {version !== current.version && (
          <Popconfirm
            disabled={shownFirst}
            title={t('history.restoreAsk', { version })}
            description={document.dirty ? t('history.unsaved') : t('history.restoreHint', { version })}
            okText={t('history.restore')}
            cancelText={t('history.cancel')}
            okButtonProps={{ disabled: document.dirty }}
            onConfirm={() => void again()}
          >
            <Button type="link" size="small" loading={restoring} onClick={shownFirst ? () => void again() : undefined}>
              {t('history.restore')}
            </Button>
          </Popconfirm>
        )}
      </span>
      {open && <Between document={document} from={version - 1} to={version} />}
    </li>
  );
}

/** Reads both versions; a published one never changes. */
export function Between({ document, from, to }: { document: { kind: Kind; id: string }; from: number; to: number }) {
  const older = useVersion(document, from);
  const newer = useVersion(document, to);
  const error = older.error ?? newer.error;
  if (error)
    return <Failed message={error.message} retry={() => void Promise.all([older.refetch(), newer.refetch()])} />;
  if (!older.data || !newer.data) return <RowsSkeleton />;
  const bodies = [newer.data.data.body, older.data.data.body];
  return <Difference changes={differences(older.data.data.body, newer.data.data.body)} bodies={bodies} />;
}

function useVersion({ kind, id }: { kind: Kind; id: string }, version: number) {
  const { query } = useCustom<Version, HttpError>({
    url: `/api/documents/${kind}/${id}`,
    method: 'get',
    config: { query: { version } },
    queryOptions: { staleTime: Number.POSITIVE_INFINITY },
    errorNotification: false,
  });
  return query;
}
