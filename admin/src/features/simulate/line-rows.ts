import { deadlinesOf, type LineDeadline } from '#domain/simulate/deadlines';
import type { Simulated, SimulatedMail } from '#domain/simulate/simulated';
import type { Entry } from '#domain/workflow/entry';

/** One moment of the line: what is worth telling, the mails sent, the deadlines that began. */
export interface LineRow {
  turn: number;
  at: number;
  entries: readonly Entry[];
  mails: readonly SimulatedMail[];
  deadlines: readonly LineDeadline[];
}

/** Left out: what the mails beside them tell better. */
function isShown(entry: Entry): boolean {
  switch (entry.type) {
    case 'sent':
    case 'status':
    case 'informed':
    case 'bounced':
      return false;
    case 'told':
      return entry.via !== 'mail';
    default:
      return true;
  }
}

export function lineRows(line: Simulated): LineRow[] {
  const deadlines = deadlinesOf(line);
  return line.turns.flatMap((turn, n): LineRow[] => {
    const entries = line.entries.slice(line.turns[n - 1]?.told ?? 0, turn.told).filter(isShown);
    const mails = line.mails.filter((mail) => mail.turn === n);
    const begun = deadlines.filter(({ from }) => from === n);
    if (entries.length === 0 && mails.length === 0) return [];
    return [{ turn: n, at: turn.at, entries, mails, deadlines: begun }];
  });
}
