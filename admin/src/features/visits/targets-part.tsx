import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, InputNumber, Select } from 'antd';
import { definitionOf, type Measure, measures, type Target } from '#domain/learned/figure';
import { targetsOf } from '#domain/visit-rules';
import { Labelled } from '../../components/labelled.tsx';
import { Empty } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import type { OpenDocument } from '../document/use-document.ts';

const fresh = (measure: Measure): Target => {
  const { unit, bound } = definitionOf(measure);
  return { measure, goal: unit === 'mean' ? 4.2 : bound === 'least' ? 0.9 : 0.01, answers: 10, days: 30 };
};

/** What figures of a site should be (目标); one that is missed begins an improvement. */
export function TargetsPart({ document }: { document: OpenDocument<'visits'> }) {
  const { t } = useWords();
  const { body, change, editable } = document;
  const targets = targetsOf(body);
  const set = (next: (now: readonly Target[]) => Target[]) =>
    change((now) => ({ ...now, targets: next(targetsOf(now)) }));
  const left = measures.find((measure) => !targets.some((target) => target.measure === measure));
  return (
    <section className="panel">
      <p className="quiet targets-lead">{t('visitRules.targetsLead')}</p>
      {targets.length === 0 && <Empty title={t('visitRules.noTargets')} hint={t('visitRules.noTargetsHint')} />}
      <Form layout="vertical" component="div">
        {targets.map((target, index) => (
          <TargetRow
            key={target.measure}
            target={target}
            index={index}
            document={document}
            taken={targets.map(({ measure }) => measure)}
            set={(next) => set((now) => now.map((one, i) => (i === index ? next : one)))}
            remove={() => set((now) => now.filter((_, i) => i !== index))}
          />
        ))}
      </Form>
      {left && (
        <Button
          type="dashed"
          icon={<PlusOutlined />}
          disabled={!editable}
          onClick={() => set((now) => [...now, fresh(left)])}
        >
          {t('visitRules.addTarget')}
        </Button>
      )}
    </section>
  );
}

interface TargetRowProps {
  target: Target;
  index: number;
  document: OpenDocument<'visits'>;
  taken: readonly Measure[];
  set: (target: Target) => void;
  remove: () => void;
}

function TargetRow({ target, index, document, taken, set, remove }: TargetRowProps) {
  const { t, language } = useWords();
  const { field, editable } = document;
  const { unit, bound, name } = definitionOf(target.measure);
  const isShare = unit === 'share';
  const at = (part: string) => field(`targets.${index}.${part}`);
  return (
    <fieldset className="target-row" aria-label={name[language]}>
      <Labelled label={t('visitRules.target.measure')} {...at('measure')}>
        {(id) => (
          <Select<Measure>
            id={id}
            value={target.measure}
            disabled={!editable}
            popupMatchSelectWidth={false}
            options={measures
              .filter((measure) => measure === target.measure || !taken.includes(measure))
              .map((measure) => ({ value: measure, label: definitionOf(measure).name[language] }))}
            onChange={(measure) => set(fresh(measure))}
          />
        )}
      </Labelled>
      <Labelled label={t(`visitRules.target.${bound}`)} {...at('goal')}>
        {(id) => (
          <InputNumber
            id={id}
            min={isShare ? 0 : 1}
            max={isShare ? 100 : 5}
            step={isShare ? 1 : 0.1}
            precision={1}
            addonAfter={isShare ? '%' : t('visitRules.target.points')}
            value={isShare ? target.goal * 100 : target.goal}
            disabled={!editable}
            onChange={(value) =>
              value !== null && set({ ...target, goal: isShare ? Math.round(value * 10) / 1000 : value })
            }
          />
        )}
      </Labelled>
      {(['days', 'answers'] as const).map((part) => (
        <Labelled key={part} label={t(`visitRules.target.${part}`)} {...at(part)}>
          {(id) => (
            <InputNumber
              id={id}
              min={part === 'days' ? 7 : 1}
              max={part === 'days' ? 366 : 1000}
              precision={0}
              value={target[part]}
              disabled={!editable}
              onChange={(value) => value !== null && set({ ...target, [part]: value })}
            />
          )}
        </Labelled>
      ))}
      <Button
        type="text"
        icon={<CloseOutlined />}
        aria-label={t('visitRules.removeTarget', { measure: name[language] })}
        disabled={!editable}
        onClick={remove}
      />
    </fieldset>
  );
}
