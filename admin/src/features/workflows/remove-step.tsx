import { Modal, Radio } from 'antd';
import { useState } from 'react';
import { Choice } from '../../components/choice.tsx';
import { useWords } from '../../i18n/language.ts';
import { stepOf } from './arrows.ts';
import type { Removal } from './removal.ts';
import type { Editing } from './use-editing.ts';

const OTHER = '';

/** Deleting is not simply one thing: where its predecessors lead then, and what goes with it. */
export function RemoveStep({ editing }: { editing: Editing }) {
  const { removing, finishRemoving } = editing;
  if (!removing) return null;
  return <Asking key={removing.step.id} editing={editing} {...removing} finish={finishRemoving} />;
}

interface AskingProps extends NonNullable<Editing['removing']> {
  editing: Editing;
  finish: (removal: Removal | null) => void;
}

function Asking({ editing: { body }, step, removals: { usual, other }, finish }: AskingProps) {
  const { t, language } = useWords();
  const [chosen, setChosen] = useState<string>(usual[0]?.to ?? OTHER);
  const [elsewhere, setElsewhere] = useState<string | null>(other[0]?.to ?? null);
  const to = chosen === OTHER ? elsewhere : chosen;
  const removal = [...usual, ...other].find((one) => one.to === to);
  const label = (id: string) => stepOf(body, id)?.label[language] ?? '';
  const title = t('flow.removeTitle', { step: step.label[language] });
  if (usual.length + other.length === 0)
    return (
      <Modal
        open
        title={title}
        okText={t('flow.understood')}
        cancelButtonProps={{ hidden: true }}
        onOk={() => finish(null)}
        onCancel={() => finish(null)}
      >
        <p>{t('flow.removeNot')}</p>
      </Modal>
    );
  return (
    <Modal
      open
      title={title}
      okText={t('flow.delete')}
      cancelText={t('flow.cancel')}
      okButtonProps={{ danger: true, disabled: removal === undefined }}
      onOk={() => finish(removal ?? null)}
      onCancel={() => finish(null)}
    >
      <div className="stack">
        <p>{t('flow.removeWhere')}</p>
        <Radio.Group
          className="choices"
          value={chosen}
          onChange={({ target }) => setChosen(String(target.value))}
          options={[
            ...usual.map((one) => ({ value: one.to ?? OTHER, label: label(one.to ?? '') })),
            ...(other.length > 0 ? [{ value: OTHER, label: t('flow.removeElsewhere') }] : []),
          ]}
        />
        {chosen === OTHER && other.length > 0 && (
          <Choice
            showSearch
            optionFilterProp="label"
            aria-label={t('flow.removeElsewhere')}
            value={elsewhere}
            onChange={(id: string) => setElsewhere(id)}
            options={other.map((one) => ({
              value: one.to,
              label: `${body.steps.findIndex(({ id }) => id === one.to) + 1} · ${label(one.to ?? '')}`,
            }))}
          />
        )}
        {removal && removal.also.length > 0 && (
          <p className="notice">
            {t('flow.removeAlso', { steps: removal.also.map(label).join(language === 'en' ? ', ' : '、') })}
          </p>
        )}
      </div>
    </Modal>
  );
}
