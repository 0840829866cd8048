import { fieldsOf } from '../condition.ts';
import { isField, itemFields } from '../fields.ts';
import { type Directory, isContractor, type Person, type Site } from '../organisation.ts';
import { isOfItself, type Recipient } from '../recipients.ts';
import type { Routing } from '../routing.ts';
import { kindProblems } from './check-kind.ts';
import type { Definition, Step, StepOf } from './definition.ts';

/** A reason not to publish. `step` null: the workflow itself. Words are made from `code` and `detail`. */
export interface Problem {
  step: string | null;
  /** Path inside the step: "levels.2.to", "cases.0.when". */
  field: string;
  code:
    | 'duplicate_step'
    | 'unknown_target'
    | 'unreachable'
    | 'loop_without_wait'
    | 'no_end'
    | 'reaches_nobody'
    | 'only_contractors'
    | 'unknown_template'
    | 'unknown_field'
    | 'wait_without_limit'
    | 'unknown_department'
    | 'waits_for_good'
    | 'closes_unasked'
    | 'wrong_kind';
  detail: Record<string, string | number>;
}

export interface CheckFacts {
  directory: Directory;
  routing: Pick<Routing, 'categories'>;
  /** Template ids there are words for. */
  templates: readonly string[];
  /** What forms store, as conditions name it ("fields.meter"); left out, any such name passes. */
  formFields?: readonly string[];
}

/** Where a step may lead, with the field that says so. */
export function targetsOf(step: Step): { field: string; to: string }[] {
  switch (step.type) {
    case 'end':
      return [];
    case 'branch':
      return [
        ...step.cases.map(({ next }, index) => ({ field: `cases.${index}.next`, to: next })),
        { field: 'otherwise', to: step.otherwise },
      ];
    case 'ask':
      return [
        ...step.actions.flatMap(({ next }, index) =>
          next === undefined ? [] : [{ field: `actions.${index}.next`, to: next }],
        ),
        { field: 'exhausted', to: step.exhausted },
        ...(step.unreached === undefined ? [] : [{ field: 'unreached', to: step.unreached }]),
      ];
    default:
      return [{ field: 'next', to: step.next }];
  }
}

/**
 * What keeps a definition from being published, each problem naming step and field. A definition with none runs to an
 * end or waits for somebody, whatever people do.
 */
export function check(definition: Definition, facts: CheckFacts): Problem[] {
  const problems = arrowProblems(definition);
  const add: Add = (step, field, code, detail = {}) => problems.push({ step, field, code, detail });
  const stored = storedBy(definition, facts);
  for (const step of definition.steps) checkStep(step, facts, stored, add);
  problems.push(...kindProblems(definition));
  checkPeople(definition.calls.to, 'calls.to', null, facts, add);
  checkPeople(definition.calls.late, 'calls.late', null, facts, add);
  return problems;
}

/** The part of `check` that needs the definition alone: steps and where they lead. */
export function arrowProblems(definition: Definition): Problem[] {
  const problems: Problem[] = [];
  const add: Add = (step, field, code, detail = {}) => problems.push({ step, field, code, detail });
  const steps = new Map<string, Step>();
  definition.steps.forEach((step, index) => {
    if (steps.has(step.id)) add(step.id, 'id', 'duplicate_step', { index });
    else steps.set(step.id, step);
  });
  const roots = { start: definition.start, withdrawn: definition.withdrawn, rerouted: definition.rerouted };
  for (const [field, to] of Object.entries(roots)) if (!steps.has(to)) add(null, field, 'unknown_target', { to });
  for (const step of definition.steps)
    for (const { field, to } of targetsOf(step)) if (!steps.has(to)) add(step.id, field, 'unknown_target', { to });

  const reachable = reach(steps, Object.values(roots));
  for (const step of definition.steps) if (!reachable.has(step.id)) add(step.id, 'id', 'unreachable');
  if (![...reachable].some((id) => steps.get(id)?.type === 'end')) add(null, 'steps', 'no_end');
  for (const { id, field } of loopsWithoutWait(steps)) add(id, field, 'loop_without_wait');
  for (const { id, field } of closesUnasked(steps)) add(id, field, 'closes_unasked');
  return problems;
}

/** Names that a form, or a step of this workflow, stores. */
function storedBy({ steps }: Definition, { formFields }: CheckFacts): ReadonlySet<string> | undefined {
  if (!formFields) return undefined;
  const set = steps.flatMap((step) => (step.type === 'set' ? Object.keys(step.fields ?? {}) : []));
  return new Set([...formFields, ...set.map((name) => `fields.${name}`)]);
}

type Add = (step: string | null, field: string, code: Problem['code'], detail?: Problem['detail']) => unknown;

function reach(steps: ReadonlyMap<string, Step>, from: readonly string[]): Set<string> {
  const found = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const step = steps.get(id);
    if (!step || found.has(id)) continue;
    found.add(id);
    open.push(...targetsOf(step).map(({ to }) => to));
  }
  return found;
}

/**
 * Steps that lead back to themselves without anybody being waited for. An `ask` waits for people, but its levels may all
 * resolve to nobody; a `wait` may be over at once only when it waits for a date.
 */
function loopsWithoutWait(steps: ReadonlyMap<string, Step>): { id: string; field: string }[] {
  const leadsBack = (start: string, from: string): boolean => {
    const seen = new Set<string>();
    const open = [from];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id === start) return true;
      const step = steps.get(id);
      if (!step || seen.has(id)) continue;
      seen.add(id);
      open.push(...passesOf(step).map(({ to }) => to));
    }
    return false;
  };
  return [...steps.values()].flatMap((step) => {
    const arrow = passesOf(step).find(({ to }) => leadsBack(step.id, to));
    return arrow ? [{ id: step.id, field: arrow.field }] : [];
  });
}

/** The arrows a step may take at once. An ask that leads to itself waits for good: a design, not a loop. */
function passesOf(step: Step): { field: string; to: string }[] {
  const targets = targetsOf(step);
  if (step.type === 'ask') {
    const ways = [step.unreached === undefined ? 'exhausted' : 'unreached'];
    // Whoever is given no time at all is not waited for either.
    if (step.levels.every(({ within }) => isZero(within))) ways.push('exhausted');
    return targets.filter(({ field, to }) => ways.includes(field) && to !== step.id);
  }
  if (step.type === 'wait') return step.for === undefined || isZero(step.for) ? targets : [];
  return targets;
}

/** Asks that, with nobody there to be asked, would end the item at once, as if everybody had kept silent. */
function closesUnasked(steps: ReadonlyMap<string, Step>): { id: string; field: string }[] {
  const ends = (id: string, seen: Set<string>): boolean => {
    const step = steps.get(id);
    if (!step || seen.has(id)) return false;
    if (step.type === 'end') return true;
    seen.add(id);
    return passesOf(step).some(({ to }) => ends(to, seen));
  };
  return [...steps.values()].flatMap((step) => {
    const way = step.type === 'ask' ? passesOf(step).find(({ to }) => ends(to, new Set([step.id]))) : undefined;
    return way ? [{ id: step.id, field: way.field }] : [];
  });
}

const isZero = (limit: StepOf<'wait'>['for']): boolean =>
  limit !== undefined && typeof limit !== 'string' && ('minutes' in limit ? limit.minutes === 0 : limit.days === 0);

/** A field of the list that holds an instant, or one that a form or `set` step fills. */
const isInstant = (name: string, stored: ReadonlySet<string> | undefined): boolean => {
  const field = itemFields.find((one) => one.name === name);
  return field ? field.type === 'instant' : isField(name, stored);
};

function checkStep(step: Step, facts: CheckFacts, stored: ReadonlySet<string> | undefined, add: Add): void {
  const template = 'template' in step ? step.template : undefined;
  if (template !== undefined && !facts.templates.includes(template))
    add(step.id, 'template', 'unknown_template', { template });
  switch (step.type) {
    case 'assign':
      return checkDepartments(step.to, 'to', step.id, facts, add);
    case 'notify':
      if (step.to !== 'resident') checkPeople(step.to, 'to', step.id, facts, add);
      return;
    case 'branch':
      step.cases.forEach(({ when }, index) => {
        for (const field of fieldsOf(when))
          if (!isField(field, stored)) add(step.id, `cases.${index}.when`, 'unknown_field', { field });
      });
      return;
    case 'wait':
      if (step.for === undefined && step.until === undefined) add(step.id, 'for', 'wait_without_limit');
      if (step.until !== undefined && !isInstant(step.until, stored))
        add(step.id, 'until', 'unknown_field', { field: step.until });
      return;
    case 'ask':
      step.levels.forEach((level, index) => {
        checkPeople(level.to, `levels.${index}.to`, step.id, facts, add);
        if (level.outside) checkPeople(level.outside, `levels.${index}.outside`, step.id, facts, add);
        const ends = level.within !== undefined || level.reminders !== undefined;
        const climbs = index < step.levels.length - 1;
        // The windows of a walk are its clock: no level of it needs one of its own.
        const walked = step.actions.some(({ action }) => action === 'scan');
        if (!ends && climbs && !walked && !(index === 0 && step.watch.length > 0))
          add(step.id, `levels.${index}.within`, 'waits_for_good');
      });
      return;
    default:
      return;
  }
}

function checkDepartments(to: readonly Recipient[], field: string, step: string | null, facts: CheckFacts, add: Add) {
  const { sites } = facts.directory.organisation;
  for (const recipient of to)
    if ((recipient.kind === 'handler' || recipient.kind === 'head') && recipient.department !== 'item')
      for (const site of sites)
        if (!site.departments.some(({ id }) => id === recipient.department))
          add(step, field, 'unknown_department', { department: recipient.department, site: site.id });
}

/** A level must be able to reach one of our people at every site; who is absent or off duty just now does not count. */
function checkPeople(to: readonly Recipient[], field: string, step: string | null, facts: CheckFacts, add: Add): void {
  checkDepartments(to, field, step, facts, add);
  for (const site of facts.directory.organisation.sites)
    if (!to.some((recipient) => mayReach(recipient, site, facts))) {
      const outside = to.some((recipient) => mayReach(recipient, site, facts, () => true));
      add(step, field, outside ? 'only_contractors' : 'reaches_nobody', { site: site.id });
    }
}

/** Whether a post or person of the site could be meant, for an item that does not say so itself. */
export function mayReachAt(recipient: Recipient, id: string, facts: MeaningFacts): boolean {
  const site = facts.directory.organisation.sites.find((one) => one.id === id);
  return site !== undefined && isOfItself(recipient) && mayReach(recipient, site, facts);
}

type MeaningFacts = Pick<CheckFacts, 'directory' | 'routing'>;

const isOurs = (person: Person): boolean => !isContractor(person);

function mayReach(
  recipient: Recipient,
  site: Site,
  { directory, routing }: MeaningFacts,
  counts: (person: Person) => boolean = isOurs,
): boolean {
  const { areas, buildings, people, posts } = directory.organisation;
  const active = (id: string | null) => people.some((person) => person.id === id && person.active && counts(person));
  const here = {
    areas: areas.filter((a) => a.site === site.id),
    buildings: buildings.filter((b) => b.site === site.id),
  };
  const departments = (id: string) =>
    id === 'item'
      ? site.departments.filter((d) => routing.categories.some((c) => c.active && c.department === d.id))
      : site.departments.filter((d) => d.id === id);
  switch (recipient.kind) {
    case 'owner':
    case 'responsible':
    case 'patrol':
    case 'visitor':
    case 'worker':
      return true;
    case 'steward':
      return here.buildings.some(({ steward }) => active(steward));
    case 'areaRepairer':
      return here.areas.some(({ repairer }) => active(repairer));
    case 'areaKeeper':
      return here.areas.some(({ keeper }) => active(keeper));
    case 'areaCustomerService':
      return here.areas.some(({ customerService }) => active(customerService));
    case 'handler':
      return departments(recipient.department).some(({ handlers }) => handlers.some(active));
    case 'head':
      return departments(recipient.department).some(({ head }) => active(head));
    case 'onDuty': {
      const roster = directory.rosters.rosters.find(({ id, site: at }) => id === recipient.roster && at === site.id);
      return [...(roster?.weekly ?? []), ...(roster?.dated ?? [])].some(({ person }) => active(person));
    }
    case 'siteDirector':
      return active(site.director);
    case 'companyPost':
      return posts.find(({ id }) => id === recipient.post)?.holders.some(active) ?? false;
    case 'person':
      return active(recipient.person);
  }
}
