import type { MouseEvent, ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { visitorOf } from '#domain/visit/visit-events';
import type { ComplaintSummary } from '#http/schemas/complaint';
import { useWorkplace } from '../features/workplace/workplace.tsx';
import { useWords } from '../i18n/language.ts';
import { Due } from './due.tsx';
import { itemPath, useItemWords } from './item-words.ts';
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

/** Complaints, work orders and visits as a table on a desk, as cards on a phone; where they stand together each says what it is. */
export function ComplaintRows(props: RowsProps) {
  return usePhone() ? <Cards {...props} /> : <Desk {...props} />;
}

function Desk({ rows, label, act, showSite = false }: RowsProps) {
  const { t } = useWords();
  const { names } = useWorkplace();
  const words = useItemWords();
  const mixed = isMixed(rows);
  const navigate = useNavigate();
  const open = (event: MouseEvent<HTMLElement>, row: ComplaintSummary) => {
    const onControl = event.target instanceof Element && event.target.closest('a, button, label');
    if (!onControl) navigate(itemPath(row));
  };
  return (
    <div className="table-frame">
      <table className="rows" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t(mixed ? 'item.any' : `itemKind.${rows[0]?.kind ?? 'complaint'}`)}</th>
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
                <Link to={itemPath(row)} className="row-title">
                  {words.title(row)}
                </Link>
                <span className="row-sub">
                  {mixed && `${t(`itemKind.${row.kind}`)} · `}
                  {row.number} · <Filed row={row} />
                </span>
              </td>
              <td>
                {words.where(row)}
                <span className="row-sub">
                  {showSite ? names.site(row.site) : names.department(row.site, row.department)}
                </span>
              </td>
              <td>
                <Severity severity={row.severity} major={row.major} />
              </td>
              <td>
                <Status status={row.status} kind={row.kind} />
                <Level level={row.level} />
                <OrderMarks row={row} />
              </td>
              <td>{row.endedAt ? <Ended row={row} /> : <Due due={row.due} site={row.site} />}</td>
              <td>
                <Owner row={row} />
              </td>
              {act && <td className="row-act">{act(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards({ rows, label, act, showSite = false }: RowsProps) {
  const { t } = useWords();
  const { names } = useWorkplace();
  const words = useItemWords();
  const mixed = isMixed(rows);
  return (
    <ul className="cards" aria-label={label}>
      {rows.map((row) => (
        <li key={row.id} className="card">
          <div className="card-top">
            {row.endedAt ? <Ended row={row} /> : <Due due={row.due} site={row.site} />}
            <Severity severity={row.severity} major={row.major} />
          </div>
          <Link to={itemPath(row)} className="card-title">
            {words.title(row)} · {words.where(row)}
          </Link>
          <div className="card-sub">
            <Status status={row.status} kind={row.kind} />
            <Level level={row.level} />
            <OrderMarks row={row} />
          </div>
          <div className="card-foot">
            <span className="quiet">
              {showSite && `${names.site(row.site)} · `}
              {mixed && `${t(`itemKind.${row.kind}`)} · `}
              {row.number}
            </span>
            {act
              ? act(row)
              : visitorOf(row) && (
                  <span className="quiet">
                    <Owner row={row} />
                  </span>
                )}
          </div>
        </li>
      ))}
    </ul>
  );
}

const isMixed = (rows: readonly ComplaintSummary[]): boolean => rows.some(({ kind }) => kind !== rows[0]?.kind);

/** What makes an order worth a look: points that failed, a repair that came back. */
export function OrderMarks({ row: { order } }: { row: ComplaintSummary }) {
  const { t } = useWords();
  if (!order) return null;
  return (
    <>
      {order.failed > 0 && <span className="level">{t('order.failed', { count: order.failed })}</span>}
      {order.rework !== null && <span className="level">{t('order.rework')}</span>}
    </>
  );
}

/** Whoever answers for it; of a visit nobody took yet, whoever it is planned for. */
function Owner({ row }: { row: ComplaintSummary }) {
  const { t } = useWords();
  const { names } = useWorkplace();
  const person = visitorOf(row);
  return person === null ? <span className="quiet">{t('item.noOwner')}</span> : names.person(person);
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
