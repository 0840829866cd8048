import { useWords } from '../../../i18n/language.ts';
import type { FormProps } from '../form-props.ts';
import { PeopleField } from '../people-field.tsx';
import { TargetSelect } from '../target-select.tsx';

export function AssignForm({ editing, step, set, path }: FormProps<'assign'>) {
  const { t } = useWords();
  return (
    <>
      <PeopleField
        editing={editing}
        path={`${path}.to`}
        label={t('flow.assignTo')}
        hint={t('flow.assignHint')}
        ordered
        value={step.to}
        onChange={(to) => set({ to })}
      />
      <TargetSelect
        editing={editing}
        own={step.id}
        label={t('flow.next')}
        path={`${path}.next`}
        value={step.next}
        onChange={(next) => next && set({ next })}
      />
    </>
  );
}
