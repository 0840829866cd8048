import type { PersonId } from '../item.ts';
import { categoryOf, type Route, route } from '../route.ts';
import type { ActionInput } from './action.ts';
import { relimitClocks } from './clocks.ts';
import type { StepOf } from './definition.ts';
import { goTo } from './enter.ts';
import { dueFrom, limitOf, type Run, record } from './run.ts';

type Correction = ActionInput<'correct'>;

/** Whether what is put in its place exists: a category, and a building of the item's site. */
export function isCorrectable({ item, facts }: Run, { category, building }: Correction): boolean {
  const { buildings } = facts.directory.organisation;
  return (
    (category === undefined || categoryOf(facts.routing, category) !== undefined) &&
    (building === undefined || buildings.some(({ id, site }) => id === building && site === item.site))
  );
}

/**
 * Unit or category put right: routed anew with the new limits; the clocks keep their start. Another department or
 * building, or a complaint that turns out to be major, goes where the definition sends re-routed items; otherwise, and
 * when it is resolved already, it stays with whoever has it.
 */
export function correct(run: Run, step: StepOf<'ask'> | undefined, input: Correction): void {
  const { item, facts, definition, now } = run;
  const before = { department: item.department, major: item.major, building: item.building };
  if (input.unit !== undefined) item.unit = input.unit;
  if (input.building !== undefined) item.building = input.building;
  if (input.category !== undefined) item.category = input.category;
  const to =
    input.category === undefined && item.building === before.building
      ? null
      : route(facts.routing, item, { directory: facts.directory, calendar: facts.calendar, now });
  if (!to) return;
  reroute(run, step, to);
  const isElsewhere = item.department !== before.department || item.building !== before.building;
  const isDone = item.clocks.resolve?.metAt != null;
  if (!isDone && (isElsewhere || (item.major && !before.major))) goTo(run, definition.rerouted);
}

function reroute(run: Run, step: StepOf<'ask'> | undefined, to: Route): void {
  const { item } = run;
  item.department = to.department;
  item.severity = to.severity;
  item.major = to.major;
  item.limits = to.limits;
  relimitClocks(run);
  relimitLevel(run, step);
  const by: PersonId = 'system';
  record(run, { type: 'rerouted', category: item.category, department: to.department, severity: to.severity }, by);
}

/** Whoever is being asked has the new limit, from when they were asked. */
function relimitLevel(run: Run, step: StepOf<'ask'> | undefined): void {
  const { ask } = run.item;
  const within = ask ? step?.levels[ask.timer]?.within : undefined;
  if (ask?.due == null || typeof within !== 'string') return;
  ask.dueLimit = limitOf(run.item, within);
  ask.due = dueFrom(run, ask.since, ask.dueLimit);
}
