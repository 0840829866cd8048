import { Alert, Form, Input, Popconfirm, Switch } from 'antd';
import { Link } from 'react-router';
import type { Organisation, Person } from '#domain/organisation';
import { Choice } from '../../components/choice.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import type { OpenDocument } from '../document/use-document.ts';
import { EntityDrawer, type Fields } from '../organisation/entity-drawer.tsx';
import { NameFields } from '../organisation/name-fields.tsx';
import type { Opening } from '../organisation/opened.ts';
import { languageOptions } from '../organisation/options.ts';
import type { useStanding } from '../organisation/standing.ts';
import type { Duties } from '../organisation/use-duties.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { ROLES } from './found-people.ts';
import { Presence } from './presence.tsx';

interface StaffDrawerProps {
  document: OpenDocument<'organisation'>;
  opening: Opening;
  standing: ReturnType<typeof useStanding>;
  duties: Duties;
}

export function StaffDrawer({ document, opening, standing, duties }: StaffDrawerProps) {
  const { t } = useWords();
  const { me, site } = useWorkplace();
  const { body, change, field, published } = document;
  const blank: Person = {
    id: '',
    name: { 'zh-CN': '', en: '' },
    email: '',
    language: body.company.language,
    role: 'staff',
    sites: site ? [site.id] : [],
    active: true,
  };
  // Judged by what is published: taking a site away must not lock the editor out of their own change.
  const mayChange = (person: Person) =>
    standing.person(published?.body.people.find(({ id }) => id === person.id) ?? person);
  return (
    <EntityDrawer
      opening={opening}
      list={body.people}
      write={(people) => change((now) => ({ ...now, people }))}
      field={(path) => field(`people.${path}`)}
      blank={blank}
      kind="person"
      // Ids of people at other sites are not known here.
      idFrom={({ sites, name }) => (standing.company ? name.en : `${sites[0] ?? ''} ${name.en}`)}
      titles={{ add: t('staff.add') }}
      mayChange={mayChange}
      missing={({ email, sites, role, firm }) => [
        ...(email.trim() === '' ? ['email'] : []),
        ...(sites.length === 0 && (!standing.company || role === 'contractor') ? ['sites'] : []),
        ...(role === 'contractor' && !firm ? ['firm'] : []),
      ]}
      fields={(props) => (
        <>
          <PersonFields
            {...props}
            organisation={body}
            company={standing.company}
            ownSites={me.sites.filter(({ id }) => standing.site(id)).map(({ id }) => id)}
          />
          {props.value.id !== '' && <Answers {...props} duties={duties} self={props.value.id === me.person.id} />}
        </>
      )}
    />
  );
}

interface PersonFieldsProps extends Fields<Person> {
  organisation: Organisation;
  company: boolean;
  ownSites: readonly string[];
}

function PersonFields({ value, set, field, disabled, organisation, company, ownSites }: PersonFieldsProps) {
  const { t, language } = useWords();
  /** Sites the reader does not see stay as they are. */
  const isKnown = (id: string) => organisation.sites.some((site) => site.id === id);
  return (
    <>
      <NameFields
        value={value.name}
        change={(name) => set({ name })}
        field={(path) => field(`name.${path}`)}
        disabled={disabled}
      />
      <div className="form-row">
        <Labelled label={t('staff.email')} required {...field('email')}>
          {(id) => (
            <Input
              id={id}
              type="email"
              aria-label={t('staff.email')}
              value={value.email}
              disabled={disabled}
              autoComplete="off"
              onChange={(event) => set({ email: event.target.value.trim() })}
            />
          )}
        </Labelled>
        <Labelled label={t('staff.phone')} {...field('phone')}>
          {(id) => (
            <Input
              id={id}
              type="tel"
              aria-label={t('staff.phone')}
              value={value.phone ?? ''}
              disabled={disabled}
              maxLength={40}
              autoComplete="off"
              onChange={(event) => set({ phone: event.target.value || undefined })}
            />
          )}
        </Labelled>
        <Labelled label={t('staff.role')} extra={t(`staff.roleHint.${value.role}`)} {...field('role')}>
          {(id) => (
            <Choice
              id={id}
              aria-label={t('staff.role')}
              value={value.role}
              disabled={disabled}
              // Only a contractor is of a firm.
              onChange={(role: Person['role']) => set(role === 'contractor' ? { role } : { role, firm: undefined })}
              options={ROLES.filter(
                (role) => company || role === value.role || !['admin', 'manager'].includes(role),
              ).map((role) => ({ value: role, label: t(`role.${role}`) }))}
            />
          )}
        </Labelled>
        {value.role === 'contractor' && (
          <Labelled label={t('staff.firm')} required {...field('firm')}>
            {(id) => (
              <Input
                id={id}
                aria-label={t('staff.firm')}
                value={value.firm ?? ''}
                disabled={disabled}
                maxLength={80}
                autoComplete="organization"
                onChange={(event) => set({ firm: event.target.value || undefined })}
              />
            )}
          </Labelled>
        )}
        <Labelled label={t('staff.language')} extra={t('staff.languageHint')} {...field('language')}>
          {(id) => (
            <Choice
              id={id}
              aria-label={t('staff.language')}
              value={value.language}
              disabled={disabled}
              onChange={(chosen: Person['language']) => set({ language: chosen })}
              options={languageOptions}
            />
          )}
        </Labelled>
      </div>
      <Labelled label={t('staff.sites')} extra={company ? t('staff.sitesHint') : undefined} {...field('sites')}>
        {(id) => (
          <Choice
            id={id}
            mode="multiple"
            aria-label={t('staff.sites')}
            placeholder={t('staff.wholeCompany')}
            value={value.sites.filter(isKnown)}
            disabled={disabled}
            onChange={(sites: string[]) => set({ sites: [...sites, ...value.sites.filter((id) => !isKnown(id))] })}
            options={organisation.sites
              .filter(({ id }) => company || ownSites.includes(id) || value.sites.includes(id))
              .map(({ id, name }) => ({ value: id, label: name[language] }))}
          />
        )}
      </Labelled>
    </>
  );
}

/** Whether they are there, what they answer for, and what it means when they leave. */
function Answers({ value, set, field, disabled, duties, self }: Fields<Person> & { duties: Duties; self: boolean }) {
  const { t } = useWords();
  const found = duties.of(value.id, useNow());
  const leaver = <Link to={`/leaver?person=${encodeURIComponent(value.id)}`}>{t('staff.leaver')}</Link>;
  return (
    <section className="drawer-section" aria-label={t('staff.answersFor')}>
      <h3>{t('staff.answersFor')}</h3>
      <Presence person={value} duties={duties} />
      {found.length === 0 ? (
        <p className="quiet">{t('staff.nothing')}</p>
      ) : (
        <ul className="bullets">
          {found.map((duty) => (
            <li key={JSON.stringify(duty)}>{duties.words(duty)}</li>
          ))}
        </ul>
      )}
      <p>
        <Link to={`/assets?person=${encodeURIComponent(value.id)}`}>{t('staff.assets')}</Link>
      </p>
      {!value.active && found.length > 0 && (
        <Alert type="warning" showIcon message={t('staff.stillNamed', { count: found.length })} description={leaver} />
      )}
      <Form.Item label={t('staff.state')} extra={self ? t('staff.notYourself') : undefined} {...field('active')}>
        {value.active && found.length > 0 ? (
          <Popconfirm
            title={t('staff.stillNamed', { count: found.length })}
            description={
              <span className="stack">
                <span>{t('staff.leaveHint')}</span>
                {leaver}
              </span>
            }
            okText={t('staff.deactivate')}
            cancelText={t('entity.cancel')}
            okButtonProps={{ danger: true }}
            onConfirm={() => set({ active: false })}
            disabled={disabled || self}
          >
            <Switch checked disabled={disabled || self} aria-label={t('staff.active')} />
          </Popconfirm>
        ) : (
          <Switch
            checked={value.active}
            disabled={disabled || self}
            aria-label={t('staff.active')}
            onChange={(active) => set({ active })}
          />
        )}
        <span className="switch-words">{t(value.active ? 'staff.active' : 'staff.inactive')}</span>
      </Form.Item>
    </section>
  );
}
