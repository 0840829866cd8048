import { type HttpError, useDataProvider, useOne } from '@refinedev/core';
import { App } from 'antd';
import { useState } from 'react';
import type { CareKind } from '#domain/care/rules';
import type { CareFlagView, HouseholdCare } from '#http/schemas/care';
import { useRefreshAll } from '../../components/refresh.ts';
import { useWords } from '../../i18n/language.ts';

type Whole = Extract<CareFlagView, { shown: 'whole' }>;
export type WholeFlag = Whole;
export type Care = HouseholdCare & { id: string };

/** Care of one household, as the reader may have it. */
export function useHouseholdCare(household: string) {
  return useOne<Care, HttpError>({ resource: 'care/households', id: household, errorNotification: false }).query;
}

/** Sends one request and reads the screen anew; what is refused is said, and null comes back. */
export function useSend() {
  const provider = useDataProvider()();
  const { notification } = App.useApp();
  const refreshAll = useRefreshAll();
  const [busy, setBusy] = useState(false);
  const send = async <T>(url: string, payload: Record<string, unknown> = {}, done?: string): Promise<T | null> => {
    setBusy(true);
    try {
      const answer = await provider.custom?.({ url, method: 'post', payload });
      if (done) notification.success({ message: done });
      void refreshAll();
      return (answer?.data as T | undefined) ?? null;
    } catch (thrown) {
      notification.error({ message: (thrown as HttpError).message });
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { send, busy };
}

/** What a kind of flag is called; one there is none of any more is shown by its id. */
export function useKindNames(kinds: readonly CareKind[]): (id: string) => string {
  const { language } = useWords();
  return (id) => kinds.find((one) => one.id === id)?.name[language] ?? id;
}
