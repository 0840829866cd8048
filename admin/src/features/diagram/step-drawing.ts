import type { Step } from '#domain/workflow/definition';
import type { Slot, StepEdge, StepLayers } from './step-layers.ts';

export const BOX = { width: 168, height: 64 } as const;
/** Of a node: said to be measured, else each drawing anew measures it again, and its lines are gone meanwhile. */
export const BOX_SIZE = { ...BOX, measured: BOX };
/** Room along the flow between layers, and across it around a box and around a passing line. */
const BETWEEN = { right: 124, down: 72 } as const;
const AROUND = 30;
const LANE = 22;
const STAIR = 21;

export interface DrawnStep {
  step: Step;
  x: number;
  y: number;
}
export interface DrawnEdge {
  edge: StepEdge;
  /** SVG path, and where its words stand. */
  path: string;
  label: { x: number; y: number };
}
type Point = { along: number; across: number };

/** Places boxes and lines: `right` along a desk screen, `down` along a phone. */
export function drawSteps(
  { layers, edges }: StepLayers,
  direction: 'right' | 'down',
): { steps: DrawnStep[]; edges: DrawnEdge[] } {
  const [long, wide] = direction === 'right' ? [BOX.width, BOX.height] : [BOX.height, BOX.width];
  const pitch = long + BETWEEN[direction];
  const size = (slot: Slot) => (slot.kind === 'step' ? wide + AROUND : LANE);
  const steps = new Map<string, Point & { step: Step }>();
  const gaps = new Map<StepEdge, Point[]>();

  layers.forEach((layer, index) => {
    let across = -layer.reduce((sum, slot) => sum + size(slot), 0) / 2;
    for (const slot of layer) {
      const centre = { along: index * pitch, across: across + size(slot) / 2 };
      across += size(slot);
      if (slot.kind === 'step') steps.set(slot.step.id, { ...centre, step: slot.step });
      else gaps.set(slot.edge, [...(gaps.get(slot.edge) ?? []), centre]);
    }
  });
  const turn = ({ along, across }: Point) =>
    direction === 'right' ? { x: along, y: across } : { x: across, y: along };

  const labelled = new Map<string, number>();
  /** Downwards lanes lie closer than words are long: the words of one step's lines stand on stairs. */
  const onLane = ({ from }: StepEdge, begin: number, end: number): number => {
    const before = labelled.get(from) ?? 0;
    labelled.set(from, before + 1);
    return direction === 'right' ? (begin + end) / 2 : begin + before * STAIR;
  };
  const drawnEdges = edges.flatMap((edge) => {
    const from = steps.get(edge.from);
    const to = steps.get(edge.to);
    if (!from || !to) return [];
    const side = edge.back ? -1 : 1;
    const start = { along: from.along + (side * long) / 2, across: from.across + (edge.back ? wide / 5 : 0) };
    const end = { along: to.along - (side * long) / 2, across: to.across + (edge.back ? wide / 5 : 0) };
    const passing = (gaps.get(edge) ?? []).toSorted((a, b) => side * (a.along - b.along));
    // Through a layer lines run straight, so that they keep clear of the boxes beside them.
    const through = passing.flatMap(({ along, across }) => [
      { along: along - (side * long) / 2, across },
      { along: along + (side * long) / 2, across },
    ]);
    const points = [start, ...through, end];
    const [a = start, b = end, c] = points;
    // On a lane of its own the words have room; a short line carries them before its end.
    const label = c ? { along: onLane(edge, b.along, c.along), across: b.across } : between(a, b);
    return [{ edge, path: smooth(points, turn), label: turn(label) }];
  });
  return {
    steps: [...steps.values()].map(({ step, ...centre }) => {
      const { x, y } = turn(centre);
      return { step, x: x - BOX.width / 2, y: y - BOX.height / 2 };
    }),
    edges: drawnEdges,
  };
}

/** Nearer to where the line goes: lines of one step all begin at the same point. */
function between(a: Point, b: Point): Point {
  return { along: a.along + (b.along - a.along) * 0.62, across: a.across + (b.across - a.across) * 0.82 };
}

/** Straight through layers, an S-curve between them. */
function smooth(points: readonly Point[], turn: (point: Point) => { x: number; y: number }): string {
  const at = (point: Point) => {
    const { x, y } = turn(point);
    return `${x},${y}`;
  };
  return points
    .map((point, index) => {
      const before = points[index - 1];
      if (!before) return `M${at(point)}`;
      if (before.across === point.across) return `L${at(point)}`;
      const middle = (before.along + point.along) / 2;
      return `C${at({ along: middle, across: before.across })} ${at({ along: middle, across: point.across })} ${at(point)}`;
    })
    .join(' ');
}
