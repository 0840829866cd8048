import { type HttpError, useDataProvider } from '@refinedev/core';
import { App, type FormInstance } from 'antd';
import { useState } from 'react';
import type { ImprovementDetail } from '#http/schemas/improvement';
import { useRefreshAll } from '../../components/refresh.ts';

interface Step {
  send: (step: string, values: object, said: string) => Promise<boolean>;
  busy: boolean;
  /** What was refused, and belongs to no field that is shown. */
  problem: string | null;
}

/** One step of an improvement: what is refused is said at its field, and what was typed stays. */
export function useStep({ id, version }: Pick<ImprovementDetail, 'id' | 'version'>, form?: FormInstance): Step {
  const provider = useDataProvider()();
  const { notification } = App.useApp();
  const refreshAll = useRefreshAll();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send: Step['send'] = async (step, values, said) => {
    setBusy(true);
    setProblem(null);
    try {
      await provider.custom?.({
        ...{ url: `/api/improvements/${id}/${step}`, method: 'post' },
        payload: { ...values, expected: version },
      });
      notification.success({ message: said });
      void refreshAll();
      return true;
    } catch (thrown) {
      const { errors = {}, message, statusCode } = thrown as HttpError;
      const said = Object.entries(errors).map(([name, words]) => ({ name, errors: [words].flat().map(String) }));
      const own = said.filter(({ name }) => form?.getFieldInstance(name) !== undefined);
      form?.setFields(own);
      const [first] = own;
      if (first) form?.scrollToField(first.name, { block: 'center', focus: true });
      const rest = said.filter((one) => !own.includes(one)).flatMap((one) => one.errors);
      setProblem(rest.length > 0 ? rest.join(' ') : message);
      if (statusCode === 409) void refreshAll();
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, problem };
}
