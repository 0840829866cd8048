import { Form } from 'antd';
import type { Definition } from '#domain/workflow/definition';
import { LimitInput } from '../../components/limit-input.tsx';
import { LimitRefInput } from '../../components/limit-ref-input.tsx';
import { useWords } from '../../i18n/language.ts';
import { NameFields } from '../organisation/name-fields.tsx';
import { roots } from './arrows.ts';
import { PeopleField } from './people-field.tsx';
import { TargetSelect } from './target-select.tsx';
import type { Editing } from './use-editing.ts';

/** What belongs to the workflow as a whole. */
export function SettingsForm({ editing }: { editing: Editing }) {
  const { t } = useWords();
  const { body, change, editable, field } = editing;
  const set = (next: Partial<Definition>) => change((now) => ({ ...now, ...next }));
  const call = (next: Partial<Definition['calls']>) => change((now) => ({ ...now, calls: { ...now.calls, ...next } }));
  return (
    <Form layout="vertical" component="div" className="flow-form" data-editable={editable}>
      <NameFields
        value={body.name}
        change={(name) => set({ name })}
        field={(path) => field(`name.${path}`)}
        disabled={!editable}
      />
      {roots.map((root) => (
        <TargetSelect
          key={root}
          editing={editing}
          label={t(`flow.root.${root}`)}
          hint={t(`flow.rootHint.${root}`)}
          path={root}
          value={body[root]}
          onChange={(step) => step && set({ [root]: step })}
        />
      ))}
      <Form.Item label={t('flow.pauseCap')} extra={t('flow.pauseCapHint')} {...field('pauseCap')}>
        <LimitInput
          label={t('flow.pauseCap')}
          value={body.pauseCap}
          disabled={!editable}
          onChange={(pauseCap) => set({ pauseCap })}
        />
      </Form.Item>
      <h3 className="form-heading">{t('flow.calls')}</h3>
      <p className="quiet flow-hint">{t('flow.callsHint')}</p>
      <PeopleField
        editing={editing}
        path="calls.to"
        label={t('flow.callsTo')}
        value={body.calls.to}
        onChange={(to) => call({ to })}
      />
      <Form.Item label={t('flow.callsWithin')} {...field('calls.within')}>
        <LimitRefInput
          label={t('flow.callsWithin')}
          value={body.calls.within}
          disabled={!editable}
          onChange={(within) => within && call({ within })}
        />
      </Form.Item>
      <PeopleField
        editing={editing}
        path="calls.late"
        label={t('flow.callsLate')}
        value={body.calls.late}
        onChange={(late) => call({ late })}
      />
    </Form>
  );
}
