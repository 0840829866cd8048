import { type DocumentProblem, repeated } from './document-problem.ts';
import type { ChecklistItem, Maintenance } from './maintenance.ts';
import type { Organisation } from './organisation.ts';

type Path = (string | number)[];

/**
 * What keeps the settings from being published: ids used twice, a kind without its checklist or department, readings no
 * value can satisfy. The table has each row once, so with its length it has them all.
 */
export function maintenanceProblems(
  { kinds, impacts, checklists }: Maintenance,
  { sites }: Organisation,
): DocumentProblem[] {
  const departments = new Set(sites.flatMap((site) => site.departments.map(({ id }) => id)));
  const lists = new Set(checklists.map(({ id }) => id));
  const ids = (list: readonly { id: string }[], ...path: Path) =>
    repeated(
      list,
      ({ id }) => id,
      (index) => [...path, index, 'id'],
    );
  return [
    ...ids(kinds, 'kinds'),
    ...kinds.flatMap(({ department, checklist }, i): DocumentProblem[] => [
      ...(departments.has(department)
        ? []
        : [{ path: ['kinds', i, 'department'], code: 'unknown_department' as const, value: department }]),
      ...(checklist === null || lists.has(checklist)
        ? []
        : [{ path: ['kinds', i, 'checklist'], code: 'unknown_checklist' as const, value: checklist }]),
    ]),
    ...ids(impacts, 'impacts'),
    ...ids(checklists, 'checklists'),
    ...checklists.flatMap(({ sections }, c) => [
      ...ids(sections, 'checklists', c, 'sections'),
      ...sections.flatMap(({ items }, s) => [
        ...ids(items, 'checklists', c, 'sections', s, 'items'),
        ...items.flatMap((item, i) => itemProblems(item, ['checklists', c, 'sections', s, 'items', i])),
      ]),
    ]),
  ];
}

function itemProblems(item: ChecklistItem, path: Path): DocumentProblem[] {
  if (item.type === 'choice')
    return repeated(
      item.options,
      ({ id }) => id,
      (index) => [...path, 'options', index, 'id'],
    );
  const upsideDown = item.type === 'reading' && item.min !== null && item.max !== null && item.min > item.max;
  return upsideDown ? [{ path: [...path, 'max'], code: 'number_range' }] : [];
}
