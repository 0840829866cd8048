import { Checkbox, Form } from 'antd';
import { statusLabel } from '#domain/words';
import type { Status } from '#domain/workflow/definition';
import { Choice } from '../../../components/choice.tsx';
import { useItemKind } from '../../../components/item-kind.ts';
import { Labelled } from '../../../components/labelled.tsx';
import { statusNames } from '../../../components/vocabulary.ts';
import { useWords } from '../../../i18n/language.ts';
import type { Problems } from '../../document/problems.ts';
import { LadderEditor } from '../../ladder/ladder-editor.tsx';
import { ActionRules } from '../action-rules.tsx';
import type { FormProps } from '../form-props.ts';
import { useTargets } from '../target-select.tsx';
import { TemplateSelect } from '../template-select.tsx';
import { useTemplates } from '../use-templates.ts';

const CLOCKS = ['reply', 'resolve'] as const;
/** Statuses of a complaint that waits for somebody. */
const WAITING: readonly Status[] = statusNames.filter(
  (name) => !['paused', 'closed', 'invalid', 'withdrawn'].includes(name),
);

/** Who is asked and climbs, what they may do and where that leads, and what else raises a level. */
export function AskForm(props: FormProps<'ask'>) {
  const { editing, step, set, path } = props;
  const { t, language } = useWords();
  const kind = useItemKind();
  const mails = useTemplates();
  const targets = useTargets(editing, step.id);
  const disabled = !editing.editable;
  return (
    <>
      <h3 className="form-heading">{t('flow.ladder')}</h3>
      <LadderEditor
        value={step}
        onChange={({ levels, exhausted, unreached, watch }) => set({ levels, exhausted, unreached, watch })}
        problems={within(editing.problems, `${path}.`)}
        targets={targets}
        disabled={disabled}
      />
      <Form.Item label={t('flow.watch')} extra={t('flow.watchHint')} {...editing.field(`${path}.watch`)}>
        <Checkbox.Group
          value={step.watch}
          disabled={disabled}
          onChange={(chosen) => set({ watch: CLOCKS.filter((clock) => chosen.includes(clock)) })}
          options={CLOCKS.map((value) => ({ value, label: t(`clockName.${value}`) }))}
        />
      </Form.Item>
      <h3 className="form-heading">{t('flow.actions')}</h3>
      <ActionRules {...props} />
      <h3 className="form-heading">{t('flow.meanwhile')}</h3>
      <Labelled label={t('item.status')} {...editing.field(`${path}.status`)}>
        {(id) => (
          <Choice
            id={id}
            value={step.status}
            disabled={disabled}
            onChange={(status: Status) => set({ status })}
            options={WAITING.map((value) => ({ value, label: statusLabel(value, language, kind) }))}
          />
        )}
      </Labelled>
      <TemplateSelect
        editing={editing}
        path={`${path}.template`}
        value={step.template}
        options={mails.staff}
        none={mails.named('asked')}
        onChange={(template) => set({ template })}
      />
    </>
  );
}

/** The messages below a path, by their path from there. */
const within = (problems: Problems, path: string): Problems =>
  Object.fromEntries(
    Object.entries(problems).flatMap(([at, said]) => (at.startsWith(path) ? [[at.slice(path.length), said]] : [])),
  );
