import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type CheckAnswers,
  checkCounts,
  failedPoints,
  missingPoints,
  pointsOf,
  readSection,
  SentCheck,
} from '#domain/checklist-answers';
import type { ChecklistSection } from '#domain/maintenance';
import { defaultMaintenance } from '#workflows/default-maintenance';

const sections = defaultMaintenance.checklists.flatMap((one) => one.sections);
const people = fc.constantFrom('li', 'wang');
const typed = fc.oneof(
  fc.constantFrom('pass', 'flag', 'fail', '', ' ', '12', '0.3', '-4', '1,234', '３', 'x', '9'.repeat(14)),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ maxLength: 20 }),
);
const sentTo = ({ items }: ChecklistSection): fc.Arbitrary<SentCheck[]> =>
  fc.array(
    fc.record(
      {
        item: fc.constantFrom(...items.map(({ id }) => id), 'nowhere'),
        value: fc.oneof(typed, fc.constant(null), fc.record({ count: typed, total: fc.option(typed) })),
        note: fc.option(fc.string({ maxLength: 10 })),
        photos: fc.uniqueArray(fc.constantFrom('p1', 'p2', 'p3'), { maxLength: 3 }),
      },
      { requiredKeys: ['item'] },
    ),
    { maxLength: 8 },
  );
const saves = fc.constantFrom(...sections).chain((section) =>
  fc.record({
    section: fc.constant(section),
    saved: fc.array(fc.tuple(sentTo(section), people), { minLength: 1, maxLength: 5 }),
  }),
);

function apply(answers: CheckAnswers, changed: ReturnType<typeof readSection>['changed']): CheckAnswers {
  const after = { ...answers };
  for (const [key, answer] of Object.entries(changed)) {
    if (answer === null) delete after[key];
    else after[key] = answer;
  }
  return after;
}

test('whatever is sent in whatever order: what was taken is of the list, counts agree, and sending it again changes nothing', () => {
  fc.assert(
    fc.property(saves, ({ section, saved }) => {
      const points = pointsOf({ id: 'x', name: section.name, sections: [section] }, []);
      let answers: CheckAnswers = {};
      for (const [index, [sent, by]] of saved.entries()) {
        const once = [...new Map(sent.map((one) => [one.item, SentCheck.parse(one)])).values()];
        const { changed, problems } = readSection(section, once, { asset: null, before: answers, by, at: index });
        for (const { item } of problems) expect(Object.keys(changed)).not.toContain(`-/${section.id}/${item}`);
        answers = apply(answers, changed);
        const again = readSection(section, once, { asset: null, before: answers, by: 'zhao', at: 99 });
        expect(again.changed).toEqual({});
      }
      const keys = points.map(({ key }) => key);
      expect(Object.keys(answers).filter((key) => !keys.includes(key))).toEqual([]);
      const counts = checkCounts(points, answers);
      expect(counts.answered).toBe(Object.keys(answers).length);
      expect(counts.failed).toBe(failedPoints(points, answers).length);
      expect(counts.failed).toBe(Object.values(answers).filter(({ failed }) => failed).length);
      expect(counts.missing).toBe(missingPoints(points, answers).length);
      expect(counts.answered + counts.missing).toBeGreaterThanOrEqual(
        points.filter(({ item }) => item.required).length,
      );
    }),
    { numRuns: 300 },
  );
});
