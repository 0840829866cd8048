import type { Item } from '#domain/item';
import { DAY, HOUR, type Instant, MINUTE } from '#domain/time';
import { type Action, type ActionName, actionInputs } from '#domain/workflow/action';
import type { Definition } from '#domain/workflow/definition';
import { nextDue } from '#domain/workflow/due';
import type { Event } from '#domain/workflow/event';
import { isOffered } from '#domain/workflow/offered';
import { at, complaint } from '#test/support/estate';
import { orderItem } from '#test/support/orders';
import { factsOf, type Golden, type GoldenHistory, type GoldenTurn, turn } from './golden.ts';

const MOST_TURNS = 70;

/** A life as it is being recorded. */
interface Recording {
  item: Item;
  now: Instant;
  turns: GoldenTurn[];
  happen: (event: Event, now?: Instant) => void;
  /** Whoever is asked latest does it, when they may. */
  act: (name: ActionName, input: Record<string, unknown>, after?: number) => void;
  /** All that falls due within the time. */
  wait: (time: number) => void;
}

const said = { note: '已知悉', reason: '说明', told: '告知内容', done: '处理经过', question: '如何处理', text: '补充' };

/** How people behave, each a life of its own. Only what is offered is done, so that every workflow can be lived so. */
const scripts: Record<string, (life: Recording) => void> = {
  'nobody answers': (life) => life.wait(60 * DAY),
  'everybody does their work': (life) => {
    for (const name of ['accept', 'acknowledge', 'reply', 'resolve', 'complete', 'approve'] as const)
      life.act(name, {}, 4 * MINUTE);
    life.act('verdict', { verdict: 'solved', score: 5 }, DAY);
    life.wait(30 * DAY);
  },
  'answered on the second asking, promised and not kept, judged not solved, done again': (life) => {
    life.wait(40 * MINUTE);
    life.act('accept', {}, MINUTE);
    life.act('acknowledge', {}, 2 * HOUR);
    life.act('promise', { at: life.now + 3 * HOUR }, HOUR);
    life.wait(6 * HOUR);
    life.act('resolve', {}, HOUR);
    life.act('complete', {}, HOUR);
    life.act('decline', {}, HOUR);
    life.act('complete', {}, HOUR);
    life.act('approve', {}, HOUR);
    life.act('verdict', { verdict: 'notSolved', score: 1, opinion: '没有修好' }, 3 * HOUR);
    life.wait(DAY);
    life.act('acknowledge', {}, HOUR);
    life.act('resolve', {}, HOUR);
    life.act('approve', {}, HOUR);
    life.act('verdict', { verdict: 'solved' }, HOUR);
    life.wait(30 * DAY);
  },
  'handed over, handed back, paused, silent in the end': (life) => {
    life.act('accept', {}, 5 * MINUTE);
    life.act('handOver', { to: 'repairer-b' }, 5 * MINUTE);
    life.act('notMine', {}, 5 * MINUTE);
    life.act('handOver', { to: 'repairer-a' }, 30 * MINUTE);
    life.act('acknowledge', {}, 10 * MINUTE);
    life.act('pause', { until: life.now + 26 * HOUR }, HOUR);
    life.wait(2 * DAY);
    life.act('noAnswer', {}, HOUR);
    life.act('resolve', {}, HOUR);
    life.act('approve', {}, HOUR);
    life.wait(40 * DAY);
  },
  'no mail arrives anywhere': (life) => {
    for (let n = 0; n < 12 && life.item.endedAt === null; n += 1) {
      const asked = life.item.ask?.asked.findLast(({ reached }) => reached);
      if (asked)
        life.happen({ type: 'undeliverable', person: asked.person, ask: life.item.ask?.id ?? null }, life.now + MINUTE);
      else life.wait(DAY);
    }
    life.happen({ type: 'residentUndeliverable', template: 'received', told: null });
    life.wait(20 * DAY);
  },
  'pressed by the resident, taken over from a leaver, withdrawn': (life) => {
    life.wait(2 * HOUR);
    life.happen({ type: 'resident', act: { name: 'nudge', input: {} }, report: null });
    life.happen(
      { type: 'resident', act: { name: 'information', input: { text: '更严重了' } }, report: null },
      life.now + HOUR,
    );
    const [asked] = life.item.ask?.asked ?? [];
    if (asked) life.happen({ type: 'replaced', person: asked.person, to: 'repairer-b' }, life.now + HOUR);
    life.act('escalate', {}, HOUR);
    life.act('withdraw', {}, HOUR);
    life.wait(20 * DAY);
  },
};

/** When each begins, by turns: a working morning, the evening before the National Day holiday, a Saturday. */
const moments = [at('2026-11-23', '09:00'), at('2026-09-30', '18:40'), at('2026-11-28', '15:00')];
const categories: Record<string, string> = {
  'lift-entrapment': 'lift-trapped',
  fire: 'falling-object',
  fees: 'fees',
  emergency: 'water-leak',
};

/** The workflow lived through by every script. */
export function recorded({ workflow, definition, facts }: Omit<Golden, 'histories'>): GoldenHistory[] {
  return Object.entries(scripts).map(([name, script], index) => {
    const start = moments[index % moments.length] ?? 0;
    const category = categories[workflow] ?? 'corridor-light';
    const verified = index % 2 === 0;
    const item =
      workflow === 'work-order'
        ? orderItem(start, { rework: verified ? null : { of: 'o0', number: 'ELW-1', times: 2 } })
        : complaint(start, { category, verified, item: { kind: definition.kind } });
    const life = record(definition, JSON.parse(JSON.stringify(item)), start, factsOf(facts));
    life.happen({ type: 'filed' });
    script(life);
    return { name, item, turns: life.turns };
  });
}

function record(definition: Definition, filed: Item, start: Instant, facts: ReturnType<typeof factsOf>): Recording {
  const life: Recording = {
    item: filed,
    now: start,
    turns: [],
    happen: (event, now = life.now) => {
      life.now = now;
      const { item, told } = turn(definition, life.item, event, now, facts);
      life.item = item;
      life.turns.push(told);
    },
    act: (name, input, after = 0) => {
      life.wait(after);
      const by = life.item.ask?.asked.at(-1)?.person ?? 'customer-centre-clerk-a';
      if (!isOffered(life.item, definition, name)) return;
      const parsed = actionInputs[name].safeParse({ ...said, ...input });
      if (parsed.success) life.happen({ type: 'action', by, action: { name, input: parsed.data } as Action });
    },
    wait: (time) => {
      const until = life.now + time;
      for (let due = nextDue(life.item); due !== null && due.at <= until; due = nextDue(life.item)) {
        if (life.turns.length >= MOST_TURNS) break;
        life.happen({ type: 'timer' }, Math.max(life.now, due.at));
      }
      life.now = until;
    },
  };
  return life;
}
