import type { MouseEvent, ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { ComplaintSummary } from '#http/schemas/complaint';
import { useWorkplace } from '../features/workplace/workplace.tsx';
import { useWords } from '../i18n/language.ts';
import { Due } from './due.tsx';
import { usePhone } from './media.ts';
import { Severity } from './severity.tsx';
import { Status } from './status.tsx';
import { useWhen } from './when.tsx';

interface RowsProps {
  rows: readonly ComplaintSummary[];
  label: string;
  /** What one can do with a row in place. */
  act?: (row: ComplaintSummary) => ReactNode;
  showSite?: boolean;
}

/** Complaints as a table on a desk, as cards on a phone. */
export function ComplaintRows(props: RowsProps) {
  return usePhone() ? <Cards {...props} /> : <Desk {...props} />;
}

function Desk({ rows, label, act, showSite = false }: RowsProps) {
  const { t } = useWords();
  const { names } = useWorkplace();
  const navigate = useNavigate();
  const open = (event: MouseEvent<HTMLElement>, row: ComplaintSummary) => {
    const onControl = event.target instanceof Element && event.target.closest('a, button, label');
    if (!onControl) navigate(`/complaints/${row.id}`);
  };
  return (
    <div className="table-frame">
      <table className="rows" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('item.complaint')}</th>
            <th scope="col">{t('item.where')}</th>
            <th scope="col">{t('item.severity')}</th>
            <th scope="col">{t('item.status')}</th>
            <th scope="col">{t(rows.every(({ endedAt }) => endedAt) ? 'item.endedHead' : 'item.due')}</th>
            <th scope="col">{t('item.owner')}</th>
            {act && (
              <th scope="col">
                <span className="unseen">{t('item.actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            // A convenience for the mouse; the link in the first cell is what keyboards and readers use.
            <tr key={row.id} onClick={(event) => open(event, row)}>
              <td>
                <Link to={`/complaints/${row.id}`} className="row-title">
                  {names.category(row.category)}
                </Link>
                <span className="row-sub">
                  {row.number} · <Filed row={row} />
                </span>
              </td>
              <td>
                {names.place(row)}
                <span className="row-sub">
                  {showSite ? names.site(row.site) : names.department(row.site, row.department)}
                </span>
              </td>
              <td>
                <Severity severity={row.severity} major={row.major} />
              </td>
              <td>
                <Status status={row.status} />
                <Level level={row.level} />
              </td>
              <td>{row.endedAt ? <Ended row={row} /> : <Due due={row.due} site={row.site} />}</td>
              <td>{row.owner ? names.person(row.owner) : <span className="quiet">{t('item.noOwner')}</span>}</td>
              {act && <td className="row-act">{act(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards({ rows, label, act, showSite = false }: RowsProps) {
  const { names } = useWorkplace();
  return (
    <ul className="cards" aria-label={label}>
      {rows.map((row) => (
        <li key={row.id} className="card">
          <div className="card-top">
            {row.endedAt ? <Ended row={row} /> : <Due due={row.due} site={row.site} />}
            <Severity severity={row.severity} major={row.major} />
          </div>
          <Link to={`/complaints/${row.id}`} className="card-title">
            {names.category(row.category)} · {names.place(row)}
          </Link>
          <div className="card-sub">
            <Status status={row.status} />
            <Level level={row.level} />
          </div>
          <div className="card-foot">
            <span className="quiet">
              {showSite && `${names.site(row.site)} · `}
              {row.number}
            </span>
            {act ? act(row) : row.owner && <span className="quiet">{names.person(row.owner)}</span>}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Filed({ row }: { row: ComplaintSummary }) {
  const { t } = useWords();
  return t('item.filedAgo', { ago: useWhen(row.site).ago(row.createdAt) });
}
function Ended({ row }: { row: ComplaintSummary }) {
  const { t } = useWords();
  const when = useWhen(row.site);
  return <span className="due quiet">{t('item.ended', { when: when.at(row.endedAt ?? row.updatedAt) })}</span>;
}
/** How far it climbed, counted as in the mails: the first asked are level 1, which needs no saying. */
export function Level({ level }: { level: number }) {
  const { t } = useWords();
  return level === 0 ? null : <span className="level">{t('item.level', { level: level + 1 })}</span>;
}
