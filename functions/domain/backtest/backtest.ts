import type { Instant } from '../time.ts';
import type { Definition, Status } from '../workflow/definition.ts';
import type { WorkflowFacts } from '../workflow/run.ts';
import { count, type Figures, noFigures, sum } from './figures.ts';
import type { History } from './history.ts';
import { type Line, relive, type Unfit } from './relive.ts';

/** How one item fares. */
export interface Outcome {
  status: Status;
  endedAt: Instant | null;
  level: number;
  missed: number;
  mails: number;
}
/** An item that goes differently under the draft; both lines are made again when somebody looks. */
export interface Different {
  id: string;
  number: string;
  draft: Outcome;
  current: Outcome;
  /** What people did that the draft would not have let them do, though the version in force does. */
  unfit: Unfit[];
}
export interface Result {
  draft: Figures;
  /** Null: there is no version in force to stand beside it. */
  current: Figures | null;
  differently: Different[];
}
/** Facts by site, those now in force. */
export interface Trial {
  draft: Definition;
  current: Definition | null;
  facts: ReadonlyMap<string, WorkflowFacts>;
  until: Instant;
}

/** Runs the draft and the version in force over histories; those of a site without facts are left out. Pure. */
export function backtest(histories: readonly History[], { draft, current, facts, until }: Trial): Result {
  const result: Result = { draft: noFigures(), current: current && noFigures(), differently: [] };
  for (const history of histories) {
    const known = facts.get(history.filed.site);
    if (!known) continue;
    const { zone } = known.calendar;
    const mine = relive(history, draft, known, until);
    count(result.draft, mine, zone);
    if (!current || !result.current) continue;
    const theirs = relive(history, current, known, until);
    count(result.current, theirs, zone);
    if (goesAlike(mine, theirs)) continue;
    const fitted = new Set(theirs.unfit.map(({ at, action }) => `${at} ${action}`));
    result.differently.push({
      id: history.id,
      number: history.number,
      draft: outcomeOf(mine),
      current: outcomeOf(theirs),
      unfit: mine.unfit.filter(({ at, action }) => !fitted.has(`${at} ${action}`)),
    });
  }
  return result;
}

/** Results of parts of the histories, as one of all: in whatever parts they were made. */
export const together = (parts: readonly Result[]): Result => ({
  draft: parts.map(({ draft }) => draft).reduce(sum, noFigures()),
  current: parts.every(({ current }) => current === null)
    ? null
    : parts.flatMap(({ current }) => current ?? []).reduce(sum, noFigures()),
  differently: parts.flatMap(({ differently }) => differently).sort((a, b) => (a.id < b.id ? -1 : 1)),
});

function outcomeOf({ item, entries, mails }: Line): Outcome {
  return {
    status: item.status,
    endedAt: item.endedAt,
    level: item.level,
    missed: entries.filter(({ type }) => type === 'missed').length,
    mails: mails.filter(({ mail }) => mail.type === 'mail').length,
  };
}

/**
 * Alike for everybody concerned: the same people get the same mails at the same time, and it ends the same way. A limit
 * that was kept either way makes no difference.
 */
function goesAlike(a: Line, b: Line): boolean {
  if (a.item.endedAt !== b.item.endedAt || a.item.status !== b.item.status) return false;
  if (a.item.owner !== b.item.owner || a.mails.length !== b.mails.length) return false;
  if (a.unfit.length !== b.unfit.length) return false;
  return a.mails.every(({ at, mail }, index) => {
    const other = b.mails[index];
    if (!other || other.at !== at || other.mail.type !== mail.type || other.mail.template !== mail.template)
      return false;
    if (mail.type !== 'mail' || other.mail.type !== 'mail') return true;
    const { to, reason, level } = other.mail;
    return mail.to === to && mail.reason === reason && mail.level === level;
  });
}
