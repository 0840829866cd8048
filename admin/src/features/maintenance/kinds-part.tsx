import { Checkbox, Form, InputNumber } from 'antd';
import { type AssetKind, type Impact, impacts } from '#domain/maintenance';
import { limitWords } from '#domain/words';
import { Choice } from '../../components/choice.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { useWords } from '../../i18n/language.ts';
import { useChoices } from '../condition/choices.ts';
import type { OpenDocument } from '../document/use-document.ts';
import type { Fields } from '../organisation/entity-drawer.tsx';
import { EntityList } from '../organisation/entity-list.tsx';
import { NameFields } from '../organisation/name-fields.tsx';

/** Kinds of facility with what holds for each unless a plan says otherwise. */
export function KindsPart({ document }: { document: OpenDocument<'maintenance'> }) {
  const { t, language } = useWords();
  const { departments } = useChoices();
  const { body, change, field, editable } = document;
  const department = (id: string) => departments.find(({ value }) => value === id)?.label ?? id;
  const resolve = (impact: Impact) => {
    const row = body.impacts.find(({ id }) => id === impact);
    return row ? limitWords(row.resolve, language) : '';
  };
  const checklist = (id: string | null) =>
    id === null ? t('maintenance.noChecklist') : (body.checklists.find((one) => one.id === id)?.name[language] ?? id);
  const blank: AssetKind = {
    id: '',
    name: { 'zh-CN': '', en: '' },
    department: String(departments[0]?.value ?? ''),
    impact: 'few',
    checklist: null,
    accepted: false,
    warrantyDays: 30,
    active: true,
  };
  return (
    <EntityList
      editable={editable}
      lead={t('maintenance.kindsLead')}
      empty={{ title: t('maintenance.noKinds'), hint: t('maintenance.kindsLead') }}
      label={t('maintenance.part.kinds')}
      head={t('maintenance.kind')}
      sub={({ active }) => (active ? null : t('maintenance.inactive'))}
      columns={[
        { label: t('item.department'), cell: (row) => department(row.department) },
        { label: t('maintenance.impact'), cell: (row) => t(`felt.${row.impact}`) },
        { label: t('maintenance.resolve'), cell: (row) => resolve(row.impact) },
        { label: t('maintenance.checklist'), cell: (row) => checklist(row.checklist) },
        {
          label: t('maintenance.accepted'),
          cell: (row) => t(row.accepted ? 'maintenance.byOther' : 'maintenance.notNeeded'),
          deskOnly: true,
        },
      ]}
      list={body.kinds}
      write={(kinds) => change((now) => ({ ...now, kinds }))}
      field={(path) => field(`kinds.${path}`)}
      blank={blank}
      kind="asset-kind"
      titles={{ add: t('maintenance.addKind') }}
      fields={(props) => (
        <KindFields
          {...props}
          checklists={body.checklists.map(({ id, name }) => ({ value: id, label: name[language] }))}
        />
      )}
    />
  );
}

interface KindFieldsProps extends Fields<AssetKind> {
  checklists: { value: string; label: string }[];
}

function KindFields({ value, set, field, disabled, checklists }: KindFieldsProps) {
  const { t } = useWords();
  const { departments } = useChoices();
  return (
    <>
      <NameFields
        value={value.name}
        change={(name) => set({ name })}
        field={(one) => field(`name.${one}`)}
        disabled={disabled}
      />
      <Labelled label={t('item.department')} {...field('department')}>
        {(id) => (
          <Choice
            id={id}
            value={value.department}
            disabled={disabled}
            onChange={(department: string) => set({ department })}
            options={departments}
          />
        )}
      </Labelled>
      <Labelled label={t('maintenance.impact')} extra={t('maintenance.impactHint')} {...field('impact')}>
        {(id) => (
          <Choice
            id={id}
            value={value.impact}
            disabled={disabled}
            onChange={(impact: Impact) => set({ impact })}
            options={impacts.map((one) => ({ value: one, label: t(`felt.${one}`) }))}
          />
        )}
      </Labelled>
      <Labelled label={t('maintenance.checklist')} {...field('checklist')}>
        {(id) => (
          <Choice
            id={id}
            allowClear
            value={value.checklist}
            placeholder={t('maintenance.noChecklist')}
            disabled={disabled}
            onChange={(checklist: string | undefined) => set({ checklist: checklist ?? null })}
            options={checklists}
          />
        )}
      </Labelled>
      <Labelled label={t('maintenance.warrantyDays')} extra={t('maintenance.warrantyHint')} {...field('warrantyDays')}>
        {(id) => (
          <InputNumber
            id={id}
            min={0}
            max={3650}
            precision={0}
            value={value.warrantyDays}
            disabled={disabled}
            onChange={(days) => set({ warrantyDays: days ?? 0 })}
          />
        )}
      </Labelled>
      <Form.Item extra={t('maintenance.acceptedHint')}>
        <Checkbox
          checked={value.accepted}
          disabled={disabled}
          onChange={({ target }) => set({ accepted: target.checked })}
        >
          {t('maintenance.accepted')}
        </Checkbox>
      </Form.Item>
      <Form.Item extra={t('maintenance.activeHint')}>
        <Checkbox checked={value.active} disabled={disabled} onChange={({ target }) => set({ active: target.checked })}>
          {t('docField.active')}
        </Checkbox>
      </Form.Item>
    </>
  );
}
