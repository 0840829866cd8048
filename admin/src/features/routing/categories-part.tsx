import { Checkbox, Form } from 'antd';
import { Link } from 'react-router';
import type { Category, Severity as SeverityName } from '#domain/routing';
import { limitWords } from '#domain/words';
import { Choice } from '../../components/choice.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { Severity } from '../../components/severity.tsx';
import { useWords } from '../../i18n/language.ts';
import { useChoices } from '../condition/choices.ts';
import type { OpenDocument } from '../document/use-document.ts';
import type { Fields } from '../organisation/entity-drawer.tsx';
import { EntityList } from '../organisation/entity-list.tsx';
import { NameFields } from '../organisation/name-fields.tsx';
import { useWorkplace } from '../workplace/workplace.tsx';
import { LimitsFields } from './limits-fields.tsx';

/** What residents complain about: who it goes to, how urgent it is, how long people have. */
export function CategoriesPart({ document }: { document: OpenDocument<'routing'> }) {
  const { t, language } = useWords();
  const { departments } = useChoices();
  const { body, change, field, editable } = document;
  const department = (id: string) => departments.find(({ value }) => value === id)?.label ?? id;
  const resolve = ({ limits, severity }: Category) => limitWords((limits ?? body.limits[severity]).resolve, language);
  const blank: Category = {
    id: '',
    name: { 'zh-CN': '', en: '' },
    department: String(departments[0]?.value ?? ''),
    severity: 'normal',
    major: false,
    active: true,
  };
  return (
    <EntityList
      editable={editable}
      lead={t('routing.categoriesLead')}
      empty={{ title: t('routing.noCategories'), hint: t('routing.noCategoriesHint') }}
      label={t('routing.part.categories')}
      head={t('item.category')}
      sub={({ active }) => (active ? null : t('routing.inactive'))}
      columns={[
        { label: t('item.department'), cell: (row) => department(row.department) },
        { label: t('item.severity'), cell: (row) => <Severity severity={row.severity} major={row.major} /> },
        { label: t('docField.resolve'), cell: resolve },
      ]}
      list={body.categories}
      write={(categories) => change((now) => ({ ...now, categories }))}
      field={(path) => field(`categories.${path}`)}
      blank={blank}
      kind="category"
      titles={{ add: t('routing.addCategory') }}
      fields={(props) => <CategoryFields {...props} limitsOf={(severity) => body.limits[severity]} />}
    />
  );
}

interface CategoryFieldsProps extends Fields<Category> {
  /** What a severity gives; own limits begin with it. */
  limitsOf: (severity: SeverityName) => NonNullable<Category['limits']>;
}

function CategoryFields({ value, set, field, disabled, limitsOf }: CategoryFieldsProps) {
  const { t } = useWords();
  const { directory } = useWorkplace();
  const { departments, severities } = useChoices();
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
      <Labelled label={t('item.severity')} {...field('severity')}>
        {(id) => (
          <Choice
            id={id}
            value={value.severity}
            disabled={disabled}
            onChange={(severity: SeverityName) => set({ severity })}
            options={severities}
          />
        )}
      </Labelled>
      <Form.Item extra={t('routing.majorHint')}>
        <Checkbox checked={value.major} disabled={disabled} onChange={({ target }) => set({ major: target.checked })}>
          {t('docField.major')}
        </Checkbox>
      </Form.Item>
      <Form.Item extra={t('routing.activeHint')}>
        <Checkbox checked={value.active} disabled={disabled} onChange={({ target }) => set({ active: target.checked })}>
          {t('docField.active')}
        </Checkbox>
      </Form.Item>
      <Form.Item {...field('limits')}>
        <Checkbox
          checked={value.limits !== undefined}
          disabled={disabled}
          onChange={({ target }) => set({ limits: target.checked ? limitsOf(value.severity) : undefined })}
        >
          {t('routing.ownLimits')}
        </Checkbox>
      </Form.Item>
      {value.limits && <LimitsFields value={value.limits} change={(limits) => set({ limits })} disabled={disabled} />}
      {directory.categories.some(({ id }) => id === value.id) && (
        <Link to={`/forms?f=intake.${value.id}`}>{t('routing.itsForm')}</Link>
      )}
    </>
  );
}
