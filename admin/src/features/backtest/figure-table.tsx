import type { Figures } from '#domain/backtest/figures';
import { useWords } from '../../i18n/language.ts';
import { type FigureRow, figureRows } from './figure-rows.ts';

interface FigureTableProps {
  draft: Figures;
  current: Figures | null;
  version: number | null;
}

/** Figures in words and numbers, with a bar each; what changes says by how much, and whether that is good. */
export function FigureTable({ draft, current, version }: FigureTableProps) {
  const { t } = useWords();
  const rows = figureRows(draft, current);
  return (
    <table className="backtest-table">
      <caption className="unseen">{t('backtest.figures')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('backtest.figure')}</th>
          {current && <th scope="col">{t('backtest.current', { version: version ?? 0 })}</th>}
          <th scope="col">{t('backtest.draft')}</th>
          {current && <th scope="col">{t('backtest.change')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const changed = row.current !== null && row.current !== row.draft;
          const most = Math.max(row.draft, row.current ?? 0);
          return (
            <tr key={`${row.name}${row.level ?? ''}`}>
              <th scope="row" className={changed ? 'backtest-changed' : undefined}>
                {t(`backtest.row.${row.name}`, { level: row.level ?? 0 })}
              </th>
              {row.current !== null && <Bar value={row.current} most={most} />}
              <Bar value={row.draft} most={most} draft />
              {row.current !== null && (
                <td>
                  <Change row={row} />
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Bar({ value, most, draft = false }: { value: number; most: number; draft?: boolean }) {
  return (
    <td>
      <span className="backtest-number">{value}</span>
      <span
        className="backtest-bar"
        data-draft={draft}
        style={{ width: `${most === 0 ? 0 : (100 * value) / most}%` }}
      />
    </td>
  );
}

function Change({ row: { draft, current, better } }: { row: FigureRow }) {
  const { t } = useWords();
  const by = draft - (current ?? 0);
  if (by === 0) return <span className="quiet">{t('backtest.noChange')}</span>;
  const good = better === null ? null : by < 0 === (better === 'less');
  return (
    <span className="backtest-change" data-good={good ?? undefined}>
      {t(by > 0 ? 'backtest.more' : 'backtest.less', { count: Math.abs(by) })}
    </span>
  );
}
