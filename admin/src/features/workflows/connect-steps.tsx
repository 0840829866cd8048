import { Modal, Radio } from 'antd';
import { useState } from 'react';
import { actionLabel } from '#domain/words';
import type { Definition, Step } from '#domain/workflow/definition';
import { useWords } from '../../i18n/language.ts';
import { type Arrow, arrowsOf, pointed, stepOf } from './arrows.ts';
import { useArrowWords } from './use-arrow-words.ts';
import type { Editing } from './use-editing.ts';

interface Way {
  label: string;
  /** The step with this way leading there. */
  lead: (step: Step) => Step;
}

/** All that a step can lead on by: its ways, and of an ask the actions after which it goes on waiting. */
function useWays(body: Definition, from: string, to: string): Way[] {
  const { language } = useWords();
  const words = useArrowWords(body);
  const step = stepOf(body, from);
  const ways = arrowsOf(body)
    .filter((arrow): arrow is Arrow & { from: string } => arrow.from === from)
    .map((arrow) => ({ label: words.leading(arrow), lead: (one: Step) => pointed(one, arrow.field, to) }));
  if (step?.type !== 'ask') return ways;
  const waiting = step.actions.flatMap(({ action, next }, index) =>
    next === undefined
      ? [
          {
            label: actionLabel(action, language, body.kind),
            lead: (one: Step) => pointed(one, `actions.${index}.next`, to),
          },
        ]
      : [],
  );
  return [...ways, ...waiting];
}

interface ConnectStepsProps {
  editing: Editing;
  from: string;
  to: string;
  close: () => void;
}

/** A line was drawn between two steps: by which way the first is to lead to the second. */
export function ConnectSteps({ editing, from, to, close }: ConnectStepsProps) {
  const { t, language } = useWords();
  const ways = useWays(editing.body, from, to);
  const [chosen, setChosen] = useState(0);
  const step = stepOf(editing.body, to)?.label[language] ?? '';
  return (
    <Modal
      open
      title={t('flow.connectTitle', { step })}
      okText={t('flow.connect')}
      cancelText={t('flow.cancel')}
      onOk={() => {
        const way = ways[chosen];
        if (way) editing.setStep(from, way.lead);
        close();
      }}
      onCancel={close}
    >
      <p className="flow-hint">{t('flow.connectHow')}</p>
      <Radio.Group
        className="choices"
        value={chosen}
        onChange={({ target }) => setChosen(Number(target.value))}
        options={ways.map(({ label }, index) => ({ value: index, label }))}
      />
    </Modal>
  );
}
