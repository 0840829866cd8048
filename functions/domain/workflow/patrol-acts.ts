import { isWalked, type PatrolState, type PointState, passedBy, patrolFigures } from '../patrol/patrol.ts';
import { type ScanInput, type ScanRefusal, scanPoint } from '../patrol/scan.ts';
import type { StepOf } from './definition.ts';
import { goTo } from './enter.ts';
import { levelPeople } from './ladder.ts';
import { involve, mail, peopleOf, type Run, record, rememberAsked } from './run.ts';

type AskStep = StepOf<'ask'>;

const patrolOf = ({ item }: Run): PatrolState | null => item.order?.patrol ?? null;

/** Why somebody cannot be recorded at a point so; null: they can. */
export function scanObjection(run: Run, input: ScanInput): ScanRefusal | null {
  const patrol = patrolOf(run);
  if (!patrol) return 'unknownChoice';
  const scanned = scanPoint(patrol, input, run.by, run.now);
  return 'refused' in scanned ? scanned.refused : null;
}

/** Somebody is at a point. The code that proves it goes on no timeline. */
export function scan(run: Run, step: AskStep | undefined, input: ScanInput, via?: 'link'): void {
  const patrol = patrolOf(run);
  const scanned = patrol && scanPoint(patrol, input, run.by, run.now);
  if (!patrol || !scanned || 'refused' in scanned) return;
  const { point } = scanned;
  patrol.points = patrol.points.map((one) => (one.id === point.id ? point : one));
  const { how = 'code', late = false } = point.scanned ?? {};
  record(run, { type: 'scanned', point: point.name, how, late, lamps: point.lamps, ...(via && { via }) });
  if (isWalked(patrol, run.now)) missPoints(run, step);
}

/** A window passed: whoever is to hear of it does at once, of all that passed by now together; the last one ends the walk. */
export function missPoints(run: Run, step: AskStep | undefined): void {
  const patrol = patrolOf(run);
  if (!patrol) return;
  const passed = passedBy(patrol, run.now);
  for (const point of passed) point.missedAt = run.now;
  const missed = passed.filter(({ required }) => required);
  if (missed.length > 0) alarm(run, patrol, step, missed);
  if (isWalked(patrol, run.now)) end(run, patrol, step);
  else run.touched = true;
}

function alarm(run: Run, patrol: PatrolState, step: AskStep | undefined, missed: readonly PointState[]): void {
  const { ask } = run.item;
  const above = step && ask ? step.levels[Math.min(ask.level + 1, step.levels.length - 1)] : undefined;
  const people = [
    ...new Set([...peopleOf(run, patrol.alarm), ...(step && above ? levelPeople(run, step, above) : [])]),
  ];
  const points = missed.map(({ name, to }) => ({ name, to }));
  const cause = record(run, { type: 'pointsMissed', points, people }, 'system');
  involve(run, people);
  rememberAsked(run, people);
  for (const person of people) mail(run, person, { reason: 'pointMissed', level: 0, acts: true }, cause);
}

/** Nothing is walked any more; the step's way on is that of the last scan. */
function end(run: Run, patrol: PatrolState, step: AskStep | undefined): void {
  patrol.over = true;
  record(run, { type: 'walked', figures: patrolFigures(patrol) }, 'system');
  const next = step?.actions.find(({ action }) => action === 'scan')?.next;
  if (next !== undefined) goTo(run, next);
}
