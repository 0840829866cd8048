import fc from 'fast-check';
import { check } from '#domain/workflow/check';
import type { Definition, Step } from '#domain/workflow/definition';
import { checkFacts, definitions } from './definition.ts';
import { repaired } from './repair.ts';

/** A workflow and its next version. */
export interface VersionPair {
  from: Definition;
  to: Definition;
}

type Edit = (step: Step, other: Step | undefined) => Step | null;
/** What managers do to a step: leave it, take it out, put another in its place, change its ladder. */
const edits: Record<string, Edit> = {
  keep: (step) => step,
  remove: () => null,
  replace: (step, other) => (other ? { ...other, id: step.id } : step),
  topOff: (step) =>
    step.type === 'ask' && step.levels.length > 1 ? { ...step, levels: step.levels.slice(0, -1) } : step,
  levelIn: (step, other) =>
    step.type === 'ask' && other?.type === 'ask'
      ? { ...step, levels: [...step.levels.slice(0, 1), ...other.levels.slice(0, 1), ...step.levels.slice(1)] }
      : step,
  hurry: (step) =>
    step.type === 'ask'
      ? {
          ...step,
          levels: step.levels.map((level) => ({ ...level, within: { kind: 'elapsed', minutes: 1 } as const })),
        }
      : step,
  calm: (step) =>
    step.type === 'ask'
      ? { ...step, levels: step.levels.map(({ within: _within, ...level }) => level), watch: ['reply', 'resolve'] }
      : step,
  remind: (step) =>
    step.type === 'ask'
      ? {
          ...step,
          levels: step.levels.map((level) => ({
            ...level,
            reminders: { after: { kind: 'elapsed', minutes: 30 } as const, times: 2 },
          })),
        }
      : step,
};

/** Of any workflow that `check` accepts, an edited one that it accepts too. */
export const versionPairs = (workflows: fc.Arbitrary<Definition> = definitions): fc.Arbitrary<VersionPair> =>
  fc
    .record({
      from: workflows,
      other: definitions,
      edit: fc.array(fc.constantFrom(...Object.keys(edits)), { minLength: 1, maxLength: 30 }),
    })
    .map(({ from, other, edit }): VersionPair => {
      const steps = from.steps.flatMap((step, index) => {
        const how = edits[edit[index % edit.length] ?? ''];
        const edited = step.type === 'end' ? step : how?.(step, other.steps[index % other.steps.length]);
        return edited ? [edited] : [];
      });
      return { from, to: repaired({ ...from, steps }, checkFacts) };
    })
    .filter(({ to }) => check(to, checkFacts).length === 0);
