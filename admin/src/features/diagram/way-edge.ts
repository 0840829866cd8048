import { MarkerType } from '@xyflow/react';
import type { WayEdge } from './step-box.tsx';
import type { DrawnEdge } from './step-drawing.ts';

/** A line of a drawn workflow; `strong` ones stand out from the rest and may carry words. */
export const wayEdge = (
  { edge, path, label }: DrawnEdge,
  strong: boolean,
  { words = '', add }: { words?: string; add?: (() => void) | undefined } = {},
): WayEdge => ({
  id: `${edge.from} ${edge.to}`,
  source: edge.from,
  target: edge.to,
  type: 'way',
  className: strong ? 'edge-out' : 'edge',
  zIndex: strong ? 1 : 0,
  markerEnd: { type: MarkerType.ArrowClosed, width: 14, height: 14, color: strong ? 'var(--accent)' : 'var(--edge)' },
  data: { path, ...label, words, ...(add && { add }) },
});
