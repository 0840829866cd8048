import { ArrowRightOutlined, SettingOutlined, WarningFilled } from '@ant-design/icons';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Step } from '#domain/workflow/definition';
import { capital } from '../../components/capital.ts';
import { Sortable } from '../../components/sortable.tsx';
import { useWords } from '../../i18n/language.ts';
import { stepOf } from './arrows.ts';
import { StepIcon } from './step-icon.tsx';
import { type Editing, WHOLE } from './use-editing.ts';
import { useStepWords } from './use-step-words.ts';

/**
 * The steps in order, each said in a line. Arrow keys walk, Enter opens, Delete deletes, Ctrl+D copies, Alt with an arrow
 * moves, Insert adds below.
 */
export function StepList({ editing, addAfter }: { editing: Editing; addAfter: (id: string) => void }) {
  const { t, language } = useWords();
  const { body, selected, select, editable } = editing;
  const list = useRef<HTMLDivElement>(null);
  const rows = [WHOLE, ...body.steps.map(({ id }) => id)];
  /** The keys below changed what is selected; the row that had the keyboard may be gone. */
  const keyed = useRef(false);
  useEffect(() => {
    const row = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].find(
      (one) => one.dataset.row === selected,
    );
    row?.scrollIntoView({ block: 'nearest' });
    if (row && (keyed.current || list.current?.contains(document.activeElement))) row.focus({ preventScroll: true });
    keyed.current = false;
  }, [selected]);

  const keys = (event: KeyboardEvent) => {
    // The handle has keys of its own.
    const own = event.target instanceof Element && event.target.closest<HTMLElement>('[data-row]')?.dataset.row;
    if (!own) return;
    const at = rows.indexOf(own);
    const go = (to: number) => select(rows[Math.max(0, Math.min(rows.length - 1, to))] ?? null);
    const step = own === WHOLE ? null : own;
    const control = event.ctrlKey || event.metaKey;
    const does = (): (() => void) | null => {
      if (event.altKey && editable && step && event.key === 'ArrowUp') return () => editing.move(step, -1);
      if (event.altKey && editable && step && event.key === 'ArrowDown') return () => editing.move(step, 1);
      if (event.key === 'ArrowDown') return () => go(at + 1);
      if (event.key === 'ArrowUp') return () => go(at - 1);
      if (event.key === 'Home') return () => go(0);
      if (event.key === 'End') return () => go(rows.length - 1);
      if (!editable || !step) return null;
      if (event.key === 'Delete' || event.key === 'Backspace') return () => editing.remove(step);
      if (control && event.key.toLowerCase() === 'd') return () => editing.copy(step);
      if (event.key === 'Insert') return () => addAfter(step);
      return null;
    };
    const act = does();
    if (!act) return;
    event.preventDefault();
    keyed.current = true;
    act();
  };
  const wrong = (id: string | null) => editing.checked.list.filter(({ step }) => step === id).length;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys reach it from the buttons of the rows
    <div ref={list} className="flow-steps" onKeyDown={keys}>
      <div className="flow-row" data-on={selected === WHOLE}>
        <button
          type="button"
          className="flow-row-button"
          data-row={WHOLE}
          aria-current={selected === WHOLE}
          tabIndex={selected === null || selected === WHOLE ? 0 : -1}
          onClick={() => select(WHOLE)}
        >
          <span className="flow-icon" aria-hidden="true">
            <SettingOutlined />
          </span>
          <span className="flow-row-words">
            <strong>{t('flow.settings')}</strong>
            <span className="quiet">
              {t('flow.startsWith', { step: stepOf(body, body.start)?.label[language] ?? '' })}
            </span>
          </span>
          <Wrong count={wrong(null)} />
        </button>
      </div>
      <Sortable
        keys={body.steps.map(({ id }) => id)}
        nameOf={(index) => body.steps[index]?.label[language] ?? ''}
        onMove={(from, to) => editing.move(body.steps[from]?.id ?? '', to - from)}
        disabled={!editable}
        className="flow-list"
        row={(index, handle) => {
          const step = body.steps[index];
          return step && <Row step={step} place={index + 1} editing={editing} wrong={wrong(step.id)} handle={handle} />;
        }}
      />
    </div>
  );
}

interface RowProps {
  step: Step;
  place: number;
  editing: Editing;
  wrong: number;
  handle: ReactNode;
}

function Row({ step, place, editing, wrong, handle }: RowProps) {
  const { language } = useWords();
  const says = useStepWords();
  const { body, selected, select } = editing;
  const on = selected === step.id;
  const below = body.steps[place]?.id;
  const jumps = 'next' in step && step.next !== below ? stepOf(body, step.next)?.label[language] : undefined;
  return (
    <div className="flow-row" data-on={on}>
      <button
        type="button"
        className="flow-row-button"
        data-row={step.id}
        aria-current={on}
        tabIndex={on ? 0 : -1}
        onClick={() => select(step.id)}
      >
        <StepIcon type={step.type} />
        <span className="flow-row-words">
          <strong>
            <span className="flow-place">{place}</span> {step.label[language]}
          </strong>
          <span className="quiet">{capital(says(step))}</span>
          {jumps !== undefined && (
            <span className="quiet">
              <ArrowRightOutlined aria-hidden /> {jumps}
            </span>
          )}
        </span>
        <Wrong count={wrong} />
      </button>
      {handle}
    </div>
  );
}

/** How many problems: words for readers, a mark for the eye. */
function Wrong({ count }: { count: number }) {
  const { t } = useWords();
  if (count === 0) return null;
  return (
    <span className="flow-wrong">
      <WarningFilled aria-hidden />
      {count > 1 && <span aria-hidden="true">{count}</span>}
      <span className="unseen">{t('flow.problems', { count })}</span>
    </span>
  );
}
