import { useForm } from '@refinedev/antd';
import { type HttpError, useOne } from '@refinedev/core';
import { Alert, Button, Form } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { ComplaintSummary } from '#http/schemas/complaint';
import type { HouseholdRow } from '#http/schemas/household';
import { createDraft } from '../../components/draft.ts';
import { FormFields } from '../../components/form-fields.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { useRefreshAll } from '../../components/refresh.ts';
import { Empty, PageSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import type { PanelMeta } from '../../providers/data-provider.ts';
import { createSubmission } from '../../providers/submission.ts';
import { useMay } from '../workplace/may.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { Filed, type FiledAnswer } from './filed.tsx';
import { emptyIntake, type IntakeValues, intakeBody } from './intake-body.ts';
import { CallerFields, memberAsReporter, WhatFields, WhereFields } from './intake-fields.tsx';
import { SimilarChoice } from './similar-choice.tsx';
import { useSiteForms } from './use-site-forms.ts';

/** Intake at the desk (受理); begins anew after each complaint and for each site. */
export default function NewComplaintPage() {
  const { t } = useWords();
  const { site } = useWorkplace();
  const mayFile = useMay('item.file');
  const [round, setRound] = useState(0);
  const [params, setParams] = useSearchParams();
  const wanted = params.get('household');
  const { query } = useOne<HouseholdRow, HttpError>({
    resource: 'households',
    id: wanted ?? '',
    queryOptions: { enabled: wanted !== null },
    errorNotification: false,
  });
  usePageTitle(t('nav.new'));
  if (site === null || !mayFile) return <Empty title={t('intake.notAllowed')} hint={t('intake.notAllowedHint')} />;
  if (wanted !== null && query.isPending) return <PageSkeleton />;
  const household = wanted === null ? undefined : query.data?.data;
  const again = () => {
    setParams({}, { replace: true });
    setRound((n) => n + 1);
  };
  return (
    <div className="page page-narrow">
      <Intake
        key={`${site.id} ${round}`}
        site={site.id}
        household={household?.site === site.id ? household : undefined}
        again={again}
      />
    </div>
  );
}

function fromFile(household: HouseholdRow): Partial<IntakeValues> {
  const { building, unit, members } = household;
  return { where: 'unit', household, building, unit, ...(members[0] && { reporter: memberAsReporter(members[0]) }) };
}

/** What one form may say about the same thing: a changed cause makes an earlier choice meaningless. */
const CAUSE = ['where', 'building', 'unit', 'place', 'category', 'household'];

interface IntakeProps {
  site: string;
  /** Whose file one came from: their details are filled in. */
  household: HouseholdRow | undefined;
  again: () => void;
}

function Intake({ site, household, again }: IntakeProps) {
  const { t } = useWords();
  const refreshAll = useRefreshAll();
  const formOf = useSiteForms(site);
  const draft = useMemo(() => createDraft<IntakeValues>(`complaint.${site}`), [site]);
  const [initial] = useState<IntakeValues>(() => ({
    ...emptyIntake,
    ...draft.read(),
    ...(household && fromFile(household)),
  }));
  const [values, setValues] = useState(initial);
  const [submission] = useState(createSubmission);
  const [refused, setRefused] = useState<ComplaintSummary[]>([]);
  const [filed, setFiled] = useState<FiledAnswer | null>(null);
  const { form, formProps, onFinish, mutation } = useForm<FiledAnswer, HttpError, Record<string, unknown>>({
    resource: 'complaints',
    action: 'create',
    redirect: false,
    meta: { submission } satisfies PanelMeta,
    successNotification: false,
    errorNotification: false,
    onMutationSuccess: ({ data }) => {
      draft.clear();
      setFiled(data as FiledAnswer);
      void refreshAll();
    },
    onMutationError: ({ similar }) => setRefused((similar as ComplaintSummary[] | undefined) ?? []),
  });
  /** Everything, with what is hidden for the moment (a place while a unit is chosen). */
  const read = (): IntakeValues => ({ ...emptyIntake, ...form.getFieldsValue(true) });

  const changed = (change: Partial<IntakeValues>) => {
    if (change.household) {
      const { building, unit, members } = change.household;
      form.setFieldsValue({ building, unit, ...(members[0] ? { reporter: memberAsReporter(members[0]) } : {}) });
    } else if (('unit' in change || 'building' in change) && form.getFieldValue('household')) {
      form.setFieldValue('household', null);
    }
    if (CAUSE.some((name) => name in change)) {
      form.setFieldValue('similar', undefined);
      setRefused([]);
    }
    const all = read();
    setValues(all);
    draft.write(all);
  };

  if (filed) return <Filed filed={filed} category={values.category ?? ''} verified={values.verified} again={again} />;
  const similarOnly = mutation.error?.statusCode === 409 && refused.length > 0;
  return (
    <>
      <div className="page-head">
        <h1>{t('nav.new')}</h1>
        <p className="quiet">{t('intake.lead')}</p>
      </div>
      <Form
        {...formProps}
        initialValues={initial}
        layout="vertical"
        requiredMark="optional"
        scrollToFirstError={{ focus: true, block: 'center' }}
        onValuesChange={changed}
        onFinish={() => void onFinish(intakeBody(read(), site, formOf(read().category))).catch(() => null)}
        className="form"
      >
        <Part title={t('intake.partWhere')}>
          <WhereFields site={site} values={values} />
        </Part>
        <Part title={t('intake.partWho')}>
          <CallerFields site={site} values={values} />
        </Part>
        <Part title={t('intake.partWhat')}>
          <WhatFields site={site} values={values}>
            <FormFields fields={formOf(values.category)} photos={{ base: '/api/photos', attaches: false }} />
          </WhatFields>
          <SimilarChoice site={site} values={values} refused={refused} />
        </Part>
        {mutation.error && !similarOnly && (
          <Alert type="error" showIcon role="alert" message={mutation.error.message} />
        )}
        <div className="form-buttons form-buttons-sticky">
          <Button type="primary" size="large" htmlType="submit" loading={mutation.isPending}>
            {t('intake.file')}
          </Button>
          <Button
            size="large"
            onClick={() => {
              draft.clear();
              again();
            }}
          >
            {t('intake.clear')}
          </Button>
        </div>
      </Form>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
