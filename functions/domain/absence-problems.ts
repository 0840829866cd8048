import type { DocumentProblem } from './document-problem.ts';
import { type Absence, type Absences, isContractor, type Organisation } from './organisation.ts';
import type { Language, Text } from './text.ts';

/**
 * Absences name people, end after they start, do not overlap for one person, no contractor stands in for one of our people,
 * and no deputies stand in for each other in a circle at the same time.
 */
export function absenceProblems({ absences }: Absences, { people }: Organisation): DocumentProblem[] {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const outside = new Set(people.filter(isContractor).map(({ id }) => id));
  const unknown = (path: (string | number)[], id: string): DocumentProblem[] =>
    names.has(id) ? [] : [{ path, code: 'unknown_person', value: id }];
  const line = (ids: readonly string[], language: Language) =>
    ids.map((id) => names.get(id)?.[language] ?? id).join(' → ');
  const named = (ids: readonly string[]): Text => ({ 'zh-CN': line(ids, 'zh-CN'), en: line(ids, 'en') });
  const overlaps = (absence: Absence, i: number) =>
    absences
      .slice(0, i)
      .some((other) => other.person === absence.person && other.from < absence.to && absence.from < other.to);

  return absences.flatMap((absence, i): DocumentProblem[] => {
    const { person, from, to, deputy } = absence;
    const circle = circleOf(absence, absences);
    return [
      ...unknown(['absences', i, 'person'], person),
      ...(deputy === null ? [] : unknown(['absences', i, 'deputy'], deputy)),
      ...(deputy !== null && outside.has(deputy) && !outside.has(person)
        ? [{ path: ['absences', i, 'deputy'], code: 'contractor_deputy' as const, value: named([deputy]) }]
        : []),
      ...(from < to ? [] : [{ path: ['absences', i, 'to'], code: 'ends_before_it_starts' as const }]),
      ...(overlaps(absence, i) ? [{ path: ['absences', i, 'from'], code: 'already_away' as const }] : []),
      ...(circle === null
        ? []
        : [{ path: ['absences', i, 'deputy'], code: 'deputy_loop' as const, value: named(circle) }]),
    ];
  });
}

/**
 * The people of a circle of deputies that this absence closes, beginning and ending with its person. A circle of
 * overlapping absences is there at the start of the last of them; so that instant is enough to look at.
 */
function circleOf(start: Absence, absences: readonly Absence[]): string[] | null {
  const away = absences.filter(({ from, to }) => start.from >= from && start.from < to);
  const seen = new Set<string>();
  const search = (person: string | null, path: readonly string[]): string[] | null => {
    if (person === null) return null;
    if (person === start.person) return [...path, person];
    if (seen.has(person)) return null;
    seen.add(person);
    for (const other of away) {
      const found = other.person === person ? search(other.deputy, [...path, person]) : null;
      if (found !== null) return found;
    }
    return null;
  };
  return search(start.deputy, [start.person]);
}
