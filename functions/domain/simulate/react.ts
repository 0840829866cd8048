import { deadline } from '../add-limit.ts';
import { CalendarNeverOpens } from '../errors.ts';
import type { Item, PersonId } from '../item.ts';
import type { Limit } from '../limit.ts';
import { mayAct } from '../permission.ts';
import { personById } from '../recipients.ts';
import { type Instant, MINUTE } from '../time.ts';
import type { Action, ActionName } from '../workflow/action.ts';
import type { Definition } from '../workflow/definition.ts';
import { isOffered } from '../workflow/offered.ts';
import { currentAsk, type WorkflowFacts } from '../workflow/run.ts';
import type { Act, Rule, RuleOf } from './behaviour.ts';
import { wordsIn } from './said-words.ts';

/** An act to come; `key` tells it apart, so that it is done once. */
export interface Pending {
  at: Instant;
  key: string;
  act: Act;
}

/** What people know and remember: the item, and what the rules count from. */
export interface Scene {
  item: Item;
  definition: Definition;
  facts: WorkflowFacts;
  now: Instant;
  /** When the present owner became it, and the present step was entered. */
  ownerSince: Instant;
  stepSince: Instant;
  /** Who was mailed to make which call. */
  callers: ReadonlyMap<string, PersonId>;
  /** Verdicts given by each rule, by its place. */
  verdicts: ReadonlyMap<number, number>;
}

/** What the rules make people do next, one or several a rule; those done already are the caller's to leave out. */
export function pendingOf(rules: readonly Rule[], scene: Scene): Pending[] {
  const verdict = rules.findIndex(
    (rule, n) => rule.does === 'verdict' && (rule.times === null || (scene.verdicts.get(n) ?? 0) < rule.times),
  );
  return rules.flatMap((rule, n) =>
    rule.does === 'verdict' && n !== verdict
      ? []
      : pendingBy(rule, scene).map((pending) => ({ ...pending, key: `${n}/${pending.key}` })),
  );
}

function pendingBy(rule: Rule, scene: Scene): Pending[] {
  switch (rule.does) {
    case 'confirm':
      return confirm(rule, scene);
    case 'promise':
      return [...promise(rule, scene), ...(rule.keeps ? keepPromise(scene) : [])];
    case 'reply':
      return byOwner(rule, scene, 'reply', (told) => ({ name: 'reply', input: { told: told.reply } }));
    case 'resolve':
      return [
        ...byOwner(rule, scene, 'resolve', (told) => ({
          name: 'resolve',
          input: { done: told.done, told: told.resolved },
        })),
        ...byOwner(rule, scene, 'complete', (told) => ({ name: 'complete', input: { done: told.done } })),
      ];
    case 'handOver':
      return once(byOwner(rule, scene, 'handOver', () => ({ name: 'handOver', input: { to: rule.to } }), true));
    case 'notMine':
      return once(
        byOwner(rule, scene, 'notMine', (told) => ({ name: 'notMine', input: { reason: told.notMine } }), true),
      );
    case 'call':
      return call(rule, scene);
    case 'verdict':
      return verdict(rule, scene);
    case 'nudge':
      return [
        {
          at: later(scene, scene.item.createdAt, rule.after),
          key: 'nudge',
          act: { by: 'resident', act: { name: 'nudge', input: {} } },
        },
      ];
    case 'bounce':
      return [];
  }
}

/** `after` on the site's calendar, else on the wall clock where that opens no more. */
function later({ facts }: Scene, from: Instant, after: Limit): Instant {
  try {
    return deadline(from, after, facts.calendar);
  } catch (error) {
    if (!(error instanceof CalendarNeverOpens)) throw error;
    return from + ('minutes' in after ? after.minutes * MINUTE : 0);
  }
}

const once = (pending: Pending[]): Pending[] => pending.map((one) => ({ ...one, key: 'once' }));

function can({ item, definition, facts }: Scene, by: PersonId, name: ActionName): boolean {
  const person = personById(facts.directory, by);
  return person !== undefined && isOffered(item, definition, name) && mayAct(person, name, item, facts.directory);
}

const confirmations = ['acknowledge', 'accept', 'approve'] as const satisfies readonly ActionName[];

function confirm({ level, after }: RuleOf<'confirm'>, scene: Scene): Pending[] {
  const { item, definition } = scene;
  const step = currentAsk(definition, item);
  const { ask } = item;
  if (!step || !ask) return [];
  const asked = ask.asked.filter((one) => one.reached && !one.confirmed && (level === null || one.level === level));
  const everyone = asked.filter((one) => step.levels[one.level]?.all === true);
  const answering = everyone.length > 0 ? everyone : asked.slice(0, 1);
  return answering.flatMap(({ person, at }) => {
    const name = confirmations.find((known) => can(scene, person, known));
    if (!name) return [];
    const key = everyone.length > 0 ? `${ask.id}/${person}` : String(ask.id);
    return [{ at: later(scene, at, after), key, act: { by: person, action: { name, input: {} } } }];
  });
}

/** The owner, where it is their turn and there is nothing to acknowledge first (`early`: or before). */
function worker(scene: Scene, early: boolean): { person: PersonId; since: Instant } | null {
  const { item, definition, ownerSince } = scene;
  const step = currentAsk(definition, item);
  if (!step || !item.ask || item.owner === null || item.pause !== null) return null;
  const first = step.actions.some(({ action, next }) => action === 'acknowledge' && next !== undefined);
  if (first && !early) return null;
  const asked = item.ask.asked.find(({ person, reached }) => person === item.owner && reached);
  return { person: item.owner, since: Math.max(ownerSince, asked?.at ?? scene.stepSince) };
}

function byOwner(
  { after }: { after: Limit },
  scene: Scene,
  name: ActionName,
  action: (told: ReturnType<typeof wordsIn>) => Action,
  early = false,
): Pending[] {
  const owner = worker(scene, early);
  if (!owner || !can(scene, owner.person, name)) return [];
  const told = wordsIn(scene.item.intake.reporter.language);
  const key = `${name}/${scene.item.ask?.id}/${owner.person}`;
  return [{ at: later(scene, owner.since, after), key, act: { by: owner.person, action: action(told) } }];
}

function promise(rule: RuleOf<'promise'>, scene: Scene): Pending[] {
  return byOwner(rule, scene, 'promise', (told) => ({
    name: 'promise',
    input: { at: 0, told: told.promised },
  })).map((pending) => {
    const at = later(scene, Math.max(pending.at, scene.now), rule.within);
    const told = wordsIn(scene.item.intake.reporter.language).promised;
    return { ...pending, act: { by: pending.act.by, action: { name: 'promise', input: { at, told } } } };
  });
}

const JUST_IN_TIME = 10 * MINUTE;

/** Ten minutes before it is due, or half way there. */
function keepPromise(scene: Scene): Pending[] {
  const { item } = scene;
  const clock = item.clocks.reply;
  if (!clock || clock.promised === null || clock.metAt !== null || clock.missedAt !== null) return [];
  if (item.owner === null || !can(scene, item.owner, 'reply')) return [];
  const early = Math.min(JUST_IN_TIME, (clock.promised - scene.now) / 2);
  const told = wordsIn(item.intake.reporter.language).reply;
  return [
    {
      at: Math.max(scene.now, Math.floor((clock.promised - early) / 1000) * 1000),
      key: `keep/${clock.promised}`,
      act: { by: item.owner, action: { name: 'reply', input: { told } } },
    },
  ];
}

function call({ after, reached }: RuleOf<'call'>, scene: Scene): Pending[] {
  return scene.item.calls.flatMap(({ id, since, doneAt }) => {
    const by = scene.callers.get(id);
    if (doneAt !== null || by === undefined || !can(scene, by, 'called')) return [];
    const action = { name: 'called', input: { call: id, reached } } as const;
    return [{ at: later(scene, since, after), key: `call/${id}`, act: { by, action } }];
  });
}

/** By the receipt's page where the resident has an address, else told to whoever is asked for it. */
function verdict({ after, verdict: given }: RuleOf<'verdict'>, scene: Scene): Pending[] {
  const { item, definition } = scene;
  const { ask } = item;
  if (!ask || !isOffered(item, definition, 'verdict')) return [];
  const opinion = wordsIn(item.intake.reporter.language).opinions[given];
  const at = later(scene, scene.stepSince, after);
  const key = `verdict/${ask.id}`;
  const input = { verdict: given, ...(opinion && { opinion }) };
  if (item.intake.reporter.email !== null)
    return [{ at, key, act: { by: 'resident', act: { name: 'verdict', input } } }];
  const asked = ask.asked.find(({ person, reached }) => reached && can(scene, person, 'verdict'));
  return asked ? [{ at, key, act: { by: asked.person, action: { name: 'verdict', input } } }] : [];
}
