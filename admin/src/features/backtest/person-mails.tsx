import { Button } from 'antd';
import { useState } from 'react';
import type { Figures } from '#domain/backtest/figures';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { personRows } from './figure-rows.ts';

const SHOWN = 6;

/** Who gets how many mails; whoever is touched most comes first. */
export function PersonMails({ draft, current }: { draft: Figures; current: Figures | null }) {
  const { t } = useWords();
  const { names } = useWorkplace();
  const [all, setAll] = useState(false);
  const rows = personRows(draft, current);
  if (rows.length === 0) return null;
  const most = Math.max(...rows.map((row) => Math.max(row.draft, row.current)));
  const width = (n: number) => ({ width: `${(100 * n) / most}%` });
  return (
    <div className="backtest-part">
      <h4>{t('backtest.people')}</h4>
      <ul className="backtest-people">
        {(all ? rows : rows.slice(0, SHOWN)).map((row) => (
          <li key={row.person}>
            <span>{names.person(row.person)}</span>
            <span className="backtest-number">
              {current === null || row.current === row.draft
                ? t('backtest.mailCount', { count: row.draft })
                : t('backtest.mailChange', { from: row.current, to: row.draft })}
            </span>
            <span className="backtest-bars" aria-hidden="true">
              {current && <span className="backtest-bar" style={width(row.current)} />}
              <span className="backtest-bar" data-draft style={width(row.draft)} />
            </span>
          </li>
        ))}
      </ul>
      {rows.length > SHOWN && !all && (
        <Button type="link" className="backtest-more" onClick={() => setAll(true)}>
          {t('backtest.everybody', { count: rows.length })}
        </Button>
      )}
    </div>
  );
}
