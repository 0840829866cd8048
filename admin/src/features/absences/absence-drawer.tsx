import { Alert, Button, Form, Popconfirm } from 'antd';
import { useMemo, useState } from 'react';
import { absenceProblems } from '#domain/absence-problems';
import type { Absence, Absences, Organisation } from '#domain/organisation';
import { addDays, instantAt, localDate, localTime } from '#domain/time';
import { zoneWords } from '#domain/zone-words';
import { createDraft } from '../../components/draft.ts';
import { InstantField } from '../../components/instant-field.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import type { OpenDocument } from '../document/use-document.ts';
import { PersonSelect } from '../organisation/person-select.tsx';
import type { useStanding } from '../organisation/standing.ts';
import { type Duties, useDuties } from '../organisation/use-duties.ts';
import { whenOf } from './absence-list.ts';
import { Chain } from './chain.tsx';

interface AbsenceDrawerProps {
  document: OpenDocument<'absences'>;
  /** Place in the document; null: a new one. */
  index: number | null;
  organisation: Organisation;
  duties: Duties;
  standing: ReturnType<typeof useStanding>;
  open: boolean;
  close: () => void;
  closed: () => void;
}
type Written = Omit<Absence, 'person'> & { person: string | null };

/** One absence. What is typed goes into the working copy at once; a new one is kept aside until it is added. */
export function AbsenceDrawer(props: AbsenceDrawerProps) {
  const { document, index, organisation, standing, duties, open, close, closed } = props;
  const { t, language } = useWords();
  const now = useNow();
  const draft = useMemo(() => createDraft<Written>('new.absence'), []);
  const zoneOf = (person: string | null) => (person === null ? organisation.company.zone : duties.zoneOf(person));
  const [made, setMade] = useState<Written>(() => {
    const zone = organisation.company.zone;
    const tomorrow = addDays(localDate(now, zone), 1);
    const blank = {
      person: null,
      deputy: null,
      from: instantAt(tomorrow, '00:00', zone),
      to: instantAt(tomorrow, '24:00', zone),
    };
    return { ...blank, ...draft.read() };
  });
  const [asked, setAsked] = useState(false);
  const { absences } = document.body;
  const existing = index === null ? undefined : absences[index];
  const value: Written = existing ?? made;
  const person = organisation.people.find(({ id }) => id === value.person);
  const disabled = person !== undefined && !standing.absenceOf(person);
  const writeAll = (next: Absence[]) => document.change((before): Absences => ({ ...before, absences: next }));
  const set = (patch: Partial<Written>) => {
    const next = { ...value, ...patch };
    if (existing === undefined) {
      draft.write(next);
      setMade(next);
    } else if (next.person !== null) {
      const kept = { ...next, person: next.person };
      writeAll(absences.map((one) => (one === existing ? kept : one)));
    }
  };
  /** The local time that was typed stays; the zone is that of the person. */
  const choosePerson = (chosen: string | null) => {
    const [before, after] = [zoneOf(value.person), zoneOf(chosen)];
    const moved = (at: number) => instantAt(localDate(at, before), localTime(at, before), after);
    set({ person: chosen, from: moved(value.from), to: moved(value.to) });
  };
  const add = () => {
    setAsked(true);
    if (value.person === null || value.from >= value.to) return;
    writeAll([...absences, { ...value, person: value.person }]);
    draft.clear();
    close();
  };
  const field = (name: keyof Absence) => {
    if (index !== null) return document.field(`absences.${index}.${name}`);
    if (asked && name === 'person' && value.person === null)
      return { validateStatus: 'error' as const, help: t('field.required') };
    return {};
  };
  const remove = () => {
    writeAll(absences.filter((one) => one !== existing));
    close();
  };
  const instantField = (name: 'from' | 'to') => (
    <InstantField
      hint={
        name === 'to' ? t('absence.zone', { zone: zoneWords(zoneOf(value.person), value[name], language) }) : undefined
      }
      label={t(`absence.${name}`)}
      zone={zoneOf(value.person)}
      value={value[name]}
      disabled={disabled}
      change={(at) => set({ [name]: at })}
      problem={name === 'to' && value.from >= value.to ? t('absence.endsBefore') : field(name).help}
    />
  );
  return (
    <SideDrawer open={open} close={close} closed={closed} title={t(index === null ? 'absence.add' : 'absence.edit')}>
      <Form layout="vertical" component="div">
        {disabled && <p className="notice">{t('entity.notYours')}</p>}
        <Labelled label={t('absence.person')} required {...field('person')}>
          {(id) => (
            <PersonSelect
              id={id}
              organisation={{
                ...organisation,
                people: organisation.people.filter((one) => one.id === value.person || standing.absenceOf(one)),
              }}
              label={t('absence.person')}
              required
              contractors
              value={value.person}
              change={choosePerson}
              disabled={disabled || index !== null}
            />
          )}
        </Labelled>
        {instantField('from')}
        {instantField('to')}
        <Labelled label={t('absence.deputy')} extra={t('absence.deputyHint')} {...field('deputy')}>
          {(id) => (
            <PersonSelect
              id={id}
              organisation={organisation}
              site={person?.sites[0]}
              without={value.person === null ? [] : [value.person]}
              label={t('absence.deputy')}
              contractors={person?.role === 'contractor'}
              value={value.deputy}
              change={(deputy) => set({ deputy })}
              disabled={disabled}
            />
          )}
        </Labelled>
        {value.person !== null && value.from < value.to && (
          <Outlook {...props} absence={{ ...value, person: value.person }} />
        )}
        <div className="form-buttons drawer-buttons">
          <Button type="primary" onClick={index === null ? add : close}>
            {t(index === null ? 'entity.add' : 'entity.done')}
          </Button>
          {index === null && <Button onClick={close}>{t('entity.cancel')}</Button>}
          {existing && !disabled && whenOf(existing, now) === 'now' && (
            <Button onClick={() => set({ to: Math.floor(now / 60_000) * 60_000 })}>{t('absence.endNow')}</Button>
          )}
          {existing && !disabled && (
            <Popconfirm
              title={t('absence.removeAsk')}
              okText={t('entity.remove')}
              cancelText={t('entity.cancel')}
              okButtonProps={{ danger: true }}
              onConfirm={remove}
            >
              <Button danger>{t('entity.remove')}</Button>
            </Popconfirm>
          )}
        </div>
        {!disabled && <p className="quiet">{t('entity.publishLater')}</p>}
      </Form>
    </SideDrawer>
  );
}

/** Who stands in, as it would be with this absence; a circle of deputies is told before anything is saved. */
function Outlook({ document, index, organisation, absence }: AbsenceDrawerProps & { absence: Absence }) {
  const { t, language } = useWords();
  const now = useNow();
  const { absences } = document.body;
  const draft: Absences = { absences: index === null ? [...absences, absence] : absences };
  const outlook = useDuties(organisation, { absences: draft });
  const circle = absenceProblems(draft, organisation).find(({ code }) => code === 'deputy_loop')?.value;
  if (typeof circle === 'object')
    return <Alert type="error" showIcon message={t('absence.circle', { circle: circle[language] })} />;
  const at = now >= absence.from && now < absence.to ? now : absence.from;
  return (
    <p className="notice" aria-live="polite">
      {t('absence.standsIn')}：<Chain person={absence.person} at={at} duties={outlook} />
    </p>
  );
}
