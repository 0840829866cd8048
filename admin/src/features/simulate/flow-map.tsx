import '@xyflow/react/dist/style.css';
import { Controls, ReactFlow, type ReactFlowInstance } from '@xyflow/react';
import { useEffect, useMemo, useState } from 'react';
import type { Simulated } from '#domain/simulate/simulated';
import type { Definition } from '#domain/workflow/definition';
import { usePhone } from '../../components/media.ts';
import { useWords } from '../../i18n/language.ts';
import { StepBox, type StepNode, type WayEdge, WayLine } from '../diagram/step-box.tsx';
import { BOX, BOX_SIZE, drawSteps } from '../diagram/step-drawing.ts';
import { layerSteps } from '../diagram/step-layers.ts';
import { wayEdge } from '../diagram/way-edge.ts';

const nodeTypes = { step: StepBox };
const edgeTypes = { way: WayLine };

interface FlowMapProps {
  definition: Definition;
  line: Simulated;
  /** Place of the turn looked at; null: the end. */
  turn: number | null;
}

/** The workflow with the way the line took up to a moment, and where it stands then. */
export default function FlowMap({ definition, line, turn }: FlowMapProps) {
  const { t, language } = useWords();
  const phone = usePhone();
  const [flow, setFlow] = useState<ReactFlowInstance<StepNode, WayEdge> | null>(null);
  const drawing = useMemo(() => drawSteps(layerSteps(definition), phone ? 'down' : 'right'), [definition, phone]);
  const turns = line.turns.slice(0, turn === null ? undefined : turn + 1);
  const item = turns.at(-1)?.item ?? line.item;
  const path = turns.flatMap((one) => one.path);
  const visited = new Set(path);
  const taken = new Set(path.slice(1).map((step, n) => `${path[n]} ${step}`));
  const present = item.step;

  const nodes = drawing.steps.map(
    ({ step, x, y }): StepNode => ({
      id: step.id,
      type: 'step',
      position: { x, y },
      ...BOX_SIZE,
      className: visited.has(step.id) ? 'sim-visited' : 'sim-unvisited',
      data: {
        step,
        label: step.label[language],
        level: step.id === present ? (item.ask?.level ?? item.level) : null,
      },
    }),
  );
  const edges = drawing.edges.map((drawn) => wayEdge(drawn, taken.has(`${drawn.edge.from} ${drawn.edge.to}`)));
  useEffect(() => {
    const at = drawing.steps.find(({ step }) => step.id === present);
    if (flow && at) void flow.setCenter(at.x + BOX.width / 2, at.y + BOX.height / 2, { zoom: 0.75, duration: 0 });
  }, [flow, drawing, present]);
  const here = definition.steps.find(({ id }) => id === present)?.label[language] ?? '';
  return (
    <section className="diagram" aria-label={t('diagram.label', { step: here })}>
      <ReactFlow
        key={String(phone)}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onInit={setFlow}
        minZoom={0.2}
        maxZoom={1.5}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        preventScrolling={false}
        zoomOnScroll={false}
        proOptions={{ hideAttribution: true }}
      >
        <Controls showInteractive={false} aria-label={t('diagram.controls')} />
      </ReactFlow>
    </section>
  );
}
