import { describe, expect, test } from 'vitest';
import { defaultComplaint } from '#workflows/default-complaint';
import { BOX, drawSteps } from '../../../../admin/src/features/diagram/step-drawing.ts';
import { layerSteps } from '../../../../admin/src/features/diagram/step-layers.ts';

const layered = layerSteps(defaultComplaint);
const layerOf = new Map(
  layered.layers.flatMap((layer, index) =>
    layer.flatMap((slot) => (slot.kind === 'step' ? [[slot.step.id, index]] : [])),
  ),
);

describe('workflow diagram', () => {
  test('every step has one place', () => {
    expect([...layerOf.keys()].sort()).toEqual(defaultComplaint.steps.map(({ id }) => id).sort());
  });

  test('lines lead on, ways back lead back, none stays inside its layer', () => {
    for (const { from, to, back } of layered.edges) {
      const forward = (layerOf.get(to) ?? 0) - (layerOf.get(from) ?? 0);
      expect(back ? forward < 0 : forward > 0).toBe(true);
    }
  });

  test.each(['right', 'down'] as const)('drawn to the %s, no two boxes touch', (direction) => {
    const { steps, edges } = drawSteps(layered, direction);
    expect(edges).toHaveLength(layered.edges.length);
    const touching = steps.filter((a) =>
      steps.some((b) => a !== b && Math.abs(a.x - b.x) < BOX.width && Math.abs(a.y - b.y) < BOX.height),
    );
    expect(touching).toEqual([]);
  });

  test('the ways between two steps are one line with all their words', () => {
    const edge = layered.edges.find(({ from, to }) => from === 'accept' && to === 'handle');
    expect(edge?.ways).toEqual(['acknowledge', 'promise', 'reply'].map((action) => ({ kind: 'action', action })));
  });
});
