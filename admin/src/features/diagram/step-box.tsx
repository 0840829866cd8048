import {
  BaseEdge,
  type Edge,
  EdgeLabelRenderer,
  type EdgeProps,
  Handle,
  type Node,
  type NodeProps,
  Position,
} from '@xyflow/react';
import type { Step } from '#domain/workflow/definition';
import { useWords } from '../../i18n/language.ts';

export type StepNode = Node<
  { step: Step; label: string /** Reached rung, 0 = first, when this is the present step. */; level: number | null },
  'step'
>;
export type WayEdge = Edge<{ path: string; x: number; y: number; words: string }, 'way'>;

/** One step; of a ladder its rungs, those climbed so far filled. */
export function StepBox({ data: { step, label, level } }: NodeProps<StepNode>) {
  const { t } = useWords();
  const rungs = step.type === 'ask' ? step.levels.map((_, index) => index) : [];
  return (
    <div className="step" data-type={step.type} data-present={level !== null}>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <span className="step-type">{t(`step.${step.type}`)}</span>
      <span className="step-label">{label}</span>
      {rungs.length > 1 && (
        <span className="step-levels" title={level === null ? undefined : t('item.level', { level: level + 1 })}>
          {rungs.map((rung) => (
            <i key={rung} data-on={level !== null && rung <= level}>
              {rung + 1}
            </i>
          ))}
        </span>
      )}
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  );
}

/** A line along its own path; the words stand where it leaves its step. */
export function WayLine({ data, markerEnd }: EdgeProps<WayEdge>) {
  if (!data) return null;
  return (
    <>
      <BaseEdge path={data.path} markerEnd={markerEnd} />
      {data.words !== '' && (
        <EdgeLabelRenderer>
          <span
            className="way"
            title={data.words}
            style={{ transform: `translate(-50%, -50%) translate(${data.x}px, ${data.y}px)` }}
          >
            {data.words}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
}
