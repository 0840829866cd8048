import { DownloadOutlined } from '@ant-design/icons';
import { type HttpError, useDataProvider, useList } from '@refinedev/core';
import { App, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { siteOfDocument } from '#domain/document-id';
import type { DocumentFile } from '#http/schemas/exchange';
import { saveFile } from '../../components/save-file.ts';
import { Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import type { DocumentRow } from '../document/kinds.ts';
import { useKindWords } from '../document/use-kind-words.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { travels } from './travels.ts';

/** Documents to choose, and the file of those chosen. */
export function ExportPart() {
  const { t } = useWords();
  const { notification } = App.useApp();
  const { called } = useKindWords();
  const { me, names } = useWorkplace();
  const { custom } = useDataProvider()();
  const { query } = useList<DocumentRow, HttpError>({ resource: 'documents', errorNotification: false });
  const [left, setLeft] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const rows = (query.data?.data ?? []).filter(({ kind, retired }) => travels(kind) && !retired);
  const nameOf = ({ kind, id }: DocumentRow) => `${kind}/${id}`;
  const chosen = rows.map(nameOf).filter((name) => !left.includes(name));
  const save = async () => {
    if (!custom) return;
    setBusy(true);
    try {
      const url = '/api/exports/documents';
      const { data } = await custom<DocumentFile>({ url, method: 'get', query: { documents: chosen.join(',') } });
      const day = data.exportedAt.slice(0, 10);
      saveFile(`${me.company.id} ${day}.json`, JSON.stringify(data, null, 2), 'application/json');
    } catch (thrown) {
      notification.error({ message: (thrown as HttpError).message });
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="panel exchange-part" aria-label={t('exchange.out')}>
      <h2>{t('exchange.out')}</h2>
      <p className="quiet">{t('exchange.outHint')}</p>
      {query.isPending && <RowsSkeleton />}
      {query.error && !query.data && <Failed message={query.error.message} retry={() => void query.refetch()} />}
      <div className="exchange-rows">
        {rows.map((row) => {
          const site = siteOfDocument(row);
          return (
            <Checkbox
              key={nameOf(row)}
              checked={!left.includes(nameOf(row))}
              onChange={({ target }) =>
                setLeft(target.checked ? left.filter((one) => one !== nameOf(row)) : [...left, nameOf(row)])
              }
            >
              {called(row)}
              {site !== null && <span className="quiet"> · {names.site(site)}</span>}
            </Checkbox>
          );
        })}
      </div>
      <Button icon={<DownloadOutlined />} loading={busy} disabled={chosen.length === 0} onClick={() => void save()}>
        {t('exchange.save', { count: chosen.length })}
      </Button>
    </section>
  );
}
