import { useWords } from '../../i18n/language.ts';
import { type ComparedLine, compareLines, type SaidLine } from './compare.ts';

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
  if (rows.every(({ side }) => side === 'both')) return <p className="notice">{t('sim.noDifference')}</p>;
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
          <tr key={row.key} data-side={row.side}>
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

function Cells({ row }: { row: ComparedLine }) {
  const { t } = useWords();
  const words = (
    <>
      {row.title}
      {row.more.map((more) => (
        <small key={more}>{more}</small>
      ))}
    </>
  );
  if (row.side === 'both') return <td colSpan={2}>{words}</td>;
  const only = (
    <td className="line-only">
      <small className="line-tag">{t(row.side === 'draft' ? 'sim.onlyDraft' : 'sim.onlyInForce')}</small>
      {words}
    </td>
  );
  const none = <td className="line-none" aria-label={t('sim.nothing')} />;
  return row.side === 'draft' ? (
    <>
      {none}
      {only}
    </>
  ) : (
    <>
      {only}
      {none}
    </>
  );
}
