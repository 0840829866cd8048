import { deadline } from '../add-limit.ts';
import { CalendarNeverOpens } from '../errors.ts';
import type { Item, PersonId } from '../item.ts';
import { mayAct } from '../permission.ts';
import { promiseTimes } from '../promise-times.ts';
import { personById } from '../recipients.ts';
import { HOUR, type Instant } from '../time.ts';
import { type Action, type ActionName, actionInputs } from '../workflow/action.ts';
import type { Definition } from '../workflow/definition.ts';
import { offeredActions } from '../workflow/offered.ts';
import { offeredToResident } from '../workflow/resident-acts.ts';
import type { WorkflowFacts } from '../workflow/run.ts';
import type { Act } from './behaviour.ts';
import { wordsIn } from './said-words.ts';

/** Actions that need a person or a department beside the click. */
const passings = ['handOver', 'bringIn'] as const satisfies ActionName[];
export type Passing = (typeof passings)[number];

/** Somebody who may act now, and what may be clicked for them, ready with usual words and times. */
export interface Actor {
  who: PersonId | 'resident';
  acts: Act[];
  /** What may be done by saying to whom, too. */
  passes: readonly Passing[];
}

/** Left out of what a click does: what needs more, and what the desk may do at any time. */
const notClicked: ReadonlySet<ActionName> = new Set([
  ...passings,
  'correct',
  'withdraw',
  'note',
  'check',
  'recover',
] satisfies ActionName[]);
const verdicts = ['solved', 'partly', 'notSolved'] as const;

/** Those asked who have not answered, the owner, whoever is to call the resident, and the resident. */
export function actorsNow(
  item: Item,
  given: { definition: Definition; facts: WorkflowFacts },
  now: Instant,
  callers: readonly PersonId[] = [],
): Actor[] {
  const { definition, facts } = given;
  const asked = (item.ask?.asked ?? []).filter(({ reached, confirmed }) => reached && !confirmed);
  const people = new Set([...asked.map(({ person }) => person), ...(item.owner ? [item.owner] : []), ...callers]);
  const staff = [...people].map((who): Actor => {
    const person = personById(facts.directory, who);
    const names = offeredActions(item, definition).filter(
      (name) => person && mayAct(person, name, item, facts.directory),
    );
    const clicked = names.filter((name) => !notClicked.has(name));
    return {
      who,
      passes: passings.filter((name) => names.includes(name)),
      acts: clicked.flatMap((name) => actionsFor(name, item, given, now).map((action) => ({ by: who, action }))),
    };
  });
  return [...staff, residentNow(item, definition, now)].filter(({ acts, passes }) => acts.length + passes.length > 0);
}

/** Handing over to `to`, a person, or bringing `to` in, a department. */
export const passOn = (name: Passing, by: PersonId, to: string, item: Item): Act => {
  const { broughtIn } = wordsIn(item.intake.reporter.language);
  return {
    by,
    action: name === 'handOver' ? { name, input: { to } } : { name, input: { department: to, note: broughtIn } },
  };
};

function residentNow(item: Item, definition: Definition, now: Instant): Actor {
  const offers = offeredToResident(item, definition, null, now);
  const { opinions } = wordsIn(item.intake.reporter.language);
  const acts: Act[] = offers.verdict
    ? verdicts.map((verdict) => {
        const opinion = opinions[verdict];
        return { by: 'resident', act: { name: 'verdict', input: { verdict, ...(opinion && { opinion }) } } };
      })
    : [];
  if (offers.nudge) acts.push({ by: 'resident', act: { name: 'nudge', input: {} } });
  return { who: 'resident', acts, passes: [] };
}

function actionsFor(
  name: ActionName,
  item: Item,
  { definition, facts }: { definition: Definition; facts: WorkflowFacts },
  now: Instant,
): Action[] {
  const said = wordsIn(item.intake.reporter.language);
  const usual = { reason: said.notMine, told: said.reply, done: said.done, question: said.question, work: said.done };
  const make = (input: object): Action[] => {
    const parsed = actionInputs[name].safeParse(input);
    return parsed.success ? [{ name, input: parsed.data } as Action] : [];
  };
  switch (name) {
    case 'promise':
      return make({ at: promiseTimes(now, facts.calendar)[0] ?? now + HOUR, told: said.promised });
    case 'pause':
      return make({ until: pausedUntil(now, definition, facts), reason: said.paused });
    case 'resolve':
      return make({ done: said.done, told: said.resolved });
    case 'verdict':
      return verdicts.flatMap((verdict) => {
        const opinion = said.opinions[verdict];
        return make({ verdict, ...(opinion && { opinion }) });
      });
    case 'called':
      return item.calls.filter(({ doneAt }) => doneAt === null).flatMap(({ id }) => make({ call: id, reached: true }));
    default:
      return make(usual);
  }
}

function pausedUntil(now: Instant, { pauseCap }: Definition, { calendar }: WorkflowFacts): Instant {
  try {
    return deadline(now, pauseCap, calendar);
  } catch (error) {
    if (error instanceof CalendarNeverOpens) return now + HOUR;
    throw error;
  }
}
