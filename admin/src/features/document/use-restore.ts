import { type HttpError, useDataProvider } from '@refinedev/core';
import { App } from 'antd';
import { useState } from 'react';
import { useRefreshAll } from '../../components/refresh.ts';
import { useWords } from '../../i18n/language.ts';
import type { Kind, Version } from './kinds.ts';

/** Rolling back (回退): an old version's body is published as a new one; nothing is ever taken away. */
export function useRestore(kind: Kind, id: string) {
  const { t } = useWords();
  const { notification } = App.useApp();
  const provider = useDataProvider()();
  const refreshAll = useRefreshAll();
  const [restoring, setRestoring] = useState(false);

  /** `expected` is the version that is current now; false, and why is said, when it could not be done. */
  const restore = async (version: number, expected: number): Promise<boolean> => {
    setRestoring(true);
    try {
      const url = `/api/documents/${kind}/${id}`;
      const old = await provider.custom?.<Version>({ url, method: 'get', query: { version } });
      const variables = { expected, note: t('history.restoreNote', { version }), body: old?.data.body };
      await provider.update({ resource: `documents/${kind}`, id, variables });
      await refreshAll();
      return true;
    } catch (thrown) {
      const { message, errors } = thrown as HttpError;
      const [first] = Object.values(errors ?? {}).flat();
      notification.error({ message, ...(typeof first === 'string' && { description: first }) });
      return false;
    } finally {
      setRestoring(false);
    }
  };
  return { restore, restoring };
}
