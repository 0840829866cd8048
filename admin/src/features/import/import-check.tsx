import type { ReactNode } from 'react';
import type { ImportCheck } from '#http/schemas/transfer';
import { useWords } from '../../i18n/language.ts';
import type { ImportKind } from './use-import.ts';

/** The dry run in numbers. */
export function ImportCounts({ checked: { counts, problemCount } }: { checked: ImportCheck }) {
  const { t } = useWords();
  return (
    <dl className="import-counts">
      <Count label={t('import.create')} value={counts.create} />
      <Count label={t('import.change')} value={counts.change} />
      <Count label={t('import.same')} value={counts.same} />
      <Count label={t('import.problems')} value={problemCount} late={problemCount > 0} />
    </dl>
  );
}

/** The dry run in words: which rows have problems and where, and what would be written. */
export function ImportChecked({ kind, checked }: { kind: ImportKind; checked: ImportCheck }) {
  const { t, language } = useWords();
  const { counts, problems, problemCount, changes, ignored } = checked;
  const writes = counts.create + counts.change;
  const rowsTold = new Set(problems.map(({ line }) => line)).size;
  return (
    <>
      {ignored.length > 0 && (
        <p className="notice">{t('import.ignored', { columns: ignored.join(language === 'en' ? ', ' : '、') })}</p>
      )}
      {problems.length > 0 && (
        <List
          title={t('import.problemsTitle', { count: problemCount })}
          hint={t(kind === 'households' ? 'import.problemsHint' : 'import.problemsHintStaff')}
          more={problemCount > rowsTold ? t('import.problemsMore', { count: rowsTold }) : null}
        >
          {problems.map(({ line, column, message }) => (
            <li key={`${line} ${column} ${message}`} className="import-row">
              <span className="import-where">
                {t('import.line', { line })}
                {column !== null && <span className="quiet">{column}</span>}
              </span>
              <span className="import-problem">{message}</span>
            </li>
          ))}
        </List>
      )}
      {changes.length > 0 && (
        <List
          title={t('import.changesTitle', { count: writes })}
          more={writes > changes.length ? t('import.changesMore', { count: changes.length }) : null}
        >
          {changes.map(({ change, line, title, details }) => (
            <li key={line} className="import-row">
              <span className="import-where">
                <strong>{title}</strong>
                <span className="level" data-change={change}>
                  {t(change === 'create' ? 'import.create' : 'import.change')}
                </span>
              </span>
              <span className="import-details">
                {details.map((detail) => (
                  <span key={detail}>{detail}</span>
                ))}
              </span>
            </li>
          ))}
        </List>
      )}
    </>
  );
}

function Count({ label, value, late = false }: { label: string; value: number; late?: boolean }) {
  return (
    <div data-late={late}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function List(props: { title: string; hint?: string; more: string | null; children: ReactNode }) {
  const { title, hint, more, children } = props;
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      {hint && <p className="quiet">{hint}</p>}
      <ul className="import-rows">{children}</ul>
      {more && <p className="quiet">{more}</p>}
    </section>
  );
}
