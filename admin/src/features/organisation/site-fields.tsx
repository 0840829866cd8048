import { Input } from 'antd';
import type { Organisation, Site } from '#domain/organisation';
import { Choice } from '../../components/choice.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { ZoneSelect } from '../../components/zone-select.tsx';
import { useWords } from '../../i18n/language.ts';
import type { Fields } from './entity-drawer.tsx';
import { NameFields } from './name-fields.tsx';
import { languageOptions } from './options.ts';
import { PersonSelect } from './person-select.tsx';
import { useCalendars } from './use-calendars.ts';

const noAddress = { 'zh-CN': '', en: '' };

export function SiteFields({
  organisation,
  value,
  set,
  field,
  disabled,
  isNew,
}: Fields<Site> & { organisation: Organisation; isNew: boolean }) {
  const { t, language } = useWords();
  const calendars = useCalendars();
  const known = calendars.map(({ id, name }) => ({ value: id, label: name[language] }));
  return (
    <>
      <NameFields
        value={value.name}
        change={(name) => set({ name })}
        field={(path) => field(`name.${path}`)}
        disabled={disabled}
      />
      <NameFields
        value={value.address ?? noAddress}
        change={(address) => set({ address: address['zh-CN'] || address.en ? address : undefined })}
        field={(path) => field(`address.${path}`)}
        label={{ 'zh-CN': t('org.addressZh'), en: t('org.addressEn') }}
        required={false}
        disabled={disabled}
      />
      <div className="form-row">
        <Labelled label={t('org.phone')} {...field('phone')}>
          {(id) => (
            <Input
              id={id}
              type="tel"
              value={value.phone}
              disabled={disabled}
              maxLength={40}
              onChange={(event) => set({ phone: event.target.value })}
            />
          )}
        </Labelled>
        <Labelled label={t('org.director')} {...field('director')}>
          {(id) => (
            <PersonSelect
              id={id}
              organisation={organisation}
              site={isNew ? undefined : value.id}
              label={t('org.director')}
              value={value.director}
              change={(director) => set({ director })}
              disabled={disabled}
            />
          )}
        </Labelled>
        <Labelled label={t('org.zone')} {...field('zone')}>
          {(id) => (
            <ZoneSelect
              id={id}
              label={t('org.zone')}
              value={value.zone}
              disabled={disabled}
              change={(zone) => set({ zone })}
            />
          )}
        </Labelled>
        <Labelled label={t('org.calendar')} required {...field('calendar')}>
          {(id) => (
            <Choice
              id={id}
              aria-label={t('org.calendar')}
              value={value.calendar || undefined}
              disabled={disabled}
              loading={known.length === 0}
              onChange={(calendar: string) => set({ calendar })}
              options={known.length === 0 && value.calendar ? [{ value: value.calendar, label: '…' }] : known}
            />
          )}
        </Labelled>
        <Labelled label={t('org.language')} extra={t('org.languageHint')} {...field('language')}>
          {(id) => (
            <Choice
              id={id}
              aria-label={t('org.language')}
              value={value.language}
              disabled={disabled}
              onChange={(chosen: Site['language']) => set({ language: chosen })}
              options={languageOptions}
            />
          )}
        </Labelled>
        <Labelled label={t('org.code')} required extra={t('org.codeHint')} {...field('code')}>
          {(id) => (
            <Input
              id={id}
              value={value.code}
              disabled={disabled}
              maxLength={4}
              autoComplete="off"
              onChange={(event) => set({ code: event.target.value.toUpperCase().replace(/[^A-Z]/g, '') })}
            />
          )}
        </Labelled>
      </div>
    </>
  );
}
