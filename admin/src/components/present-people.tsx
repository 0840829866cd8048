import { WarningFilled } from '@ant-design/icons';
import { useMemo } from 'react';
import { compileCalendar, isOpen } from '#domain/calendar';
import type { Recipient } from '#domain/recipients';
import { instantAt, localDate } from '#domain/time';
import { type WhomNow, whomNow } from '#domain/whom-now';
import { useNow } from '../features/clock/system-clock.tsx';
import { useStaffDirectory } from '../features/workplace/staff-directory.ts';
import { useWorkplace } from '../features/workplace/workplace.tsx';
import { useWords, type Words } from '../i18n/language.ts';

interface PresentPeopleProps {
  recipients: readonly Recipient[];
  /** Nothing but the warning that somebody would be missing. */
  onlyGaps?: boolean;
  /** Asked outside working time only: shown for tonight while it is working time. */
  outside?: boolean;
  /** Without that warning: it is said for all of them together. */
  quiet?: boolean;
}
const FEW = 3;
const MINUTE = 60_000;
const NIGHT = '22:00';

/** Whom that would be right now at the site of the header: "now: 王伟（代李娜）"; where nobody, it says so. */
export function PresentPeople({ recipients, onlyGaps, quiet, outside = false }: PresentPeopleProps) {
  const { t, language } = useWords();
  const { names, site } = useWorkplace();
  const looked = useWhomNow(recipients, outside);
  if (!looked || !site) return null;
  const { found, tonight } = looked;
  const when = t(tonight ? 'people.when.tonight' : 'people.when.now');
  const comma = language === 'en' ? ', ' : '、';
  const few = (list: readonly string[]) =>
    list.length > FEW
      ? t('people.andMore', { some: list.slice(0, FEW).join(comma), count: list.length })
      : list.join(comma);

  const person = (id: string) => {
    const absent = found.substituted.filter(({ deputy }) => deputy === id).map((one) => names.person(one.absent));
    return absent.length > 0
      ? t('people.deputy', { name: names.person(id), absent: absent.join(comma) })
      : names.person(id);
  };
  const gaps = [
    ...new Set(
      found.gaps.flatMap(({ building, department }) => [
        [building && names.building(site.id, building), department && names.department(site.id, department)]
          .filter(Boolean)
          .join(' · '),
      ]),
    ),
  ].filter((name) => name !== '');
  const missing = found.gaps.length > 0 && (
    <span className="people-gap">
      <WarningFilled aria-hidden />{' '}
      {gaps.length === 0
        ? t('people.nobodyAt', { site: names.site(site.id), when })
        : t('people.nobodyFor', { site: names.site(site.id), when, which: few(gaps) })}
    </span>
  );
  if (onlyGaps) return missing || null;
  if (found.people.length === 0) return quiet ? nobodyAlone(found, when, t) : missing || null;
  const hinge = found.hinges.find((one) => one !== 'owner');
  return (
    <>
      <span className="quiet">
        {t(hinge ? `people.by.${hinge}` : 'people.at', { when, people: few(found.people.map(person)) })}
      </span>
      {!quiet && missing}
    </>
  );
}

/** Of one recipient among several: whoever owns it, or nobody. */
function nobodyAlone({ hinges }: WhomNow, when: string, t: Words) {
  return <span className="quiet">{t(hinges.includes('owner') ? 'people.ownerNow' : 'people.nobody', { when })}</span>;
}

function useWhomNow(recipients: readonly Recipient[], outside: boolean): { found: WhomNow; tonight: boolean } | null {
  const { site, directory } = useWorkplace();
  const staff = useStaffDirectory();
  const now = Math.floor(useNow() / MINUTE) * MINUTE;
  const calendar = directory.calendars.find(({ id }) => id === site?.calendar);
  return useMemo(() => {
    if (!site || !staff || !calendar) return null;
    const compiled = compileCalendar(calendar.body, `${calendar.id}@${calendar.version}`);
    const tonight = outside && isOpen(compiled, now);
    const at = tonight ? instantAt(localDate(now, site.zone), NIGHT, site.zone) : now;
    return { found: whomNow(recipients, site.id, staff, compiled, at), tonight };
  }, [recipients, outside, site, staff, calendar, now]);
}
