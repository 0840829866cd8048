import { Checkbox, Form, InputNumber } from 'antd';
import { type EventKind, eventKinds } from '#domain/care/event';
import { eventName } from '#domain/care/event-words';
import type { CareRule } from '#domain/care/rules';
import type { Text } from '#domain/text';
import { Choice } from '../../components/choice.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { useWords } from '../../i18n/language.ts';
import type { OpenDocument } from '../document/use-document.ts';
import type { Fields } from '../organisation/entity-drawer.tsx';
import { EntityList } from '../organisation/entity-list.tsx';
import { NameFields } from '../organisation/name-fields.tsx';

const WHENS = ['event', 'day', 'complaint', 'work'] as const;
const isNone = (text: Text) => text['zh-CN'] === '' && text.en === '';
const none = (): Text => ({ 'zh-CN': '', en: '' });
const blank: CareRule = {
  ...{ id: '', name: none(), kinds: [], active: true },
  ...{ when: 'event', events: ['waterCut'], hoursBefore: 24, todo: none() },
};

/** What a rule has somebody do, say or know. */
const saidBy = (rule: CareRule): Text =>
  rule.when === 'complaint' ? (rule.script ?? none()) : rule.when === 'work' ? rule.hint : rule.todo;
const saying = (rule: CareRule, text: Text): Partial<CareRule> =>
  rule.when === 'complaint'
    ? { script: isNone(text) ? null : text }
    : rule.when === 'work'
      ? { hint: text }
      : { todo: text };

const isHigher = (rule: CareRule): rule is Extract<CareRule, { when: 'complaint' }> =>
  rule.when === 'complaint' && rule.level === 'higher';

/** The same words at another occasion. */
function at({ id, name, kinds, active, ...rule }: CareRule, when: CareRule['when']): CareRule {
  const common = { id, name, kinds, active };
  const text = saidBy({ id, name, kinds, active, ...rule } as CareRule);
  switch (when) {
    case 'event':
      return { ...common, when, events: ['waterCut'], hoursBefore: 24, todo: text };
    case 'day':
      return { ...common, when, daysBefore: 1, todo: text };
    case 'complaint':
      return { ...common, when, level: 'same', script: isNone(text) ? null : text };
    case 'work':
      return { ...common, when, hint: text };
  }
}

/** when -> then, one line a rule. */
export function CareRulesPart({ document }: { document: OpenDocument<'care-rules'> }) {
  const { t, language } = useWords();
  const { body, change, field, editable } = document;
  const comma = language === 'en' ? ', ' : '、';
  const kindNames = ({ kinds }: CareRule) =>
    kinds.length === 0
      ? t('careRules.anyKind')
      : kinds.map((id) => body.kinds.find((one) => one.id === id)?.name[language] ?? id).join(comma);
  const occasion = (rule: CareRule) =>
    rule.when === 'event'
      ? rule.events.map((one) => eventName(one, language)).join(comma)
      : t(`careRules.when.${rule.when}`);
  return (
    <EntityList
      editable={editable}
      empty={{ title: t('careRules.noRules'), hint: t('careRules.noRulesHint') }}
      label={t('careRules.part.rules')}
      head={t('careRules.rule')}
      sub={({ active }) => (active ? null : t('careRules.inactive'))}
      columns={[
        { label: t('careRules.when'), cell: occasion },
        { label: t('careRules.kinds'), cell: kindNames },
        {
          label: t('careRules.then'),
          cell: (rule) => [...(isHigher(rule) ? [t('careRules.higher')] : []), saidBy(rule)[language]].join(' '),
        },
      ]}
      list={body.rules}
      write={(rules) => change((now) => ({ ...now, rules }))}
      field={(path) => field(`rules.${path}`)}
      blank={blank}
      kind="care-rule"
      titles={{
        add: t('careRules.addRule'),
        remove: { label: t('careRules.remove'), hint: t('careRules.removeHint') },
      }}
      missing={(rule) =>
        // Raised without a word more.
        isHigher(rule) && rule.script === null
          ? []
          : (['zh-CN', 'en'] as const).filter((one) => saidBy(rule)[one].trim() === '').map((one) => `said.${one}`)
      }
      fields={(props) => (
        <RuleFields {...props} kinds={body.kinds.map(({ id, name }) => ({ value: id, label: name[language] }))} />
      )}
    />
  );
}

const SAID = { event: 'todo', day: 'todo', complaint: 'script', work: 'hint' } as const;

interface RuleFieldsProps extends Fields<CareRule> {
  kinds: { value: string; label: string }[];
}

function RuleFields({ value, set, field, disabled, kinds }: RuleFieldsProps) {
  const { t, language } = useWords();
  return (
    <>
      <NameFields
        value={value.name}
        change={(name) => set({ name })}
        field={(one) => field(`name.${one}`)}
        disabled={disabled}
      />
      <Labelled label={t('careRules.when')}>
        {(id) => (
          <Choice
            id={id}
            value={value.when}
            disabled={disabled}
            onChange={(when: CareRule['when']) => set(at(value, when))}
            options={WHENS.map((one) => ({ value: one, label: t(`careRules.when.${one}`) }))}
          />
        )}
      </Labelled>
      {value.when === 'event' && (
        <>
          <Labelled label={t('careRules.events')} {...field('events')}>
            {(id) => (
              <Choice
                id={id}
                mode="multiple"
                value={value.events}
                disabled={disabled}
                onChange={(events: EventKind[]) => set({ events })}
                options={eventKinds.map((one) => ({ value: one, label: eventName(one, language) }))}
              />
            )}
          </Labelled>
          <Labelled label={t('careRules.hoursBefore')} extra={t('careRules.hoursHint')} {...field('hoursBefore')}>
            {(id) => (
              <InputNumber
                id={id}
                min={1}
                max={336}
                precision={0}
                value={value.hoursBefore}
                disabled={disabled}
                onChange={(hours) => set({ hoursBefore: hours ?? 24 })}
              />
            )}
          </Labelled>
        </>
      )}
      {value.when === 'day' && (
        <Labelled label={t('careRules.daysBefore')} {...field('daysBefore')}>
          {(id) => (
            <InputNumber
              id={id}
              min={0}
              max={30}
              precision={0}
              value={value.daysBefore}
              disabled={disabled}
              onChange={(days) => set({ daysBefore: days ?? 1 })}
            />
          )}
        </Labelled>
      )}
      {value.when === 'complaint' && (
        <Form.Item>
          <Checkbox
            checked={value.level === 'higher'}
            disabled={disabled}
            onChange={({ target }) => set({ level: target.checked ? 'higher' : 'same' })}
          >
            {t('careRules.startsHigher')}
          </Checkbox>
        </Form.Item>
      )}
      <Labelled label={t('careRules.kinds')} {...field('kinds')}>
        {(id) => (
          <Choice
            id={id}
            mode="multiple"
            allowClear
            optionFilterProp="label"
            placeholder={t('careRules.anyKind')}
            value={value.kinds}
            disabled={disabled}
            onChange={(chosen: string[]) => set({ kinds: chosen })}
            options={kinds}
          />
        )}
      </Labelled>
      <NameFields
        value={saidBy(value)}
        label={{ 'zh-CN': t('careRules.todoZh'), en: t('careRules.todoEn') }}
        change={(text) => set(saying(value, text))}
        field={(one) => {
          const missing = field(`said.${one}`);
          return missing.help ? missing : field(`${SAID[value.when]}.${one}`);
        }}
        disabled={disabled}
      />
      <p className="quiet">{t('careRules.todoHint')}</p>
      <Form.Item>
        <Checkbox checked={value.active} disabled={disabled} onChange={({ target }) => set({ active: target.checked })}>
          {t('careRules.active')}
        </Checkbox>
      </Form.Item>
    </>
  );
}
