import type { Absence, Directory } from './organisation.ts';
import type { Text } from './text.ts';
import type { Instant } from './time.ts';

/** Something a person answers for by name (责任到人). `name`: of the department, area, building, post or roster. */
export type Duty =
  | { kind: 'director'; site: string }
  | {
      kind: 'head' | 'handler' | 'customerService' | 'keeper' | 'repairer' | 'steward' | 'roster';
      site: string;
      name: Text;
    }
  | { kind: 'post'; name: Text }
  | { kind: 'deputy'; absence: Absence };

/** All that names a person in the staff documents, in the order of the documents; as deputy only in absences not yet over. */
export function dutiesOf(person: string, { organisation, rosters, absences }: Directory, now: Instant): Duty[] {
  const { posts, sites, areas, buildings } = organisation;
  const areaDuties = ['customerService', 'keeper', 'repairer'] as const;
  return [
    ...posts.filter(({ holders }) => holders.includes(person)).map(({ name }): Duty => ({ kind: 'post', name })),
    ...sites.flatMap(({ id: site, director, departments }): Duty[] => [
      ...(director === person ? [{ kind: 'director' as const, site }] : []),
      ...departments.flatMap(({ name, head, handlers }): Duty[] => [
        ...(head === person ? [{ kind: 'head' as const, site, name }] : []),
        ...(handlers.includes(person) ? [{ kind: 'handler' as const, site, name }] : []),
      ]),
    ]),
    ...areas.flatMap((area) =>
      areaDuties
        .filter((kind) => area[kind] === person)
        .map((kind): Duty => ({ kind, site: area.site, name: area.name })),
    ),
    ...buildings
      .filter(({ steward }) => steward === person)
      .map(({ site, name }): Duty => ({ kind: 'steward', site, name })),
    ...rosters.rosters
      .filter(({ weekly, dated }) => [...weekly, ...dated].some((shift) => shift.person === person))
      .map(({ site, name }): Duty => ({ kind: 'roster', site, name })),
    ...absences.absences
      .filter(({ deputy, to }) => deputy === person && to > now)
      .map((absence): Duty => ({ kind: 'deputy', absence })),
  ];
}
