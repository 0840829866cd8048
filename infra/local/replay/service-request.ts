import { parseTable } from './csv.ts';
import { readWallTime, type WallTime } from './wall-time.ts';

/** One service request as the city's file tells it; times are wall-clock times without a zone. */
export interface ServiceRequest {
  number: string;
  type: string;
  source: string;
  /** Neighbourhood council. */
  area: string;
  created: WallTime;
  /** Null: still open. */
  closed: WallTime | null;
  cancelled: boolean;
}

/** The file is not one of service requests. */
export class RequestsUnreadable extends Error {
  override readonly name = 'RequestsUnreadable';
}

const columns = ['SRNumber', 'CreatedDate', 'ClosedDate', 'RequestType', 'Status', 'RequestSource', 'NCName'] as const;

/** Oldest first, those of one second in the file's order from its end (it is newest first). @throws RequestsUnreadable | CsvMalformed */
export function readServiceRequests(text: string): ServiceRequest[] {
  const rows = parseTable(text) as Record<(typeof columns)[number], string>[];
  const missing = columns.filter((name) => rows[0]?.[name] === undefined);
  if (missing.length > 0) throw new RequestsUnreadable(`The file has no column ${missing.join(', ')}.`);
  return rows
    .map(requestOf)
    .reverse()
    .sort((a, b) => order(a.created, b.created));
}

function requestOf(row: Record<(typeof columns)[number], string>): ServiceRequest {
  const created = readWallTime(row.CreatedDate);
  const closed = readWallTime(row.ClosedDate);
  if (!created) throw new RequestsUnreadable(`${row.SRNumber}: "${row.CreatedDate}" is not a time.`);
  return {
    number: row.SRNumber,
    type: row.RequestType,
    source: row.RequestSource,
    area: row.NCName,
    created,
    closed: row.Status === 'Open' ? null : closed,
    cancelled: row.Status === 'Cancelled',
  };
}

const key = ({ date, time, second }: WallTime) => `${date} ${time}:${String(second).padStart(2, '0')}`;
const order = (a: WallTime, b: WallTime) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
