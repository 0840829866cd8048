import { type BaseRecord, type HttpError, useCreate } from '@refinedev/core';
import { Alert, Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { ChecklistSection } from '#domain/maintenance';
import { createDraft } from '../../components/draft.ts';
import { useRefreshAll } from '../../components/refresh.ts';
import { useWords } from '../../i18n/language.ts';
import type { PanelMeta } from '../../providers/data-provider.ts';
import { createSubmission } from '../../providers/submission.ts';
import { answersOf, changedPoints, type SectionValues, valuesOf } from './checklist-values.ts';
import type { OrderProps } from './order-page.tsx';
import { PointInput } from './point-input.tsx';

export interface SectionProps extends OrderProps {
  asset: string | null;
  section: ChecklistSection;
}

/** One section to fill in and save; what is typed survives a reload until it is saved. */
export function SectionForm({ item, order, asset, section }: SectionProps) {
  const { t, language } = useWords();
  const refreshAll = useRefreshAll();
  const before = valuesOf(section, asset, answersOf(order));
  const [draft] = useState(() => createDraft<SectionValues>(`answers-${item.id}.${asset ?? '-'}.${section.id}`));
  /** Only what was touched: the rest follows what others save meanwhile. */
  const [typed, setTyped] = useState(() => draft.read() as SectionValues);
  const values = { ...before, ...typed };
  const [submission] = useState(createSubmission);
  const { mutate, mutation } = useCreate<BaseRecord, HttpError, Record<string, unknown>>();
  const changed = changedPoints(section, before, values);
  const problems = problemsOf(mutation.error, changed);

  const set = (id: string, value: SectionValues[string]) => {
    const next = { ...typed, [id]: value };
    setTyped(next);
    draft.write(next);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (changed.length === 0) return;
    mutate(
      {
        resource: `complaints/${item.id}/actions/check`,
        values: { asset, section: section.id, answers: changed },
        meta: { submission } satisfies PanelMeta,
        invalidates: [],
        successNotification: { type: 'success', message: t('check.saved', { section: section.name[language] }) },
        errorNotification: false,
      },
      {
        onSuccess: () => {
          draft.clear();
          setTyped({});
          void refreshAll();
        },
      },
    );
  };
  return (
    <form className="form checklist-form" onSubmit={save} aria-label={section.name[language]}>
      {section.items.map((point) => (
        <PointInput
          key={point.id}
          item={item}
          point={point}
          value={values[point.id] ?? {}}
          problem={problems.get(point.id)}
          change={(value) => set(point.id, value)}
        />
      ))}
      {mutation.error && problems.size === 0 && (
        <Alert type="error" showIcon role="alert" message={mutation.error.message} />
      )}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={mutation.isPending} disabled={changed.length === 0}>
          {t('check.save')}
        </Button>
        <span className="quiet">
          {changed.length === 0 ? t('check.nothingChanged') : t('check.unsaved', { count: changed.length })}
        </span>
      </div>
    </form>
  );
}

/** `answers.2.value` names a point by its place in what was sent. */
function problemsOf(error: HttpError | null, sent: readonly { item: string }[]): Map<string, string> {
  const problems = new Map<string, string>();
  for (const [path, words] of Object.entries(error?.errors ?? {})) {
    const point = sent[Number(/^answers\.(\d+)\./.exec(path)?.[1] ?? Number.NaN)];
    if (point) problems.set(point.item, [words].flat().map(String).join(' '));
  }
  return problems;
}
