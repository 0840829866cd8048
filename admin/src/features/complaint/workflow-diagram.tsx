import '@xyflow/react/dist/style.css';
import { type HttpError, useCustom } from '@refinedev/core';
import { Controls, ReactFlow, type ReactFlowInstance } from '@xyflow/react';
import { useMemo, useRef, useState } from 'react';
import type { Definition } from '#domain/workflow/definition';
import type { ComplaintDetail } from '#http/schemas/complaint';
import { usePhone } from '../../components/media.ts';
import { Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { StepBox, type StepNode, type WayEdge, WayLine } from '../diagram/step-box.tsx';
import { BOX, BOX_SIZE, drawSteps } from '../diagram/step-drawing.ts';
import { layerSteps } from '../diagram/step-layers.ts';
import { wayEdge } from '../diagram/way-edge.ts';
import { wayWords } from '../diagram/way-words.ts';

interface Pinned {
  id: string;
  version: number;
  body: Definition;
}
const nodeTypes = { step: StepBox };
const edgeTypes = { way: WayLine };

/** The pinned workflow with the present step and its level marked; left to right on a desk, top to bottom on a phone. */
export default function WorkflowDiagram({ complaint }: { complaint: ComplaintDetail }) {
  const { t, language } = useWords();
  const phone = usePhone();
  const [selected, setSelected] = useState<string | null>(null);
  const frame = useRef<HTMLElement>(null);
  const { query } = useCustom<Pinned, HttpError>({
    url: `/api/complaints/${complaint.id}/workflow`,
    method: 'get',
    errorNotification: false,
  });
  const definition = query.data?.data.body;
  const { step: present, askLevel, level } = complaint;
  const drawing = useMemo(
    () => (definition ? drawSteps(layerSteps(definition), phone ? 'down' : 'right') : null),
    [definition, phone],
  );
  if (query.isPending) return <RowsSkeleton />;
  if (!definition || !drawing) return <Failed error={query.error} retry={() => void query.refetch()} />;

  const focus = selected ?? present;
  const nodes = drawing.steps.map(
    ({ step, x, y }): StepNode => ({
      id: step.id,
      type: 'step',
      position: { x, y },
      ...BOX_SIZE,
      data: { step, label: step.label[language], level: step.id === present ? (askLevel ?? level) : null },
    }),
  );
  // Only lines out of the step looked at are strong and carry words: all at once would be a thicket.
  const edges = drawing.edges.map((drawn) => {
    const out = drawn.edge.from === focus;
    const words = out
      ? drawn.edge.ways.flatMap((way) => wayWords(way, t, language, complaint.kind) || []).join(' / ')
      : '';
    return wayEdge(drawn, out, { words });
  });
  const here = definition.steps.find(({ id }) => id === present);
  const centre = nodes.find(({ id }) => id === present) ?? nodes[0];
  /** The present step near the beginning: where it goes from here is what one looks for. */
  const lookHere = (flow: ReactFlowInstance<StepNode, WayEdge>) => {
    const zoom = phone ? 0.75 : 0.9;
    const [x = 0, y = 0] = [centre?.position.x, centre?.position.y];
    const ahead = phone ? [0, 150] : [(frame.current?.clientWidth ?? 1000) * 0.3, 0];
    void flow.setCenter(x + BOX.width / 2 + (ahead[0] ?? 0) / zoom, y + BOX.height / 2 + (ahead[1] ?? 0) / zoom, {
      zoom,
    });
  };
  return (
    <>
      <p className="quiet">
        {t('diagram.caption', { name: definition.name[language], version: query.data?.data.version ?? 0 })}
        {here && ` · ${t('diagram.here', { step: here.label[language] })}`}
      </p>
      <section ref={frame} className="diagram" aria-label={t('diagram.label', { step: here?.label[language] ?? '' })}>
        <ReactFlow
          key={`${phone} ${present}`}
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onInit={lookHere}
          minZoom={0.2}
          maxZoom={1.5}
          nodesDraggable={false}
          nodesConnectable={false}
          edgesFocusable={false}
          onNodeClick={(_, node) => setSelected(node.id)}
          onPaneClick={() => setSelected(null)}
          preventScrolling={false}
          zoomOnScroll={false}
          proOptions={{ hideAttribution: true }}
        >
          <Controls showInteractive={false} aria-label={t('diagram.controls')} />
        </ReactFlow>
      </section>
    </>
  );
}
