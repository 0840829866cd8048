import { DownloadOutlined } from '@ant-design/icons';
import { type HttpError, useDataProvider } from '@refinedev/core';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { TablePart } from '#http/schemas/transfer';
import { useWords } from '../i18n/language.ts';
import { saveFile } from './save-file.ts';

interface ExportButtonProps {
  list: 'households' | 'staff' | 'complaints' | 'assets';
  /** Of the file, without its ending. */
  name: string;
  query?: Record<string, string>;
}

/** A whole list as one CSV file, put together from the parts the API gives. */
export function ExportButton({ list, name, query = {} }: ExportButtonProps) {
  const { t } = useWords();
  const { notification } = App.useApp();
  const { custom } = useDataProvider()();
  const [rows, setRows] = useState<number | null>(null);
  const run = async () => {
    if (!custom) return;
    setRows(0);
    try {
      const parts: string[] = [];
      let cursor: string | null = null;
      let count = 0;
      do {
        const asked: Record<string, string> = cursor === null ? query : { ...query, cursor };
        const url = `/api/exports/${list}`;
        const { data } = await custom<TablePart & { id?: string }>({ url, method: 'get', query: asked });
        parts.push(data.csv);
        count += data.rows;
        setRows(count);
        cursor = data.next;
      } while (cursor !== null);
      saveFile(`${name}.csv`, parts.join(''));
    } catch (error) {
      notification.error({ message: (error as HttpError).message || t('error.failed') });
    }
    setRows(null);
  };
  return (
    <Button icon={<DownloadOutlined />} loading={rows !== null} onClick={() => void run()}>
      {rows === null || rows === 0 ? t('export.button') : t('export.running', { count: rows })}
    </Button>
  );
}
