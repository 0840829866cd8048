import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import type { StepOf } from '#domain/workflow/definition';
import { useWords } from '../../../i18n/language.ts';
import { ConditionEditor } from '../../condition/condition-editor.tsx';
import { MatchingItems } from '../../condition/matching-items.tsx';
import type { FormProps } from '../form-props.ts';
import { TargetSelect } from '../target-select.tsx';

type Case = StepOf<'branch'>['cases'][number];
const MOST = 20;

/** Cases tried from the top: the first condition that holds says where it goes. */
export function BranchForm({ editing, step, set, path }: FormProps<'branch'>) {
  const { t } = useWords();
  const { editable } = editing;
  const { cases } = step;
  const write = (index: number, one: Case) => set({ cases: cases.map((old, at) => (at === index ? one : old)) });
  const swap = (index: number, by: number) => {
    const next = [...cases];
    const [one] = next.splice(index, 1);
    if (one) next.splice(index + by, 0, one);
    set({ cases: next });
  };
  const add = () =>
    set({ cases: [...cases, { when: { field: 'major', is: 'eq', value: true }, next: step.otherwise }] });
  return (
    <>
      {cases.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a case is known by its place
        <fieldset key={index} className="flow-case">
          <legend className="flow-case-head">
            <strong>{t('flow.case', { n: index + 1 })}</strong>
            {editable && cases.length > 1 && (
              <span className="flow-case-buttons">
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowUpOutlined />}
                  aria-label={t('flow.caseUp', { n: index + 1 })}
                  disabled={index === 0}
                  onClick={() => swap(index, -1)}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowDownOutlined />}
                  aria-label={t('flow.caseDown', { n: index + 1 })}
                  disabled={index === cases.length - 1}
                  onClick={() => swap(index, 1)}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={t('flow.caseRemove', { n: index + 1 })}
                  onClick={() => set({ cases: cases.filter((_, at) => at !== index) })}
                />
              </span>
            )}
          </legend>
          <Form.Item {...editing.field(`${path}.cases.${index}.when`)}>
            <ConditionEditor
              value={one.when}
              disabled={!editable}
              onChange={(when) => write(index, { ...one, when })}
            />
            <MatchingItems condition={one.when} />
          </Form.Item>
          <TargetSelect
            editing={editing}
            own={step.id}
            label={t('flow.caseNext')}
            path={`${path}.cases.${index}.next`}
            value={one.next}
            onChange={(next) => next && write(index, { ...one, next })}
          />
        </fieldset>
      ))}
      {editable && cases.length < MOST && (
        <Button type="dashed" icon={<PlusOutlined />} onClick={add} className="flow-add-row">
          {t('flow.addCase')}
        </Button>
      )}
      <TargetSelect
        editing={editing}
        own={step.id}
        label={t('flow.otherwise')}
        path={`${path}.otherwise`}
        value={step.otherwise}
        onChange={(otherwise) => otherwise && set({ otherwise })}
      />
    </>
  );
}
