import { PlusOutlined, WarningFilled } from '@ant-design/icons';
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
  {
    step: Step;
    label: string;
    /** Reached rung, 0 = first, when this is the present step. */
    level: number | null;
    /** Something keeps it from being published. */
    wrong?: boolean;
    /** A new way may be drawn out of it, or into it. */
    connects?: { out: boolean };
  },
  'step'
>;
export type WayEdge = Edge<
  { path: string; x: number; y: number; words: string /** Puts a step in between. */; add?: () => void },
  'way'
>;

/** One step; of a ladder its rungs, those climbed so far filled. */
export function StepBox({ data: { step, label, level, wrong, connects } }: NodeProps<StepNode>) {
  const { t } = useWords();
  const rungs = step.type === 'ask' ? step.levels.map((_, index) => index) : [];
  return (
    <div className="step" data-type={step.type} data-present={level !== null}>
      <Handle
        type="target"
        position={connects ? Position.Top : Position.Left}
        isConnectable={connects !== undefined}
        isConnectableStart={false}
      />
      <span className="step-type">
        {t(`step.${step.type}`)}
        {wrong && <WarningFilled className="step-wrong" aria-label={t('diagram.wrong')} />}
      </span>
      <span className="step-label">{label}</span>
      {rungs.length > 1 && (
        <span
          className="step-levels"
          title={level === null || level < 0 ? undefined : t('item.level', { level: level + 1 })}
        >
          {rungs.map((rung) => (
            <i key={rung} data-on={level !== null && rung <= level}>
              {rung + 1}
            </i>
          ))}
        </span>
      )}
      <Handle
        type="source"
        position={connects ? Position.Bottom : Position.Right}
        isConnectable={connects?.out === true}
        data-out={connects?.out === true}
      />
    </div>
  );
}

/** A line along its own path; the words stand where it leaves its step. */
export function WayLine({ data, markerEnd }: EdgeProps<WayEdge>) {
  const { t } = useWords();
  if (!data) return null;
  const { words, add } = data;
  return (
    <>
      <BaseEdge path={data.path} markerEnd={markerEnd} />
      {(words !== '' || add) && (
        <EdgeLabelRenderer>
          <span
            className="way"
            title={words}
            style={{ transform: `translate(-50%, -50%) translate(${data.x}px, ${data.y}px)` }}
          >
            {words}
            {add && (
              <button type="button" className="way-add" aria-label={t('diagram.add', { way: words })} onClick={add}>
                <PlusOutlined aria-hidden />
              </button>
            )}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
}
