import { Checkbox, Form, InputNumber } from 'antd';
import type { Visits } from '#domain/visit-rules';
import { Labelled } from '../../components/labelled.tsx';
import { LimitInput } from '../../components/limit-input.tsx';
import { TimeInput } from '../../components/time-input.tsx';
import { useWords } from '../../i18n/language.ts';
import type { OpenDocument } from '../document/use-document.ts';
import { ReasonsPart } from './reasons-part.tsx';

const NUMBERS = { coolDownDays: [0, 365], quota: [1, 50], low: [1, 4] } as const;

/** What holds for all rules: how often a household, how many a day, when not, and what counts as low. */
export function SettingsPart({ document }: { document: OpenDocument<'visits'> }) {
  const { t } = useWords();
  const { body, change, field, editable } = document;
  const set = (next: Partial<Visits>) => change((now) => ({ ...now, ...next }));
  const { quiet } = body;
  return (
    <div className="stack">
      <section className="panel">
        <h2>{t('visitRules.considerate')}</h2>
        <Form layout="vertical" component="div">
          {(['coolDownDays', 'quota', 'low'] as const).map((name) => (
            <Labelled key={name} label={t(`visitRules.${name}`)} extra={t(`visitRules.hint.${name}`)} {...field(name)}>
              {(id) => (
                <InputNumber
                  id={id}
                  min={NUMBERS[name][0]}
                  max={NUMBERS[name][1]}
                  precision={0}
                  value={body[name]}
                  disabled={!editable}
                  onChange={(value) => set({ [name]: value ?? NUMBERS[name][0] })}
                />
              )}
            </Labelled>
          ))}
          <Form.Item label={t('visitRules.within')} extra={t('visitRules.hint.within')} {...field('within')}>
            <LimitInput
              label={t('visitRules.within')}
              value={body.within}
              disabled={!editable}
              onChange={(within) => set({ within })}
            />
          </Form.Item>
          <Form.Item extra={t('visitRules.hint.quiet')}>
            <Checkbox
              checked={quiet !== null}
              disabled={!editable}
              onChange={({ target }) => set({ quiet: target.checked ? { from: '20:30', to: '09:00' } : null })}
            >
              {t('visitRules.quiet')}
            </Checkbox>
          </Form.Item>
          {quiet !== null && (
            <div className="form-row">
              {(['from', 'to'] as const).map((end) => (
                <Labelled key={end} label={t(`visitRules.quiet.${end}`)} {...field(`quiet.${end}`)}>
                  {(id) => (
                    <TimeInput
                      id={id}
                      label={t(`visitRules.quiet.${end}`)}
                      value={quiet[end]}
                      disabled={!editable}
                      change={(time) => set({ quiet: { ...quiet, [end]: time } })}
                    />
                  )}
                </Labelled>
              ))}
            </div>
          )}
        </Form>
      </section>
      <ReasonsPart document={document} />
    </div>
  );
}
