import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { type KeyboardEvent, lazy, Suspense, useState } from 'react';
import { usePhone } from '../../components/media.ts';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { PageSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import type { OpenDocument } from '../document/use-document.ts';
import { AddStep } from './add-step.tsx';
import { type Arrow, arrowsOf, stepOf } from './arrows.ts';
import { ConnectSteps } from './connect-steps.tsx';
import { PublishBar } from './publish-bar.tsx';
import { RemoveStep } from './remove-step.tsx';
import { SettingsForm } from './settings-form.tsx';
import { StepList } from './step-list.tsx';
import { StepPanel } from './step-panel.tsx';
import { type Editing, useEditing, WHOLE } from './use-editing.ts';
import { useWide } from './wide.ts';

const StepDiagram = lazy(() => import('./step-diagram.tsx'));

/** List and diagram side by side, and beside them (over them on a tablet or phone) what is selected. */
export function Editor({ document }: { document: OpenDocument<'workflow'> }) {
  const { t, language } = useWords();
  const phone = usePhone();
  const wide = useWide();
  const editing = useEditing(document);
  const { body, selected, select } = editing;
  const [adding, setAdding] = useState<readonly Arrow[]>([]);
  const [connecting, setConnecting] = useState<{ from: string; to: string } | null>(null);
  /** On a tablet or phone: what is selected is also open. */
  const [open, setOpen] = useState(selected !== null);
  const addAfter = (id: string) => {
    if (editing.mayAdd) setAdding(arrowsOf(body).filter(({ from }) => from === id));
  };
  const connect = (from: string, to: string) => {
    const step = stepOf(body, from);
    if (step && 'next' in step) editing.setStep(from, (now) => ({ ...now, next: to }) as typeof step);
    else setConnecting({ from, to });
  };
  const keys = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || !editing.editable) return;
    const key = event.key.toLowerCase();
    const back = key === 'z' && !event.shiftKey ? editing.undo : null;
    const again = key === 'y' || (key === 'z' && event.shiftKey) ? editing.redo : null;
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    (back ?? again)?.();
  };
  const opened = {
    ...editing,
    select: (id: string | null) => {
      select(id);
      if (id !== null) setOpen(true);
    },
  };
  const title = selected === WHOLE ? t('flow.settings') : (stepOf(body, selected ?? '')?.label[language] ?? '');
  const panel = <Selected editing={opened} addAfter={addAfter} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys reach it from whatever has the focus inside
    <div className="flow" data-panel={wide && selected !== null} onKeyDown={keys}>
      <section className="flow-side" aria-label={t('flow.steps')}>
        <div className="flow-tools">
          <span className="flow-tools-title">{t('flow.steps')}</span>
          <Tool
            label={t('flow.undo', { keys: 'Ctrl+Z' })}
            icon={<UndoOutlined />}
            act={editing.undo}
            shown={editing.editable}
          />
          <Tool
            label={t('flow.redo', { keys: 'Ctrl+Shift+Z' })}
            icon={<RedoOutlined />}
            act={editing.redo}
            shown={editing.editable}
          />
        </div>
        <StepList editing={opened} addAfter={addAfter} />
      </section>
      {!phone && (
        <Suspense fallback={<PageSkeleton />}>
          <StepDiagram editing={opened} addOn={setAdding} connect={connect} />
        </Suspense>
      )}
      {wide ? (
        selected !== null && <aside className="panel flow-panel">{panel}</aside>
      ) : (
        <SideDrawer open={open && selected !== null} close={() => setOpen(false)} title={title}>
          {panel}
        </SideDrawer>
      )}
      {adding.length > 0 && <AddStep body={body} arrows={adding} add={opened.add} close={() => setAdding([])} />}
      {connecting && <ConnectSteps editing={editing} {...connecting} close={() => setConnecting(null)} />}
      <RemoveStep editing={editing} />
      <PublishBar document={document} editing={opened} />
    </div>
  );
}

interface ToolProps {
  label: string;
  icon: React.ReactNode;
  act: (() => void) | null;
  shown: boolean;
}

function Tool({ label, icon, act, shown }: ToolProps) {
  if (!shown) return null;
  return (
    <Tooltip title={label}>
      <Button type="text" icon={icon} aria-label={label} disabled={act === null} onClick={() => act?.()} />
    </Tooltip>
  );
}

function Selected({ editing, addAfter }: { editing: Editing; addAfter: (id: string) => void }) {
  const { body, selected } = editing;
  if (selected === null) return null;
  if (selected === WHOLE) return <SettingsForm editing={editing} />;
  const step = stepOf(body, selected);
  return step ? <StepPanel key={step.id} editing={editing} step={step} addAfter={addAfter} /> : null;
}
