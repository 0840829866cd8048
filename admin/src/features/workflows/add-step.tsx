import { Modal } from 'antd';
import { useState } from 'react';
import type { Definition } from '#domain/workflow/definition';
import { Choice } from '../../components/choice.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { useWords } from '../../i18n/language.ts';
import type { Arrow } from './arrows.ts';
import { type StepType, stepTypes } from './new-step.ts';
import { StepIcon } from './step-icon.tsx';
import { useArrowWords } from './use-arrow-words.ts';

interface AddStepProps {
  body: Definition;
  arrows: readonly Arrow[];
  add: (arrow: Arrow, type: StepType) => void;
  close: () => void;
}

/** What kind of step, and, where there are several arrows, on which of them. */
export function AddStep({ body, arrows, add, close }: AddStepProps) {
  const { t } = useWords();
  const words = useArrowWords(body);
  const [at, setAt] = useState(0);
  const arrow = arrows[at] ?? arrows[0];
  return (
    <Modal open title={t('flow.addTitle')} footer={null} onCancel={close}>
      {arrows.length > 1 && (
        <Labelled label={t('flow.addWhere')} layout="vertical">
          {(id) => (
            <Choice
              id={id}
              value={at}
              onChange={(index: number) => setAt(index)}
              options={arrows.map((one, index) => ({ value: index, label: words.leading(one) }))}
            />
          )}
        </Labelled>
      )}
      {arrow && arrows.length === 1 && <p className="quiet flow-hint">{words.leading(arrow)}</p>}
      <div className="flow-types">
        {stepTypes.map((type) => (
          <button
            key={type}
            type="button"
            className="flow-type"
            onClick={() => {
              if (arrow) add(arrow, type);
              close();
            }}
          >
            <StepIcon type={type} />
            <span>
              <strong>{t(`flow.type.${type}`)}</strong>
              <span className="quiet">{t(`flow.typeHint.${type}`)}</span>
            </span>
          </button>
        ))}
      </div>
    </Modal>
  );
}
