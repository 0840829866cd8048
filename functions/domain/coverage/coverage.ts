import type { Calendar } from '../calendar.ts';
import type { Directory } from '../organisation.ts';
import type { Recipient } from '../recipients.ts';
import type { Instant } from '../time.ts';
import type { Definition, Level } from '../workflow/definition.ts';
import { type AskerGroup, groupAskers } from './askers.ts';
import { cutsOf } from './cuts.ts';
import { coverageStates, type Gap, type Lane } from './gap.ts';
import { lookAt } from './look-at.ts';

export interface CoverageFacts {
  directory: Directory;
  calendar: Calendar;
  site: string;
  /** Departments that items of the workflow go to. */
  departments: readonly string[];
}

/**
 * Whom each level of a workflow would reach if it asked at any moment of `[from, to)`. Exact: people change only at
 * turns of rosters, absences and opening hours, so each stretch between two of them is looked at once. `owner` is who
 * the first `assign` step would give at that moment.
 */
export function coverage(definition: Definition, facts: CoverageFacts, from: Instant, to: Instant): Lane[] {
  const assign = definition.steps.find((step) => step.type === 'assign');
  const owners = assign?.type === 'assign' ? assign.to : null;
  return lanesOf(definition).map(({ level, rungs }) => {
    const ownerUnknown = owners === null && asks(level).some(({ kind }) => kind === 'owner');
    return { rungs, ownerUnknown, gaps: ownerUnknown ? [] : gapsOf(level, owners ?? [], facts, from, to) };
  });
}

const asks = ({ to, outside = [] }: Level): Recipient[] => [...to, ...outside];

function lanesOf({ steps }: Definition): { level: Level; rungs: Lane['rungs'] }[] {
  const lanes = new Map<string, { level: Level; rungs: Lane['rungs'] }>();
  for (const step of steps) {
    if (step.type !== 'ask') continue;
    for (const [index, level] of step.levels.entries()) {
      const key = JSON.stringify([level.to, level.outside ?? null]);
      const lane = lanes.get(key) ?? { level, rungs: [] };
      lane.rungs.push({ step: step.id, label: step.label, level: index });
      lanes.set(key, lane);
    }
  }
  return [...lanes.values()];
}

function gapsOf(level: Level, owners: readonly Recipient[], facts: CoverageFacts, from: Instant, to: Instant): Gap[] {
  const named = asks(level);
  const recipients = named.some(({ kind }) => kind === 'owner') ? [...named, ...owners] : named;
  const cuts = cutsOf(recipients, level.outside !== undefined, facts, from, to);
  const groups = groupAskers(recipients, facts);
  const gaps = groups.flatMap((group) => stretches(level, owners, group, facts, cuts, to));
  const all = (part: Part) => new Set(groups.flatMap(({ where }) => where[part] ?? []));
  const merged = joined(joined(gaps, 'buildings', all('buildings')), 'departments', all('departments'));
  return merged.sort((a, b) => a.from - b.from || rank(a) - rank(b));
}

/** What one kind of item meets, neighbours that are alike as one. */
function stretches(
  level: Level,
  owners: readonly Recipient[],
  { asker, where }: AskerGroup,
  facts: CoverageFacts,
  cuts: readonly Instant[],
  end: Instant,
): Gap[] {
  const gaps: Gap[] = [];
  let last = '';
  for (const [i, at] of cuts.entries()) {
    const to = cuts[i + 1] ?? end;
    const found = lookAt(level, owners, asker, facts, at, end);
    const same = JSON.stringify(found);
    const before = gaps.at(-1);
    if (found.state === null) last = '';
    else if (before && last === same) before.to = to;
    else {
      gaps.push({ from: at, to, state: found.state, people: found.people, reasons: found.reasons, where });
      last = same;
    }
  }
  return gaps;
}

const rank = ({ state }: Gap): number => coverageStates.indexOf(state);

type Part = keyof Gap['where'];

/** Gaps that differ in one part of `where` only, as one; a part that names all there are is null. */
function joined(gaps: readonly Gap[], part: Part, all: ReadonlySet<string>): Gap[] {
  const byRest = new Map<string, Gap>();
  for (const gap of gaps) {
    const key = JSON.stringify({ ...gap, where: { ...gap.where, [part]: null } });
    const known = byRest.get(key);
    const named = [...new Set([...(known?.where[part] ?? []), ...(gap.where[part] ?? [])])];
    byRest.set(key, { ...gap, where: { ...gap.where, [part]: named } });
  }
  return [...byRest.values()].map((gap) => {
    const named = gap.where[part] ?? [];
    return { ...gap, where: { ...gap.where, [part]: named.length === all.size ? null : named } };
  });
}
