import type { ActionName } from '#domain/workflow/action';
import type { Definition, Step } from '#domain/workflow/definition';

/** Why one step leads to another. */
export type Way =
  | { kind: 'next' | 'exhausted' | 'unreached' | 'case' | 'otherwise' }
  | { kind: 'action'; action: ActionName };
export interface StepEdge {
  from: string;
  to: string;
  /** All the ways between the same two steps. */
  ways: Way[];
  /** Leads back to an earlier layer. */
  back: boolean;
}
/** A step's place in a layer, or a gap kept free there for a line that passes through. */
export type Slot = { kind: 'step'; step: Step } | { kind: 'gap'; edge: StepEdge };
export interface StepLayers {
  /** Along the flow; within a layer in the order in which lines cross least. */
  layers: Slot[][];
  edges: StepEdge[];
}
const SWEEPS = 6;

/**
 * Layered drawing of a workflow: longest-path layers, gaps for long lines, barycentre order. Steps are listed in the
 * order people think of them, so a way to an earlier one in the list is a way back.
 */
export function layerSteps({ steps }: Pick<Definition, 'steps'>): StepLayers {
  const edges = edgesOf(steps);
  const order = new Map(steps.map(({ id }, index) => [id, index]));
  for (const edge of edges) edge.back = (order.get(edge.from) ?? 0) > (order.get(edge.to) ?? 0);

  const layerOf = new Map<string, number>();
  for (const id of order.keys()) {
    // Ways back count as well, turned round: a line never runs inside one layer.
    const before = edges.flatMap(({ from, to, back }) =>
      (back ? from : to) === id ? [layerOf.get(back ? to : from) ?? 0] : [],
    );
    layerOf.set(id, Math.max(-1, ...before) + 1);
  }
  const layers: Slot[][] = Array.from({ length: Math.max(...layerOf.values()) + 1 }, () => []);
  for (const step of steps) layers[layerOf.get(step.id) ?? 0]?.push({ kind: 'step', step });
  for (const edge of edges) {
    const [low = 0, high = 0] = [layerOf.get(edge.from) ?? 0, layerOf.get(edge.to) ?? 0].toSorted((a, b) => a - b);
    for (let layer = low + 1; layer < high; layer++) layers[layer]?.push({ kind: 'gap', edge });
  }
  return { layers: untangle(layers, edges), edges };
}

/** Orders each layer by the mean place of its neighbours, forwards and backwards in turn. */
function untangle(layers: Slot[][], edges: readonly StepEdge[]): Slot[][] {
  const touches = (a: Slot, b: Slot): boolean => {
    if (a.kind === 'gap' && b.kind === 'gap') return a.edge === b.edge;
    if (a.kind === 'gap') return b.kind === 'step' && (a.edge.from === b.step.id || a.edge.to === b.step.id);
    if (b.kind === 'gap') return touches(b, a);
    return edges.some(
      ({ from, to }) => (from === a.step.id && to === b.step.id) || (to === a.step.id && from === b.step.id),
    );
  };
  let current = layers;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const step = sweep % 2 === 0 ? -1 : 1;
    const next = [...current];
    const along = next.map((_, index) => index);
    for (const index of step === -1 ? along : along.toReversed()) {
      const neighbours = next[index + step] ?? [];
      const wish = (slot: Slot, own: number) => {
        const places = neighbours.flatMap((other, place) =>
          touches(slot, other) ? [(place + 0.5) / neighbours.length] : [],
        );
        return places.length === 0 ? own : places.reduce((sum, place) => sum + place, 0) / places.length;
      };
      const layer = next[index] ?? [];
      next[index] = layer
        .map((slot, place) => ({ slot, wish: wish(slot, (place + 0.5) / layer.length) }))
        .toSorted((a, b) => a.wish - b.wish)
        .map(({ slot }) => slot);
    }
    current = next;
  }
  return current;
}

function edgesOf(steps: readonly Step[]): StepEdge[] {
  const known = new Set(steps.map(({ id }) => id));
  const edges = new Map<string, StepEdge>();
  for (const step of steps) {
    for (const [to, way] of waysOf(step)) {
      if (!known.has(to) || to === step.id) continue;
      const key = `${step.id} ${to}`;
      const edge = edges.get(key) ?? { from: step.id, to, ways: [], back: false };
      edge.ways.push(way);
      edges.set(key, edge);
    }
  }
  return [...edges.values()];
}

function waysOf(step: Step): [string, Way][] {
  switch (step.type) {
    case 'ask':
      return [
        ...step.actions.flatMap(({ action, next }): [string, Way][] =>
          next ? [[next, { kind: 'action', action }]] : [],
        ),
        [step.exhausted, { kind: 'exhausted' }],
        ...(step.unreached ? [[step.unreached, { kind: 'unreached' }] satisfies [string, Way]] : []),
      ];
    case 'branch':
      return [
        ...step.cases.map(({ next }): [string, Way] => [next, { kind: 'case' }]),
        [step.otherwise, { kind: 'otherwise' }],
      ];
    case 'end':
      return [];
    default:
      return [[step.next, { kind: 'next' }]];
  }
}
