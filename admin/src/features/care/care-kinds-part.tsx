import { Checkbox, Form, InputNumber } from 'antd';
import { type Occasion, occasions } from '#domain/care/flag';
import type { CareKind } from '#domain/care/rules';
import { Choice } from '../../components/choice.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { useWords } from '../../i18n/language.ts';
import type { OpenDocument } from '../document/use-document.ts';
import type { Fields } from '../organisation/entity-drawer.tsx';
import { EntityList } from '../organisation/entity-list.tsx';
import { NameFields } from '../organisation/name-fields.tsx';

const blank: CareKind = {
  ...{ id: '', occasion: 'specialPerson', name: { 'zh-CN': '', en: '' }, sensitivity: 'sensitive' },
  ...{ yearly: false, reviewMonths: 6, active: true },
};

/** Kinds of care flag by occasion (三特). */
export function CareKindsPart({ document }: { document: OpenDocument<'care-rules'> }) {
  const { t } = useWords();
  const { body, change, field, editable } = document;
  return (
    <EntityList
      editable={editable}
      empty={{ title: t('careRules.noKinds'), hint: t('careRules.noKindsHint') }}
      label={t('careRules.part.kinds')}
      head={t('careRules.kind')}
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
      list={body.kinds}
      write={(kinds) => change((now) => ({ ...now, kinds }))}
      field={(path) => field(`kinds.${path}`)}
      blank={blank}
      kind="care-kind"
      titles={{ add: t('careRules.addKind') }}
      fields={(props) => <KindFields {...props} />}
    />
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
