import type { Gap, Lane, Reason } from '#domain/coverage/gap';
import { type Instant, localDay, localTime } from '#domain/time';
import { whenWords } from '#domain/words';
import { useRecipientWords } from '../../components/recipient-words.ts';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { useStaffDirectory } from '../workplace/staff-directory.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

const FEW = 3;

export interface GapWords {
  /** "Level 1 · Acknowledge, Follow through". */
  rungs: (rungs: Lane['rungs']) => string;
  /** "Sat 18:00 to 22:00"; `end`: of the forecast. */
  stretch: (stretch: { from: Instant; to: Instant }, end: Instant) => string;
  /** "Nobody", "Only Li Na", "In place of somebody who leaves: Li Na". */
  reached: (gap: Pick<Gap, 'state' | 'people'>) => string;
  /** Of which items; '' where it is all of them. */
  where: (where: Gap['where']) => string;
  reason: (reason: Reason) => string;
}

/** Gaps as people of the site say them. */
export function useGapWords(site: string, zone: string): GapWords {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const recipients = useRecipientWords();
  const staff = useStaffDirectory();
  const now = useNow();
  const comma = language === 'en' ? ', ' : '、';
  const few = (all: readonly string[]) =>
    all.length > FEW
      ? t('coverage.andMore', { some: all.slice(0, FEW).join(comma), count: all.length })
      : all.join(comma);
  const at = (instant: Instant) => whenWords(instant, now, zone, language);

  return {
    rungs: (rungs) => {
      const byLevel = new Map<number, string[]>();
      for (const { level, label } of rungs) byLevel.set(level, [...(byLevel.get(level) ?? []), label[language]]);
      return [...byLevel]
        .map(([level, steps]) => t('coverage.rung', { level: level + 1, steps: steps.join(comma) }))
        .join(language === 'en' ? '; ' : '；');
    },
    stretch: ({ from, to }, end) => {
      if (to >= end) return from <= now ? t('coverage.throughout') : t('coverage.fromOn', { from: at(from) });
      const sameDay = localDay(Math.max(from, now), zone) === localDay(to, zone);
      const until = sameDay ? localTime(to, zone) : at(to);
      return from <= now ? t('coverage.until', { to: until }) : t('coverage.span', { from: at(from), to: until });
    },
    reached: ({ state, people }) => t(`coverage.reached.${state}`, { people: few(people.map(names.person)) }),
    where: ({ buildings, departments }) =>
      [
        departments && few(departments.map((id) => names.department(site, id))),
        buildings && few(buildings.map((id) => names.building(site, id))),
      ]
        .filter(Boolean)
        .join(' · '),
    reason: (reason) => {
      switch (reason.kind) {
        case 'vacant':
          return t('coverage.why.vacant', { post: recipients.one(reason.post) });
        case 'noTurn': {
          const roster = staff?.rosters.rosters.find((one) => one.id === reason.roster && one.site === site);
          return t('coverage.why.noTurn', { roster: roster?.name[language] ?? reason.roster });
        }
        default:
          return t(`coverage.why.${reason.kind}`, { person: names.person(reason.person) });
      }
    },
  };
}
