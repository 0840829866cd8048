import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form } from 'antd';
import type { FieldType, FormField } from '#domain/forms/forms';
import type { Questionnaire } from '#domain/visit-rules';
import { EntityRows } from '../../components/entity-rows.tsx';
import { useWords } from '../../i18n/language.ts';
import type { OpenDocument } from '../document/use-document.ts';
import { newField } from '../forms/edit.ts';
import { FieldSettings } from '../forms/field-settings.tsx';
import { EntityDrawer, type Fields } from '../organisation/entity-drawer.tsx';
import { NameFields } from '../organisation/name-fields.tsx';
import { NEW, useOpening } from '../organisation/opened.ts';

const TYPES = ['text', 'number', 'choice', 'date'] as const satisfies FieldType[];
const MOST = 10;
const blank: Questionnaire = { id: '', name: { 'zh-CN': '', en: '' }, onTime: true, held: true, fields: [] };

/** What is asked beside the satisfaction from 1 to 5, which always is. */
export function QuestionnairesPart({ document }: { document: OpenDocument<'visits'> }) {
  const { t, language } = useWords();
  const opening = useOpening();
  const { body, change, field, editable } = document;
  const asked = ({ onTime, held, fields }: Questionnaire) =>
    [
      t('visitRules.asksScore'),
      ...(onTime ? [t('visitRules.asksOnTime')] : []),
      ...(held ? [t('visitRules.asksHeld')] : []),
      t('visitRules.asksRemarks'),
      ...fields.map(({ label }) => label[language]),
    ].join(' · ');
  const inUse = (id: string) => body.rules.some(({ questionnaire }) => questionnaire === id);
  const all = body.questionnaires.flatMap(({ fields }) => fields);
  return (
    <>
      <div className="section-head">
        <p className="quiet">{t('visitRules.questionnairesLead')}</p>
        {editable && (
          <Button icon={<PlusOutlined />} onClick={() => opening.show(NEW)}>
            {t('visitRules.addQuestionnaire')}
          </Button>
        )}
      </div>
      <EntityRows
        rows={body.questionnaires}
        label={t('visitRules.part.questionnaires')}
        keyOf={({ id }) => id}
        head={t('visitRules.questionnaire')}
        title={({ name }) => name[language]}
        sub={({ id }) => (inUse(id) ? null : t('visitRules.unused'))}
        columns={[{ label: t('visitRules.asks'), cell: asked }]}
        open={({ id }) => opening.show(id)}
        wrong={(row) => Boolean(field(`questionnaires.${body.questionnaires.indexOf(row)}`).help)}
      />
      <EntityDrawer
        opening={opening}
        list={body.questionnaires}
        write={(questionnaires) => change((now) => ({ ...now, questionnaires }))}
        field={(path) => field(`questionnaires.${path}`)}
        blank={blank}
        kind="questionnaire"
        titles={{
          add: t('visitRules.addQuestionnaire'),
          remove:
            opening.opened && !inUse(opening.opened.id)
              ? { label: t('visitRules.removeQuestionnaire'), hint: t('visitRules.removeQuestionnaireHint') }
              : undefined,
        }}
        mayChange={() => editable}
        fields={(props) => <QuestionnaireFields {...props} all={all} />}
      />
    </>
  );
}

function QuestionnaireFields({ value, set, field, disabled, all }: Fields<Questionnaire> & { all: FormField[] }) {
  const { t } = useWords();
  const put = (fields: FormField[]) => set({ fields });
  const known = { intake: [{ id: 'known', fields: [...all, ...value.fields] }], actions: [] };
  return (
    <>
      <NameFields
        value={value.name}
        change={(name) => set({ name })}
        field={(one) => field(`name.${one}`)}
        disabled={disabled}
      />
      <p className="quiet">{t('visitRules.alwaysAsked')}</p>
      {(['onTime', 'held'] as const).map((name) => (
        <Form.Item key={name}>
          <Checkbox
            checked={value[name]}
            disabled={disabled}
            onChange={({ target }) => set({ [name]: target.checked })}
          >
            {t(`visitRules.${name}`)}
          </Checkbox>
        </Form.Item>
      ))}
      <h3 className="form-heading">{t('visitRules.ownFields')}</h3>
      {value.fields.map((one, index) => (
        <section key={one.id} className="panel visit-field">
          <div className="panel-head">
            <h4>{t(`forms.type.${one.type}`)}</h4>
            {!disabled && (
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('visitRules.removeField')}
                onClick={() => put(value.fields.filter((other) => other !== one))}
              />
            )}
          </div>
          <FieldSettings
            value={one}
            disabled={disabled}
            change={(next) => put(value.fields.map((other) => (other === one ? next : other)))}
            field={(path) => field(`fields.${index}.${path}`)}
          />
        </section>
      ))}
      {!disabled && value.fields.length < MOST && (
        <fieldset className="field-types" aria-label={t('visitRules.addField')}>
          {TYPES.map((type) => (
            <Button
              key={type}
              size="small"
              icon={<PlusOutlined />}
              onClick={() => put([...value.fields, newField(known, type)])}
            >
              {t(`forms.type.${type}`)}
            </Button>
          ))}
        </fieldset>
      )}
    </>
  );
}
