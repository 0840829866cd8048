import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import { actionLabel } from '#domain/words';
import { type ActionName, actionNames } from '#domain/workflow/action';
import { isForKind } from '#domain/workflow/kinds';
import { deskActions } from '#domain/workflow/offered';
import { Choice } from '../../components/choice.tsx';
import { useItemKind } from '../../components/item-kind.ts';
import { useWords } from '../../i18n/language.ts';
import type { FormProps } from './form-props.ts';
import { useTargets } from './target-select.tsx';

const always: ReadonlySet<ActionName> = new Set(deskActions);

/** What those who are asked may do, and where each leads; the desk's own actions are always possible. */
export function ActionRules({ editing, step, set, path }: FormProps<'ask'>) {
  const { t, language } = useWords();
  const targets = useTargets(editing, step.id);
  const { editable } = editing;
  const { actions } = step;
  const kind = useItemKind();
  const left = actionNames.filter(
    (name) => !always.has(name) && isForKind(name, kind) && !actions.some(({ action }) => action === name),
  );
  const options = (own: ActionName) =>
    [own, ...left].map((name) => ({ value: name, label: actionLabel(name, language, kind) }));
  return (
    <div className="flow-actions">
      {actions.map((rule, index) => {
        const name = actionLabel(rule.action, language, kind);
        const problem = editing.field(`${path}.actions.${index}`);
        return (
          <fieldset key={rule.action} className="flow-action" aria-label={name}>
            <Choice
              aria-label={t('flow.action')}
              value={rule.action}
              disabled={!editable}
              popupMatchSelectWidth={false}
              onChange={(action: ActionName) =>
                set({ actions: actions.map((one, at) => (at === index ? { ...one, action } : one)) })
              }
              options={options(rule.action)}
            />
            <Choice
              allowClear
              showSearch
              optionFilterProp="label"
              aria-label={t('flow.actionNext', { action: name })}
              placeholder={t('flow.stays')}
              value={rule.next}
              disabled={!editable}
              {...(problem.help && { status: 'error' as const })}
              onChange={(next: string | undefined) =>
                set({
                  actions: actions.map((one, at) =>
                    at === index ? { action: one.action, ...(next !== undefined && { next }) } : one,
                  ),
                })
              }
              options={targets}
            />
            {editable && (
              <Button
                type="text"
                icon={<CloseOutlined />}
                aria-label={t('flow.actionRemove', { action: name })}
                disabled={actions.length === 1}
                onClick={() => set({ actions: actions.filter((_, at) => at !== index) })}
              />
            )}
            {problem.help && <span className="field-error flow-action-wrong">{problem.help}</span>}
          </fieldset>
        );
      })}
      {editable && left[0] && (
        <Form.Item>
          <Button
            type="dashed"
            icon={<PlusOutlined />}
            onClick={() => left[0] && set({ actions: [...actions, { action: left[0] }] })}
          >
            {t('flow.addAction')}
          </Button>
        </Form.Item>
      )}
    </div>
  );
}
