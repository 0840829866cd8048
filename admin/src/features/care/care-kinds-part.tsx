import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, InputNumber } from 'antd';
import { type Occasion, occasions } from '#domain/care/flag';
import type { CareKind } from '#domain/care/rules';
import { Choice } from '../../components/choice.tsx';
import { EntityRows } from '../../components/entity-rows.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { Empty } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import type { OpenDocument } from '../document/use-document.ts';
import { EntityDrawer, type Fields } from '../organisation/entity-drawer.tsx';
import { NameFields } from '../organisation/name-fields.tsx';
import { NEW, useOpening } from '../organisation/opened.ts';

const blank: CareKind = {
  ...{ id: '', occasion: 'specialPerson', name: { 'zh-CN': '', en: '' }, sensitivity: 'sensitive' },
  ...{ yearly: false, reviewMonths: 6, active: true },
};

/** Kinds of care flag by occasion (三特). */
export function CareKindsPart({ document }: { document: OpenDocument<'care-rules'> }) {
  const { t, language } = useWords();
  const opening = useOpening();
  const { body, change, field, editable } = document;
  return (
    <>
      {editable && (
        <div className="section-head">
          <span />
          <Button icon={<PlusOutlined />} onClick={() => opening.show(NEW)}>
            {t('careRules.addKind')}
          </Button>
        </div>
      )}
      {body.kinds.length === 0 ? (
        <Empty title={t('careRules.noKinds')} hint={t('careRules.noKindsHint')} />
      ) : (
        <EntityRows
          rows={body.kinds}
          label={t('careRules.part.kinds')}
          keyOf={({ id }) => id}
          head={t('careRules.kind')}
          title={({ name }) => name[language]}
          sub={({ active }) => (active ? null : t('careRules.inactive'))}
          columns={[
            { label: t('careRules.occasion'), cell: ({ occasion }) => t(`care.occasion.${occasion}`) },
            {
              label: t('care.sensitivity'),
              cell: ({ sensitivity }) => (sensitivity === 'sensitive' ? t('care.sensitive') : null),
            },
            {
              label: t('care.review'),
              cell: ({ reviewMonths }) => t('careRules.everyMonths', { count: reviewMonths }),
            },
          ]}
          open={({ id }) => opening.show(id)}
          wrong={(row) => Boolean(field(`kinds.${body.kinds.indexOf(row)}`).help)}
        />
      )}
      <EntityDrawer
        opening={opening}
        list={body.kinds}
        write={(kinds) => change((now) => ({ ...now, kinds }))}
        field={(path) => field(`kinds.${path}`)}
        blank={blank}
        kind="care-kind"
        titles={{ add: t('careRules.addKind') }}
        mayChange={() => editable}
        fields={(props) => <KindFields {...props} />}
      />
    </>
  );
}

function KindFields({ value, set, field, disabled }: Fields<CareKind>) {
  const { t } = useWords();
  const box = (name: 'yearly' | 'active', label: string) => (
    <Form.Item>
      <Checkbox checked={value[name]} disabled={disabled} onChange={({ target }) => set({ [name]: target.checked })}>
        {label}
      </Checkbox>
    </Form.Item>
  );
  return (
    <>
      <NameFields
        value={value.name}
        change={(name) => set({ name })}
        field={(one) => field(`name.${one}`)}
        disabled={disabled}
      />
      <Labelled label={t('careRules.occasion')} {...field('occasion')}>
        {(id) => (
          <Choice
            id={id}
            value={value.occasion}
            disabled={disabled}
            onChange={(occasion: Occasion) => set({ occasion })}
            options={occasions.map((one) => ({ value: one, label: t(`care.occasion.${one}`) }))}
          />
        )}
      </Labelled>
      <Labelled label={t('careRules.reviewMonths')} {...field('reviewMonths')}>
        {(id) => (
          <InputNumber
            id={id}
            min={1}
            max={36}
            precision={0}
            value={value.reviewMonths}
            disabled={disabled}
            onChange={(months) => set({ reviewMonths: months ?? 6 })}
          />
        )}
      </Labelled>
      <Form.Item>
        <Checkbox
          checked={value.sensitivity === 'sensitive'}
          disabled={disabled}
          onChange={({ target }) => set({ sensitivity: target.checked ? 'sensitive' : 'normal' })}
        >
          {t('careRules.sensitive')}
        </Checkbox>
      </Form.Item>
      {box('yearly', t('careRules.yearly'))}
      {box('active', t('careRules.active'))}
    </>
  );
}
