import { PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { monthsSince, waveOf } from '#domain/building-age';
import type { Building } from '#domain/organisation';
import { localDate } from '#domain/time';
import { Choice } from '../../components/choice.tsx';
import { EntityRows } from '../../components/entity-rows.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { Empty } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { EntityDrawer } from './entity-drawer.tsx';
import { NameFields } from './name-fields.tsx';
import { NEW, useOpening } from './opened.ts';
import type { PartProps } from './organisation-page.tsx';
import { PersonSelect } from './person-select.tsx';
import { usePeopleNames } from './use-people-names.ts';

/** Buildings of the site: since when, in which area, who is their steward. */
export function BuildingsPart({ document, standing, site }: PartProps) {
  const { t, language } = useWords();
  const opening = useOpening();
  const { body, change, field } = document;
  const names = usePeopleNames(body);
  const today = localDate(useNow(), site?.zone ?? body.company.zone);
  const may = site !== undefined && standing.site(site.id);
  const rows = body.buildings.filter((building) => building.site === site?.id);
  const areas = body.areas.filter((area) => area.site === site?.id);
  const areaName = (id: string | null) => areas.find((area) => area.id === id)?.name[language] ?? t('org.noArea');
  const blank: Building = {
    id: '',
    site: site?.id ?? '',
    name: { 'zh-CN': '', en: '' },
    area: areas[0]?.id ?? null,
    steward: null,
    handedOver: '',
  };
  return (
    <>
      {may && (
        <div className="section-head">
          <p className="quiet">{t('org.buildingsLead')}</p>
          <Button icon={<PlusOutlined />} onClick={() => opening.show(NEW)}>
            {t('org.addBuilding')}
          </Button>
        </div>
      )}
      {rows.length === 0 ? (
        <Empty title={t('org.noBuildings')} hint={t('org.noBuildingsHint')} />
      ) : (
        <EntityRows
          rows={rows}
          label={t('org.part.buildings')}
          keyOf={({ id }) => id}
          head={t('field.building')}
          title={({ name }) => name[language]}
          columns={[
            { label: t('org.area'), cell: ({ area }) => areaName(area) },
            { label: t('duty.steward'), cell: ({ steward }) => names.one(steward) },
            { label: t('org.handedOver'), cell: ({ handedOver }) => <Age handedOver={handedOver} today={today} /> },
          ]}
          open={({ id }) => opening.show(id)}
          wrong={(row) => Boolean(field(`buildings.${body.buildings.indexOf(row)}`).help)}
        />
      )}
      <EntityDrawer
        opening={opening}
        list={body.buildings}
        write={(buildings) => change((now) => ({ ...now, buildings }))}
        field={(path) => field(`buildings.${path}`)}
        blank={blank}
        kind="building"
        idFrom={({ site: of, name }) => `${of} ${name.en}`}
        titles={{
          add: t('org.addBuilding'),
          remove: { label: t('org.removeBuilding'), hint: t('org.removeBuildingHint') },
        }}
        mayChange={(building) => standing.site(building.site)}
        missing={({ handedOver }) => (handedOver === '' ? ['handedOver'] : [])}
        fields={({ value, set, field: at, disabled }) => (
          <>
            <NameFields
              value={value.name}
              change={(name) => set({ name })}
              field={(one) => at(`name.${one}`)}
              disabled={disabled}
            />
            <Labelled
              label={t('org.handedOver')}
              required
              extra={value.handedOver && <Age handedOver={value.handedOver} today={today} />}
              {...at('handedOver')}
            >
              {(id) => (
                <Input
                  id={id}
                  type="date"
                  aria-label={t('org.handedOver')}
                  value={value.handedOver}
                  disabled={disabled}
                  onChange={(event) => set({ handedOver: event.target.value })}
                />
              )}
            </Labelled>
            <Labelled label={t('org.area')} {...at('area')}>
              {(id) => (
                <Choice
                  id={id}
                  allowClear
                  aria-label={t('org.area')}
                  placeholder={t('org.noArea')}
                  value={value.area ?? undefined}
                  disabled={disabled}
                  onChange={(area: string | undefined) => set({ area: area ?? null })}
                  options={areas.map(({ id, name }) => ({ value: id, label: name[language] }))}
                />
              )}
            </Labelled>
            <Labelled label={t('duty.steward')} extra={t('org.stewardHint')} {...at('steward')}>
              {(id) => (
                <PersonSelect
                  id={id}
                  organisation={body}
                  site={value.site}
                  label={t('duty.steward')}
                  value={value.steward}
                  change={(steward) => set({ steward })}
                  disabled={disabled}
                />
              )}
            </Labelled>
          </>
        )}
      />
    </>
  );
}

/** The date, how long ago that is, and which wave of complaints the building is in. */
function Age({ handedOver, today }: { handedOver: string; today: string }) {
  const { t } = useWords();
  const months = monthsSince(handedOver, today);
  const age =
    months < 0
      ? t('age.notYet')
      : months < 24
        ? t('age.months', { months })
        : t('age.years', { years: Math.floor(months / 12) });
  const wave = waveOf(handedOver, today);
  return (
    <span className="age">
      <span>
        {handedOver} · {age}
      </span>
      {wave !== 'settled' && wave !== 'notYet' && <span className="age-wave">{t(`wave.${wave}`)}</span>}
    </span>
  );
}
