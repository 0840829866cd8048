import { WarningFilled } from '@ant-design/icons';
import type { MouseEvent, ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useWords } from '../i18n/language.ts';
import { usePhone } from './media.ts';

interface Column<T> {
  label: string;
  cell: (row: T) => ReactNode;
  /** Left out on a phone's cards; so is what a row has nothing for (null). */
  deskOnly?: boolean;
}
export interface EntityRowsBase<T> {
  rows: readonly T[];
  label: string;
  keyOf: (row: T) => string;
  /** What the first column is called. */
  head: string;
  title: (row: T) => string;
  sub?: (row: T) => ReactNode;
  columns: readonly Column<T>[];
  /** Something about it keeps the document from being published. */
  wrong?: (row: T) => boolean;
}
/** A row either has a page of its own, or opens in place. */
type EntityRowsProps<T> = EntityRowsBase<T> &
  ({ to: (row: T) => string; open?: never } | { open: (row: T) => void; to?: never });

/** Named things as a table on a desk, as cards on a phone; the title opens one, and so does a click beside it. */
export function EntityRows<T>(props: EntityRowsProps<T>) {
  return usePhone() ? <Cards {...props} /> : <Table {...props} />;
}

function Table<T>(props: EntityRowsProps<T>) {
  const { rows, label, keyOf, head, sub, columns, open, to } = props;
  const navigate = useNavigate();
  const openBeside = (event: MouseEvent<HTMLElement>, row: T) => {
    if (event.target instanceof Element && event.target.closest('a, button')) return;
    if (open) open(row);
    else navigate(to(row));
  };
  return (
    <div className="table-frame">
      <table className="rows entity-rows" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map((column) => (
              <th key={column.label} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            // A convenience for the mouse; what is in the first cell is what keyboards and readers use.
            <tr key={keyOf(row)} onClick={(event) => openBeside(event, row)}>
              <td>
                <Title {...props} row={row} />
                {sub && <span className="row-sub">{sub(row)}</span>}
              </td>
              {columns.map((column) => (
                <td key={column.label}>{column.cell(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards<T>(props: EntityRowsProps<T>) {
  const { rows, label, keyOf, sub, columns } = props;
  return (
    <ul className="cards" aria-label={label}>
      {rows.map((row) => (
        <li key={keyOf(row)} className="card">
          <Title {...props} row={row} />
          {sub && <span className="quiet">{sub(row)}</span>}
          <dl className="entity-facts">
            {columns
              .filter(({ deskOnly }) => !deskOnly)
              .map(({ label, cell }) => ({ label, said: cell(row) }))
              .filter(({ said }) => said !== null && said !== false && said !== '')
              .map(({ label, said }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{said}</dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Title<T>({ row, title, open, to, wrong }: EntityRowsProps<T> & { row: T }) {
  const { t } = useWords();
  const words = (
    <>
      {title(row)}
      {wrong?.(row) && (
        <span className="entity-wrong">
          <WarningFilled aria-hidden /> {t('entity.wrong')}
        </span>
      )}
    </>
  );
  if (to)
    return (
      <Link className="entity-title" to={to(row)}>
        {words}
      </Link>
    );
  return (
    <button type="button" className="entity-title" onClick={() => open(row)}>
      {words}
    </button>
  );
}
