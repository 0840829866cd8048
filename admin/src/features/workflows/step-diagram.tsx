import '@xyflow/react/dist/style.css';
import { Controls, ReactFlow, type ReactFlowInstance } from '@xyflow/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../../i18n/language.ts';
import { StepBox, type StepNode, type WayEdge, WayLine } from '../diagram/step-box.tsx';
import { BOX, BOX_SIZE, drawSteps } from '../diagram/step-drawing.ts';
import { layerSteps } from '../diagram/step-layers.ts';
import { wayEdge } from '../diagram/way-edge.ts';
import { type Arrow, arrowsOf } from './arrows.ts';
import { useArrowWords } from './use-arrow-words.ts';
import { type Editing, WHOLE } from './use-editing.ts';

const nodeTypes = { step: StepBox };
const edgeTypes = { way: WayLine };
const ZOOM = 0.8;
/** How far down the step looked at stands, of the drawing's height. */
const UPPER = 0.28;

interface StepDiagramProps {
  editing: Editing;
  /** Puts a step on one of these arrows. */
  addOn: (arrows: readonly Arrow[]) => void;
  /** A line was drawn from one step to another. */
  connect: (from: string, to: string) => void;
}

/** The workflow as it stands, from top to bottom; what is selected in the list is marked, and the other way round. */
export default function StepDiagram({ editing, addOn, connect }: StepDiagramProps) {
  const { t, language } = useWords();
  const { body, selected, select, editable, mayAdd, checked } = editing;
  const ways = useArrowWords(body);
  const [flow, setFlow] = useState<ReactFlowInstance<StepNode, WayEdge> | null>(null);
  const drawing = useMemo(() => drawSteps(layerSteps(body), 'down'), [body]);
  const step = selected === WHOLE ? null : selected;
  const focus = step ?? body.start;
  const wrong = new Set(checked.list.map((problem) => problem.step));

  const nodes = drawing.steps.map(
    ({ step: one, x, y }): StepNode => ({
      id: one.id,
      type: 'step',
      position: { x, y },
      ...BOX_SIZE,
      data: {
        step: one,
        label: one.label[language],
        level: one.id === step ? -1 : null,
        wrong: wrong.has(one.id),
        ...(editable && { connects: { out: one.id === step && one.type !== 'end' } }),
      },
    }),
  );
  // Only lines out of the step looked at are strong and carry words: all at once would be a thicket.
  const edges = drawing.edges.map((drawn) => {
    const { from, to } = drawn.edge;
    const out = from === focus;
    const arrows = out ? arrowsOf(body).filter((arrow) => arrow.from === from && arrow.to === to) : [];
    const words = arrows.flatMap((arrow) => (arrow.field === 'next' ? [] : ways.way(arrow))).join(' / ');
    return wayEdge(drawn, out, { words, ...(out && mayAdd && { add: () => addOn(arrows) }) });
  });

  const frame = useRef<HTMLElement>(null);
  const seen = useRef<string | null>(null);
  useEffect(() => {
    const at = drawing.steps.find(({ step: { id } }) => id === focus);
    const box = frame.current;
    if (!flow || !at || !box) return;
    const moving = seen.current !== null && !window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    seen.current = focus;
    // Where one goes from here is what one looks for: the step stands in the upper part.
    const show = (duration: number) =>
      void flow.setViewport(
        {
          x: box.clientWidth / 2 - (at.x + BOX.width / 2) * ZOOM,
          y: box.clientHeight * UPPER - (at.y + BOX.height / 2) * ZOOM,
          zoom: ZOOM,
        },
        { duration },
      );
    show(moving ? 250 : 0);
    // The step's form takes room from the drawing as it opens, and gives it back. The first view is set again once all is
    // laid out: what is set before may be lost.
    let clientWidth = moving ? box.clientWidth : 0;
    const resized = new ResizeObserver(() => {
      if (box.clientWidth === clientWidth) return;
      clientWidth = box.clientWidth;
      show(0);
    });
    resized.observe(box);
    return () => resized.disconnect();
  }, [flow, focus, drawing]);

  return (
    <section ref={frame} className="diagram flow-diagram" aria-label={t('flow.diagram')}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onInit={setFlow}
        minZoom={0.2}
        maxZoom={1.5}
        nodesDraggable={false}
        nodesConnectable={editable}
        edgesFocusable={false}
        deleteKeyCode={null}
        onNodeClick={(_, node) => select(node.id)}
        onConnect={({ source, target }) => connect(source, target)}
        panOnScroll
        proOptions={{ hideAttribution: true }}
      >
        <Controls showInteractive={false} aria-label={t('diagram.controls')} />
      </ReactFlow>
    </section>
  );
}
