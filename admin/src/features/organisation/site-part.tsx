import { PlusOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import type { Department, Site } from '#domain/organisation';
import { EntityRows } from '../../components/entity-rows.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { Empty } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { EntityDrawer } from './entity-drawer.tsx';
import { NameFields } from './name-fields.tsx';
import { NEW, useOpening } from './opened.ts';
import type { PartProps } from './organisation-page.tsx';
import { PeopleSelect, PersonSelect } from './person-select.tsx';
import { SiteFields } from './site-fields.tsx';
import { usePeopleNames } from './use-people-names.ts';

const blankSite = (language: Site['language'], zone: string, calendar: string): Site => ({
  id: '',
  name: { 'zh-CN': '', en: '' },
  code: '',
  zone,
  language,
  calendar,
  phone: '',
  director: null,
  departments: [],
});
const blankDepartment: Department = { id: '', name: { 'zh-CN': '', en: '' }, head: null, handlers: [] };

/** The chosen site: what it is, and its departments. */
export function SitePart({ document, standing, site, chooseSite, adding }: PartProps) {
  const { t } = useWords();
  const { body, change, field } = document;
  const { company, sites } = body;
  const write = (next: Site[]) => change((now) => ({ ...now, sites: next }));
  const may = site !== undefined && standing.site(site.id);
  return (
    <>
      {site === undefined ? (
        <Empty title={t('org.noSite')} hint={t(standing.company ? 'org.noSiteHint' : 'org.noSiteAsk')} />
      ) : (
        <div className="stack">
          <section className="panel" aria-label={t('org.part.site')}>
            <h2>{t('org.siteFacts')}</h2>
            {!may && <p className="notice">{t('entity.notYours')}</p>}
            <Form layout="vertical" component="div">
              <SiteFields
                organisation={body}
                value={site}
                set={(patch) => write(sites.map((one) => (one === site ? { ...one, ...patch } : one)))}
                field={(path) => field(`sites.${sites.indexOf(site)}.${path}`)}
                disabled={!may}
                isNew={false}
              />
            </Form>
          </section>
          <Departments document={document} standing={standing} site={site} />
        </div>
      )}
      <EntityDrawer
        opening={adding}
        list={sites}
        write={(next) => {
          write(next);
          const made = next.at(-1);
          if (made) chooseSite(made.id);
        }}
        field={(path) => field(`sites.${path}`)}
        blank={blankSite(company.language, company.zone, sites[0]?.calendar ?? '')}
        kind="site"
        titles={{ add: t('org.addSite') }}
        mayChange={() => standing.company}
        missing={({ code, calendar }) => [...(code === '' ? ['code'] : []), ...(calendar === '' ? ['calendar'] : [])]}
        fields={(props) => <SiteFields {...props} organisation={body} isNew />}
      />
    </>
  );
}

function Departments({ document, standing, site }: Pick<PartProps, 'document' | 'standing'> & { site: Site }) {
  const { t, language } = useWords();
  const opening = useOpening();
  const { body, change, field } = document;
  const names = usePeopleNames(body);
  const may = standing.site(site.id);
  const path = `sites.${body.sites.indexOf(site)}.departments`;
  const { help } = field(path);
  const write = (departments: Department[]) =>
    change((now) => ({ ...now, sites: now.sites.map((one) => (one.id === site.id ? { ...one, departments } : one)) }));
  return (
    <section aria-label={t('org.departments')}>
      <div className="section-head">
        <h2>{t('org.departments')}</h2>
        {may && (
          <Button icon={<PlusOutlined />} onClick={() => opening.show(NEW)}>
            {t('org.addDepartment')}
          </Button>
        )}
      </div>
      {help && (
        <p className="field-error" role="alert">
          {help}
        </p>
      )}
      {site.departments.length === 0 ? (
        <Empty title={t('org.noDepartments')} hint={t('org.noDepartmentsHint')} />
      ) : (
        <EntityRows
          rows={site.departments}
          label={t('org.departments')}
          keyOf={({ id }) => id}
          head={t('org.department')}
          title={({ name }) => name[language]}
          columns={[
            { label: t('org.head'), cell: ({ head }) => names.one(head) },
            { label: t('org.handlers'), cell: ({ handlers }) => names.all(handlers) },
          ]}
          open={({ id }) => opening.show(id)}
          wrong={(row) => Boolean(field(`${path}.${site.departments.indexOf(row)}`).help)}
        />
      )}
      <EntityDrawer
        opening={opening}
        list={site.departments}
        write={write}
        field={(at) => field(`${path}.${at}`)}
        blank={blankDepartment}
        kind="department"
        titles={{
          add: t('org.addDepartment'),
          remove: { label: t('org.removeDepartment'), hint: t('org.removeDepartmentHint') },
        }}
        mayChange={() => may}
        fields={({ value, set, field: at, disabled }) => (
          <>
            <NameFields
              value={value.name}
              change={(name) => set({ name })}
              field={(one) => at(`name.${one}`)}
              disabled={disabled}
            />
            <Labelled label={t('org.head')} extra={t('org.headHint')} {...at('head')}>
              {(id) => (
                <PersonSelect
                  id={id}
                  organisation={body}
                  site={site.id}
                  label={t('org.head')}
                  value={value.head}
                  change={(head) => set({ head })}
                  disabled={disabled}
                />
              )}
            </Labelled>
            <Labelled label={t('org.handlers')} extra={t('org.handlersHint')} {...at('handlers')}>
              {(id) => (
                <PeopleSelect
                  id={id}
                  organisation={body}
                  site={site.id}
                  label={t('org.handlers')}
                  value={value.handlers}
                  change={(handlers) => set({ handlers })}
                  disabled={disabled}
                />
              )}
            </Labelled>
          </>
        )}
      />
    </section>
  );
}
