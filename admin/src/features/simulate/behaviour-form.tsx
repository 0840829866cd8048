import { Checkbox, Form } from 'antd';
import type { Person } from '#domain/organisation';
import { Choice } from '../../components/choice.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { LimitInput } from '../../components/limit-input.tsx';
import { type Key, useWords } from '../../i18n/language.ts';
import { type Choices, type Preset, presetOf, presets, toDesk } from './behaviours.ts';

const PRESETS: Record<Preset, Key> = {
  nobody: 'sim.nobody',
  level2: 'sim.secondLevel',
  smooth: 'sim.smooth',
  broken: 'sim.broken',
  unhappy: 'sim.unhappy',
  silent: 'sim.silent',
};
const VERDICTS: Record<Choices['verdict'], Key> = {
  silent: 'sim.verdictSilent',
  solved: 'sim.verdictSolved',
  partly: 'sim.verdictPartly',
  notSolvedOnce: 'sim.verdictOnce',
  notSolved: 'sim.verdictNever',
};
const PROMISES: Record<Choices['promises'], Key> = {
  no: 'sim.promiseNo',
  keeps: 'sim.promiseKeeps',
  breaks: 'sim.promiseBreaks',
};

interface BehaviourFormProps {
  choices: Choices;
  change: (choices: Choices) => void;
  /** Levels of the workflow's longest ladder. */
  levels: number;
  people: readonly Person[];
  compact: boolean;
}

/** How everybody behaves: a ready mixture, each part of which may be changed. */
export function BehaviourForm({ choices, change, levels, people, compact }: BehaviourFormProps) {
  const { t, language } = useWords();
  const preset = presetOf(choices);
  const set = (part: Partial<Choices>) => change({ ...choices, ...part });
  const keys = <T extends string>(record: Record<T, Key>) => Object.keys(record) as T[];
  return (
    <Form layout="vertical" component="div" className="form sim-behaviour">
      <section className="sim-presets" aria-label={t('sim.behaviour')}>
        {keys(PRESETS).map((name) => (
          <button
            key={name}
            type="button"
            className="sim-preset"
            aria-pressed={preset === name}
            onClick={() => change(presets[name])}
          >
            {t(PRESETS[name])}
          </button>
        ))}
      </section>
      <details className="sim-more" open={!compact}>
        <summary>{t('sim.moreBehaviour')}</summary>
        <Labelled label={t('sim.whoConfirms')}>
          {(id) => (
            <Choice
              id={id}
              value={choices.confirms}
              onChange={(confirms: Choices['confirms']) => set({ confirms })}
              options={[
                { value: 'nobody', label: t('sim.confirmsNobody') },
                { value: 'anyone', label: t('sim.confirmsAnyone') },
                ...Array.from({ length: levels }, (_, n) => ({
                  value: n + 1,
                  label: t('sim.confirmsLevel', { level: n + 1 }),
                })),
              ]}
            />
          )}
        </Labelled>
        {choices.confirms !== 'nobody' && (
          <>
            <Form.Item label={t('sim.after')}>
              <LimitInput
                label={t('sim.after')}
                value={choices.confirmAfter}
                onChange={(confirmAfter) => set({ confirmAfter })}
              />
            </Form.Item>
            <Labelled label={t('sim.passes')}>
              {(id) => (
                <Choice
                  id={id}
                  optionFilterProp="label"
                  showSearch
                  value={choices.passes}
                  onChange={(passes: string) => set({ passes })}
                  options={[
                    { value: '', label: t('sim.passesNo') },
                    { value: toDesk, label: t('sim.passesDesk') },
                    ...people.map(({ id: value, name }) => ({
                      value,
                      label: t('sim.passesTo', { name: name[language] }),
                    })),
                  ]}
                />
              )}
            </Labelled>
            <Labelled label={t('sim.promises')}>
              {(id) => (
                <Choice
                  id={id}
                  value={choices.promises}
                  onChange={(promises: Choices['promises']) => set({ promises })}
                  options={keys(PROMISES).map((value) => ({ value, label: t(PROMISES[value]) }))}
                />
              )}
            </Labelled>
            {choices.promises !== 'no' && (
              <Form.Item label={t('sim.promiseWithin')}>
                <LimitInput
                  label={t('sim.promiseWithin')}
                  value={choices.promiseWithin}
                  onChange={(promiseWithin) => set({ promiseWithin })}
                />
              </Form.Item>
            )}
            <Checkbox checked={choices.resolves} onChange={({ target }) => set({ resolves: target.checked })}>
              {t('sim.resolves')}
            </Checkbox>
            {choices.resolves && (
              <>
                <Form.Item label={t('sim.resolveAfter')}>
                  <LimitInput
                    label={t('sim.resolveAfter')}
                    value={choices.resolveAfter}
                    onChange={(resolveAfter) => set({ resolveAfter })}
                  />
                </Form.Item>
                <Labelled label={t('sim.verdict')}>
                  {(id) => (
                    <Choice
                      id={id}
                      value={choices.verdict}
                      onChange={(verdict: Choices['verdict']) => set({ verdict })}
                      options={keys(VERDICTS).map((value) => ({ value, label: t(VERDICTS[value]) }))}
                    />
                  )}
                </Labelled>
              </>
            )}
          </>
        )}
        <Labelled label={t('sim.bounces')}>
          {(id) => (
            <Choice
              id={id}
              mode="multiple"
              allowClear
              optionFilterProp="label"
              placeholder={t('sim.bouncesNobody')}
              value={[...choices.bounces]}
              onChange={(bounces: string[]) => set({ bounces })}
              options={[
                { value: 'resident', label: t('sim.resident') },
                ...people.map(({ id: value, name }) => ({ value, label: name[language] })),
              ]}
            />
          )}
        </Labelled>
        <div className="sim-checks">
          <Checkbox checked={choices.nudges} onChange={({ target }) => set({ nudges: target.checked })}>
            {t('sim.nudges')}
          </Checkbox>
          <Checkbox checked={choices.calls} onChange={({ target }) => set({ calls: target.checked })}>
            {t('sim.calls')}
          </Checkbox>
        </div>
      </details>
    </Form>
  );
}
