import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Area } from '#domain/organisation';
import { EntityRows } from '../../components/entity-rows.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { Empty } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { EntityDrawer } from './entity-drawer.tsx';
import { NameFields } from './name-fields.tsx';
import { NEW, useOpening } from './opened.ts';
import type { PartProps } from './organisation-page.tsx';
import { PersonSelect } from './person-select.tsx';
import { usePeopleNames } from './use-people-names.ts';

const DUTIES = ['customerService', 'keeper', 'repairer'] as const;

/** 片区: the buildings of each, and the three people who answer for them together. */
export function AreasPart({ document, standing, site }: PartProps) {
  const { t, language } = useWords();
  const opening = useOpening();
  const { body, change, field } = document;
  const names = usePeopleNames(body);
  const may = site !== undefined && standing.site(site.id);
  const rows = body.areas.filter((area) => area.site === site?.id);
  const buildings = (area: Area) =>
    body.buildings.filter((building) => building.area === area.id).map(({ name }) => name[language]);
  const blank: Area = {
    id: '',
    site: site?.id ?? '',
    name: { 'zh-CN': '', en: '' },
    customerService: null,
    keeper: null,
    repairer: null,
  };
  return (
    <>
      {may && (
        <div className="section-head">
          <p className="quiet">{t('org.areasLead')}</p>
          <Button icon={<PlusOutlined />} onClick={() => opening.show(NEW)}>
            {t('org.addArea')}
          </Button>
        </div>
      )}
      {rows.length === 0 ? (
        <Empty title={t('org.noAreas')} hint={t('org.noAreasHint')} />
      ) : (
        <EntityRows<Area>
          rows={rows}
          label={t('org.part.areas')}
          keyOf={({ id }) => id}
          head={t('org.area')}
          title={({ name }) => name[language]}
          sub={(area) => buildings(area).join(language === 'en' ? ', ' : '、') || t('org.areaEmpty')}
          columns={DUTIES.map((duty) => ({ label: t(`duty.${duty}`), cell: (area) => names.one(area[duty]) }))}
          open={({ id }) => opening.show(id)}
          wrong={(row) => Boolean(field(`areas.${body.areas.indexOf(row)}`).help)}
        />
      )}
      <EntityDrawer
        opening={opening}
        list={body.areas}
        write={(areas) => {
          const kept = new Set(areas.map(({ id }) => id));
          change((now) => ({
            ...now,
            areas,
            buildings: now.buildings.map((one) =>
              one.area === null || kept.has(one.area) ? one : { ...one, area: null },
            ),
          }));
        }}
        field={(path) => field(`areas.${path}`)}
        blank={blank}
        kind="area"
        idFrom={({ site: of, name }) => `${of} ${name.en}`}
        titles={{ add: t('org.addArea'), remove: { label: t('org.removeArea'), hint: t('org.removeAreaHint') } }}
        mayChange={(area) => standing.site(area.site)}
        fields={({ value, set, field: at, disabled }) => (
          <>
            <NameFields
              value={value.name}
              change={(name) => set({ name })}
              field={(one) => at(`name.${one}`)}
              disabled={disabled}
            />
            {DUTIES.map((duty) => (
              <Labelled key={duty} label={t(`duty.${duty}`)} {...at(duty)}>
                {(id) => (
                  <PersonSelect
                    id={id}
                    organisation={body}
                    site={value.site}
                    label={t(`duty.${duty}`)}
                    value={value[duty]}
                    change={(person) => set({ [duty]: person })}
                    disabled={disabled}
                  />
                )}
              </Labelled>
            ))}
          </>
        )}
      />
    </>
  );
}
