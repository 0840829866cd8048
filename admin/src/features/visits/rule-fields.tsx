import { Checkbox, Form, InputNumber } from 'antd';
import type { Severity } from '#domain/routing';
import { type Questionnaire, type VisitRule, visitChannels } from '#domain/visit-rules';
import { Choice } from '../../components/choice.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { LimitInput } from '../../components/limit-input.tsx';
import { PeoplePicker } from '../../components/people-picker.tsx';
import { useWords } from '../../i18n/language.ts';
import { useChoices } from '../condition/choices.ts';
import type { Fields } from '../organisation/entity-drawer.tsx';
import { NameFields } from '../organisation/name-fields.tsx';
import { CauseFields } from './cause-fields.tsx';

interface RuleFieldsProps extends Fields<VisitRule> {
  questionnaires: readonly Questionnaire[];
}

/** One rule: after what, when, by whom, how, what is asked, and of how many. */
export function RuleFields({ value, set, field, disabled, questionnaires }: RuleFieldsProps) {
  const { t, language } = useWords();
  const { severities } = useChoices();
  const problems = field('by').help;
  return (
    <>
      <NameFields
        value={value.name}
        change={(name) => set({ name })}
        field={(one) => field(`name.${one}`)}
        disabled={disabled}
      />
      <CauseFields
        value={value.after}
        change={(after) => set({ after })}
        field={(path) => field(`after${path === '' ? '' : `.${path}`}`)}
        disabled={disabled}
      />
      <Form.Item label={t('visitRules.delay')} extra={t('visitRules.delayHint')} {...field('delay')}>
        <LimitInput
          label={t('visitRules.delay')}
          value={value.delay}
          disabled={disabled}
          onChange={(delay) => set({ delay })}
        />
      </Form.Item>
      <Form.Item label={t('visitRules.by')} extra={t('visitRules.byHint')}>
        <PeoplePicker
          label={t('visitRules.by')}
          value={value.by}
          ordered
          disabled={disabled}
          problems={problems ? [problems] : []}
          onChange={(by) => set({ by })}
        />
      </Form.Item>
      <Labelled label={t('visitRules.channel')} {...field('channel')}>
        {(id) => (
          <Choice
            id={id}
            value={value.channel}
            disabled={disabled}
            onChange={(channel: VisitRule['channel']) => set({ channel })}
            options={(['preferred', ...visitChannels] as const).map((one) => ({
              value: one,
              label: t(`visitRules.channel.${one}`),
            }))}
          />
        )}
      </Labelled>
      <Labelled label={t('visitRules.questionnaire')} {...field('questionnaire')}>
        {(id) => (
          <Choice
            id={id}
            value={value.questionnaire}
            disabled={disabled}
            onChange={(questionnaire: string) => set({ questionnaire })}
            options={questionnaires.map((one) => ({ value: one.id, label: one.name[language] }))}
          />
        )}
      </Labelled>
      <Labelled label={t('visitRules.all')} extra={t('visitRules.allHint')} {...field('share.all')}>
        {(id) => (
          <Choice
            id={id}
            mode="multiple"
            value={value.share.all}
            disabled={disabled}
            placeholder={t('visitRules.noneAlways')}
            onChange={(all: Severity[]) => set({ share: { ...value.share, all } })}
            options={severities}
          />
        )}
      </Labelled>
      <Labelled label={t('visitRules.rest')} extra={t('visitRules.restHint')} {...field('share.rest')}>
        {(id) => (
          <InputNumber
            id={id}
            min={0}
            max={100}
            precision={0}
            addonAfter="%"
            value={value.share.rest}
            disabled={disabled}
            onChange={(rest) => set({ share: { ...value.share, rest: rest ?? 0 } })}
          />
        )}
      </Labelled>
      <Form.Item>
        <Checkbox checked={value.active} disabled={disabled} onChange={({ target }) => set({ active: target.checked })}>
          {t('docField.active')}
        </Checkbox>
      </Form.Item>
    </>
  );
}
