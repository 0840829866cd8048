import type { ItemKind } from '#domain/workflow/definition';
import { Choice } from '../../../components/choice.tsx';
import { Labelled } from '../../../components/labelled.tsx';
import { useWords } from '../../../i18n/language.ts';
import type { FormProps } from '../form-props.ts';
import { TargetSelect } from '../target-select.tsx';

const KINDS: readonly ItemKind[] = ['visit', 'workOrder', 'complaint'];

export function OpenForm({ editing, step, set, path }: FormProps<'open'>) {
  const { t } = useWords();
  return (
    <>
      <Labelled label={t('flow.openWhat')} extra={t('flow.openHint')} {...editing.field(`${path}.kind`)}>
        {(id) => (
          <Choice
            id={id}
            value={step.kind}
            disabled={!editing.editable}
            onChange={(kind: ItemKind) => set({ kind })}
            options={KINDS.map((value) => ({ value, label: t(`flow.kind.${value}`) }))}
          />
        )}
      </Labelled>
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
