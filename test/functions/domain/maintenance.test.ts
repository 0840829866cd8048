import { describe, expect, test } from 'vitest';
import { impacts, limitOf, Maintenance } from '#domain/maintenance';
import { maintenanceProblems } from '#domain/maintenance-problems';
import { directory } from '#test/support/estate';
import { defaultMaintenance } from '#workflows/default-maintenance';

const { organisation } = directory;
const changed = (change: (body: Maintenance) => void): Maintenance => {
  const body = structuredClone(defaultMaintenance);
  change(body);
  return body;
};
const entry = <T>(list: readonly T[], index: number): T => {
  const found = list[index];
  if (!found) throw new RangeError(`There is no entry ${index}.`);
  return found;
};
const problems = (change: (body: Maintenance) => void) => maintenanceProblems(changed(change), organisation);

describe('what every company starts with', () => {
  test('has the form of the document and nothing wrong with it', () => {
    expect(Maintenance.parse(defaultMaintenance)).toEqual(defaultMaintenance);
    expect(maintenanceProblems(defaultMaintenance, organisation)).toEqual([]);
  });

  test('has a limit for every impact, shorter the wider a failure is felt', () => {
    const rank = ['critical', 'urgent', 'high', 'normal', 'low'];
    const severities = impacts.map((impact) => rank.indexOf(limitOf(defaultMaintenance, impact).severity));
    expect(severities).toEqual([0, 1, 2, 3, 4]);
  });

  test('has a checklist for every kind but the walk, each with something to measure, count or show', () => {
    for (const { id: kind, checklist } of defaultMaintenance.kinds) {
      // What is looked at on a night patrol are its points.
      if (kind === 'night-patrol') continue;
      const found = defaultMaintenance.checklists.find(({ id }) => id === checklist);
      expect(found?.sections.flatMap(({ items }) => items).length).toBeGreaterThan(3);
    }
    const types = defaultMaintenance.checklists.flatMap(({ sections }) => sections.flatMap(({ items }) => items));
    expect(new Set(types.map(({ type }) => type))).toEqual(new Set(['check', 'reading', 'count', 'choice', 'text']));
  });
});

describe('what keeps settings from being published', () => {
  test.each<[string, (body: Maintenance) => void, object]>([
    [
      'a kind twice',
      (body) => body.kinds.push(entry(body.kinds, 0)),
      { path: ['kinds', 13, 'id'], code: 'already_used', value: 'lift' },
    ],
    [
      'a checklist nobody wrote',
      (body) => {
        entry(body.kinds, 1).checklist = 'nowhere';
      },
      { path: ['kinds', 1, 'checklist'], code: 'unknown_checklist', value: 'nowhere' },
    ],
    [
      'a department no site has',
      (body) => {
        entry(body.kinds, 1).department = 'nobody';
      },
      { path: ['kinds', 1, 'department'], code: 'unknown_department', value: 'nobody' },
    ],
    [
      'a row of the table twice, so that another is missing',
      (body) => {
        entry(body.impacts, 4).id = 'few';
      },
      { path: ['impacts', 4, 'id'], code: 'already_used', value: 'few' },
    ],
    [
      'a reading no value can satisfy',
      (body) => {
        const item = entry(entry(entry(body.checklists, 0).sections, 1).items, 0);
        if (item.type === 'reading') item.min = 50;
      },
      { path: ['checklists', 0, 'sections', 1, 'items', 0, 'max'], code: 'number_range' },
    ],
  ])('%s', (_, change, problem) => {
    expect(problems(change)).toEqual([problem]);
  });

  test('a table without all its rows has not the form', () => {
    expect(Maintenance.safeParse(changed((body) => body.impacts.pop())).success).toBe(false);
  });
});
