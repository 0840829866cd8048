import type { Absence, Absences } from '#domain/organisation';

export type When = 'now' | 'later' | 'over';

export const whenOf = ({ from, to }: Pick<Absence, 'from' | 'to'>, now: number): When =>
  to <= now ? 'over' : from <= now ? 'now' : 'later';

/** An absence with its place in the document; those of now first, then the coming ones, each the nearest first; past ones newest first. */
export interface Row {
  absence: Absence;
  index: number;
  when: When;
}

const ORDER: Record<When, number> = { now: 0, later: 1, over: 2 };

export function absenceRows({ absences }: Absences, now: number, seen: (person: string) => boolean): Row[] {
  return absences
    .map((absence, index) => ({ absence, index, when: whenOf(absence, now) }))
    .filter(({ absence }) => seen(absence.person))
    .sort((a, b) => {
      if (a.when !== b.when) return ORDER[a.when] - ORDER[b.when];
      if (a.when === 'over') return b.absence.to - a.absence.to;
      return a.when === 'now' ? a.absence.to - b.absence.to : a.absence.from - b.absence.from;
    });
}
