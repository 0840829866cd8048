import { useWords } from '../../i18n/language.ts';
import { type ComparedLine, compareLines, isShared, type SaidLine } from './compare.ts';

interface LineCompareProps {
  /** What is compared, for screen readers. */
  caption: string;
  current: readonly SaidLine[];
  draft: readonly SaidLine[];
  when: (at: number) => string;
}

/** Two lines side by side: what is the same stands across both, what differs on its side and is said to. */
export function LineCompare({ caption, current, draft, when }: LineCompareProps) {
  const { t } = useWords();
  const rows = compareLines(draft, current);
  if (rows.every(isShared)) return <p className="notice">{t('sim.noDifference')}</p>;
  return (
    <table className="line-compare">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('sim.time')}</th>
          <th scope="col">{t('sim.inForce')}</th>
          <th scope="col">{t('sim.draft')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, n) => (
          <tr key={row.key}>
            <th scope="row">
              <span className={rows[n - 1]?.at === row.at ? 'unseen' : undefined}>{when(row.at)}</span>
            </th>
            <Cells row={row} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cells({ row: { draft, current } }: { row: ComparedLine }) {
  if (draft !== null && draft === current)
    return (
      <td colSpan={2} className="line-both">
        <LineWords line={draft} />
      </td>
    );
  return (
    <>
      <Only side="current" line={current} />
      <Only side="draft" line={draft} />
    </>
  );
}

function Only({ side, line }: { side: 'draft' | 'current'; line: SaidLine | null }) {
  const { t } = useWords();
  if (line === null) return <td className="line-none" aria-label={t('sim.nothing')} />;
  return (
    <td className="line-only" data-side={side}>
      <small className="line-tag">{t(side === 'draft' ? 'sim.onlyDraft' : 'sim.onlyInForce')}</small>
      <LineWords line={line} />
    </td>
  );
}

const LineWords = ({ line: { title, more } }: { line: SaidLine }) => (
  <>
    {title}
    {more.map((words) => (
      <small key={words}>{words}</small>
    ))}
  </>
);
