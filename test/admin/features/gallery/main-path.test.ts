import { describe, expect, test } from 'vitest';
import { gallery } from '#workflows/gallery/gallery';
import { ladderOf, mainPath } from '../../../../admin/src/features/gallery/main-path.ts';

const of = (id: string) => {
  const found = gallery.find((template) => template.id === id);
  if (!found) throw new Error(id);
  return found.definition;
};

describe('a template at a glance', () => {
  test('is its steps when everybody does their work', () => {
    expect(mainPath(of('fees')).map(({ id }) => id)).toEqual([
      'received',
      'is-repeat',
      'check',
      'assign',
      'accept',
      'handle',
      'verdict',
      'is-satisfied',
      'archive',
    ]);
    expect(mainPath(of('patrol')).map(({ id }) => id)).toEqual(['assign', 'begin', 'walk', 'archive']);
  });

  test('leads to an end, each step once', () => {
    for (const { definition } of gallery) {
      const path = mainPath(definition);
      expect(path.at(-1)).toMatchObject({ type: 'end', status: 'closed' });
      expect(new Set(path).size).toBe(path.length);
    }
  });

  test('does not go round where steps lead back', () => {
    const fees = of('fees');
    const round = fees.steps.map((step) => (step.id === 'assign' ? { ...step, next: 'received' } : step));
    expect(mainPath({ ...fees, steps: round as typeof fees.steps }).map(({ id }) => id)).toEqual([
      'received',
      'is-repeat',
      'check',
      'assign',
    ]);
  });

  test('shows the ladder of whoever is to take it on', () => {
    expect(ladderOf(of('standard'))?.id).toBe('accept');
    expect(ladderOf(of('visit'))?.id).toBe('go');
    expect(ladderOf({ ...of('visit'), steps: [] })).toBeUndefined();
  });
});
