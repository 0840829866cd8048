import { type HttpError, useDataProvider } from '@refinedev/core';
import { App } from 'antd';
import { useState } from 'react';
import { overrideId } from '#domain/document-id';
import { useRefreshAll } from '../../components/refresh.ts';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import type { SiteVersion } from './use-site-version.ts';

/** Gives a site a version of its own, or takes it back to the default. What went wrong is said. */
export function useChangeVersion({ kind, base, site, version }: SiteVersion) {
  const { t } = useWords();
  const { names } = useWorkplace();
  const { notification } = App.useApp();
  const provider = useDataProvider()();
  const refreshAll = useRefreshAll();
  const [busy, setBusy] = useState(false);
  const id = overrideId(base, site ?? '');
  const carryOut = async (change: () => Promise<unknown>, done: string) => {
    setBusy(true);
    try {
      await change();
      await refreshAll();
      notification.success({ message: done });
    } catch (thrown) {
      const { message, errors } = thrown as HttpError;
      const [first] = Object.values(errors ?? {}).flat();
      notification.error({ message, ...(typeof first === 'string' && { description: first }) });
    } finally {
      setBusy(false);
    }
  };
  const words = { site: names.site(site ?? '') };
  return {
    busy,
    /** Begins as a copy of the default. */
    make: (body: unknown) =>
      carryOut(
        () =>
          provider.update({
            resource: `documents/${kind}`,
            id,
            variables: { expected: version, note: t('override.madeNote', words), body },
          }),
        t('override.made', words),
      ),
    retire: () =>
      carryOut(
        async () =>
          provider.custom?.({
            url: `/api/documents/${kind}/${id}/retire`,
            method: 'post',
            payload: { expected: version, note: t('override.backNote', words) },
          }),
        t('override.gone', words),
      ),
  };
}
