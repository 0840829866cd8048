import { CopyOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Form } from 'antd';
import type { Step } from '#domain/workflow/definition';
import { useWords } from '../../i18n/language.ts';
import { NameFields } from '../organisation/name-fields.tsx';
import { arrowsOf, stepOf } from './arrows.ts';
import { AskForm } from './forms/ask-form.tsx';
import { AssignForm } from './forms/assign-form.tsx';
import { BranchForm } from './forms/branch-form.tsx';
import { EndForm } from './forms/end-form.tsx';
import { NotifyForm } from './forms/notify-form.tsx';
import { OpenForm } from './forms/open-form.tsx';
import { SetForm } from './forms/set-form.tsx';
import { WaitForm } from './forms/wait-form.tsx';
import { StepIcon } from './step-icon.tsx';
import type { Editing } from './use-editing.ts';

interface StepPanelProps {
  editing: Editing;
  step: Step;
  addAfter: (id: string) => void;
}

/** All there is to say about a step, and what can be done with it. What is typed goes into the working copy at once. */
export function StepPanel({ editing, step, addAfter }: StepPanelProps) {
  const { t, language } = useWords();
  const { body, editable, field } = editing;
  const index = body.steps.indexOf(step);
  const path = `steps.${index}`;
  const isWhole = (problem: { step: string | null; path: string }) =>
    problem.step === step.id && problem.path === `${path}.id`;
  const led = [
    ...new Set(
      arrowsOf(body).flatMap(({ from, to }) => (to === step.id && from !== null && from !== step.id ? [from] : [])),
    ),
  ];
  return (
    <Form layout="vertical" component="div" className="flow-form" data-editable={editable}>
      <p className="flow-form-type">
        <StepIcon type={step.type} />
        <span>
          <strong>{t(`flow.type.${step.type}`)}</strong>
          <span className="quiet">{t(`flow.typeHint.${step.type}`)}</span>
        </span>
      </p>
      {editing.checked.list.filter(isWhole).map(({ said, advice }) => (
        <Alert key={said} type="error" showIcon message={said} description={advice} />
      ))}
      {editable && (
        <div className="flow-form-buttons">
          {step.type !== 'end' && (
            <Button icon={<PlusOutlined />} disabled={!editing.mayAdd} onClick={() => addAfter(step.id)}>
              {t('flow.addAfter')}
            </Button>
          )}
          <Button icon={<CopyOutlined />} disabled={!editing.mayAdd} onClick={() => editing.copy(step.id)}>
            {t('flow.copy')}
          </Button>
          <Button danger icon={<DeleteOutlined />} onClick={() => editing.remove(step.id)}>
            {t('flow.delete')}
          </Button>
        </div>
      )}
      <NameFields
        value={step.label}
        change={(label) => editing.setStep(step.id, (now) => ({ ...now, label }))}
        field={(one) => field(`${path}.label.${one}`)}
        disabled={!editable}
      />
      <Fields editing={editing} step={step} path={path} />
      <p className="quiet flow-led">
        {led.length === 0
          ? t(body.start === step.id ? 'flow.ledByStart' : 'flow.ledByNothing')
          : t('flow.ledBy', {
              steps: led.map((id) => stepOf(body, id)?.label[language] ?? '').join(language === 'en' ? ', ' : '、'),
            })}
      </p>
    </Form>
  );
}

interface FieldsProps {
  editing: Editing;
  step: Step;
  path: string;
}

function Fields({ editing, step, path }: FieldsProps) {
  /** A field that is `undefined` is none. */
  const set = (change: object) =>
    editing.setStep(step.id, (now) => {
      const fields = Object.entries({ ...now, ...change }).filter(([, value]) => value !== undefined);
      return Object.fromEntries(fields) as Step;
    });
  const shared = { editing, path, set };
  switch (step.type) {
    case 'assign':
      return <AssignForm {...shared} step={step} />;
    case 'notify':
      return <NotifyForm {...shared} step={step} />;
    case 'ask':
      return <AskForm {...shared} step={step} />;
    case 'branch':
      return <BranchForm {...shared} step={step} />;
    case 'wait':
      return <WaitForm {...shared} step={step} />;
    case 'set':
      return <SetForm {...shared} step={step} />;
    case 'open':
      return <OpenForm {...shared} step={step} />;
    case 'end':
      return <EndForm {...shared} step={step} />;
  }
}
