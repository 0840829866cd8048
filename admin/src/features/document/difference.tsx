import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { RowsSkeleton } from '../../components/states.tsx';
import { loadFeature, useWords } from '../../i18n/language.ts';
import type { Change } from './diff.ts';
import { isOneValue, isPlain } from './structure.ts';
import { type DocumentWords, useDocumentWords } from './use-document-words.ts';

export interface DifferenceProps {
  changes: readonly Change[];
  /** The versions compared: they name what they contain. */
  bodies: readonly unknown[];
}
const FIRST = 30;

/** A workflow is told in the words of its forms, which come with it. */
const WorkflowDifference = lazy(async () => {
  const page = import('../workflows/workflow-difference.tsx');
  const [module] = await Promise.all([page, loadFeature('ladder'), loadFeature('workflows')]);
  return module;
});
const isWorkflow = (body: unknown): boolean => isPlain(body) && 'rerouted' in body && 'steps' in body;

/** What differs between two versions, in words: where, what it was, what it is. */
export function Difference({ changes, bodies }: DifferenceProps) {
  if (!bodies.some(isWorkflow)) return <DocumentDifference changes={changes} bodies={bodies} />;
  return (
    <Suspense fallback={<RowsSkeleton />}>
      <WorkflowDifference changes={changes} bodies={bodies} />
    </Suspense>
  );
}

function DocumentDifference({ changes, bodies }: DifferenceProps) {
  return <Lines changes={changes} words={useDocumentWords(bodies)} />;
}

export function Lines({ changes, words }: Pick<DifferenceProps, 'changes'> & { words: DocumentWords }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  if (changes.length === 0) return <p className="quiet">{t('diff.none')}</p>;
  const shown = all ? changes : changes.slice(0, FIRST);
  return (
    <div className="difference">
      <ul>
        {shown.map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered in place
          <Line key={index} change={change} words={words} />
        ))}
      </ul>
      {shown.length < changes.length && (
        <Button type="link" onClick={() => setAll(true)}>
          {t('diff.more', { count: changes.length - shown.length })}
        </Button>
      )}
    </div>
  );
}

function Line({ change, words }: { change: Change; words: DocumentWords }) {
  const { t, language } = useWords();
  const last = change.path.at(-1);
  const field = last === undefined ? '' : 'field' in last ? last.field : fieldBefore(change);
  const entries = (list: readonly unknown[]) =>
    list
      .map((entry) => words.path([{ key: String(isPlain(entry) ? entry.id : entry), entry }]))
      .join(language === 'en' ? ', ' : '、');
  /** All of an entry, a line for each of its fields. */
  const whole = (entry: unknown) => {
    const rest = withoutName(entry);
    if (!isPlain(rest) || isOneValue(rest)) return words.value(field, rest);
    return Object.entries(rest).map(([name, part]) => (
      <span key={name} className="difference-field">
        <span className="quiet">{words.path([{ field: name }])}</span> {words.value(name, part)}
      </span>
    ));
  };
  return (
    <li data-change={change.type}>
      <span className="difference-head">
        <span className="difference-type">{t(`diff.${change.type}`)}</span>
        <span>{words.path(change.path)}</span>
      </span>
      {change.type === 'changed' && (
        <span className="difference-values">
          <del>{words.value(field, change.before)}</del>
          <span aria-hidden="true">→</span>
          <ins>{words.value(field, change.after)}</ins>
        </span>
      )}
      {change.type === 'added' && <ins>{whole(change.after)}</ins>}
      {change.type === 'removed' && <del>{whole(change.before)}</del>}
      {change.type === 'moved' && (
        <span className="difference-values">
          <del>{entries(change.before)}</del>
          <span aria-hidden="true">→</span>
          <ins>{entries(change.after)}</ins>
        </span>
      )}
    </li>
  );
}

/** The list an entry stands in says what its value is ("exceptions"). */
function fieldBefore({ path }: Change): string {
  const field = path.findLast((step) => 'field' in step);
  return field && 'field' in field ? field.field : '';
}

/** The name stands in the heading already. */
function withoutName(entry: unknown): unknown {
  if (!isPlain(entry)) return entry;
  const { id: _id, name: _name, ...rest } = entry;
  return rest;
}
