import { type HttpError, useOne } from '@refinedev/core';
import { useMemo } from 'react';
import type { Field } from '#domain/fields';
import { formConditionFields } from '#domain/forms/condition-fields';
import { useMay } from '../workplace/may.ts';
import type { Version } from './kinds.ts';

/** What the company's forms store, as conditions name it; none until they are read, and none for who may not read them. */
export function useFormFields(): readonly Field[] {
  const mayRead = useMay('document.read');
  const { query } = useOne<Version<'forms'>, HttpError>({
    resource: 'documents/forms',
    id: 'main',
    queryOptions: { enabled: mayRead, retry: false },
    errorNotification: false,
  });
  const forms = query.data?.data.body;
  return useMemo(() => (forms ? formConditionFields(forms) : []), [forms]);
}
