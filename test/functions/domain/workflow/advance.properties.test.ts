import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCalendar, openingOn } from '#domain/calendar';
import type { CalendarDocument } from '#domain/calendar-document';
import { missingPoints, pointsOf } from '#domain/checklist-answers';
import type { Item } from '#domain/item';
import { elapsed } from '#domain/limit';
import type { Checklist } from '#domain/maintenance';
import { DAY, type Instant, MINUTE } from '#domain/time';
import { type Action, type ActionName, actionInputs, actionNames } from '#domain/workflow/action';
import { type Advanced, advance } from '#domain/workflow/advance';
import type { Definition } from '#domain/workflow/definition';
import { nextDue } from '#domain/workflow/due';
import type { Event } from '#domain/workflow/event';
import { waitsForGood } from '#domain/workflow/ladder';
import { type ResidentAct, residentActNames, residentInputs } from '#domain/workflow/resident-act';
import { currentAsk, type WorkflowFacts } from '#domain/workflow/run';
import { calendars } from '#test/support/arbitrary/calendar';
import { definitions, definitionsOf } from '#test/support/arbitrary/definition';
import { directoriesAround, ids } from '#test/support/arbitrary/estate';
import { at, complaint, facts } from '#test/support/estate';
import { deepFreeze } from '#test/support/life';
import { orderItem } from '#test/support/orders';
import { defaultCalendar } from '#workflows/default-calendar';
import { defaultComplaint } from '#workflows/default-complaint';
import { defaultWorkOrder } from '#workflows/default-work-order';
import { gateCode, pumpCode } from '../patrol/patrol-fixture.ts';

const start = at('2026-09-29', '16:00');
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const categories = facts.routing.categories.map(({ id }) => id);

/** What happens next: an event, and how long after the last. Instants inside inputs are relative to the event. */
interface Stimulus {
  after: number;
  event: (item: Item, now: Instant) => Event;
}
const soon = fc.integer({ min: -60, max: 8 * 24 * 60 }).map((minutes) => minutes * MINUTE);
const who = fc.constantFrom(...ids, 'resident', 'stranger');
const inputs: { [N in ActionName]: fc.Arbitrary<(item: Item, now: Instant) => unknown> } = {
  ...(Object.fromEntries(
    actionNames.map((name) => [
      name,
      fc.constant(() => ({ reason: 'r', told: 't', done: 'd', note: 'n', text: 'x', question: 'q', words: 'w' })),
    ]),
  ) as Record<ActionName, fc.Arbitrary<() => unknown>>),
  promise: soon.map((at) => (_: Item, now: Instant) => ({ at: now + at, told: 't' })),
  reply: fc
    .option(soon)
    .map((at) => (_: Item, now: Instant) => ({ told: 't', ...(at !== null && { nextReplyAt: now + at }) })),
  pause: soon.map((at) => (_: Item, now: Instant) => ({ reason: 'r', until: now + at })),
  handOver: fc.constantFrom(...ids, 'stranger').map((to) => () => ({ to })),
  bringIn: fc.constantFrom('security', 'leasing', 'nowhere').map((department) => () => ({ department, note: 'n' })),
  verdict: fc.constantFrom('solved', 'partly', 'notSolved').map((verdict) => () => ({ verdict })),
  called: fc.tuple(fc.integer({ min: 0, max: 4 }), fc.boolean()).map(([n, reached]) => () => ({
    call: `call-${n}`,
    reached,
  })),
  check: fc
    .record({
      asset: fc.constantFrom('a1', 'a2', 'a9', null),
      section: fc.constantFrom('s1', 's9'),
      answers: fc.array(
        fc.record({
          item: fc.constantFrom('brake', 'oil', 'lamps', 'nothing'),
          value: fc.constantFrom('pass', 'fail', '3', 'x', null),
        }),
        { maxLength: 3 },
      ),
    })
    .map((input) => () => input),
  scan: fc
    .record({
      point: fc.constantFrom('gate', 'pump', 'garage'),
      code: fc.constantFrom(gateCode, pumpCode, 'ARAGE1'),
      lit: fc.nat(60),
    })
    .map((input) => () => input),
  visited: fc
    .record({ score: fc.integer({ min: 1, max: 5 }), held: optional(fc.constantFrom('yes', 'partly', 'no')) })
    .map((input) => () => input),
  recover: fc.constantFrom({ amount: 12.5 }, { gesture: 'fruit' }).map((given) => () => ({ ...given, words: 'w' })),
  openOrder: fc.constantFrom('a1', null).map((asset) => () => ({ asset, work: 'w' })),
  correct: fc
    .record({
      category: optional(fc.constantFrom(...categories, 'nothing')),
      building: optional(fc.constantFrom('b1', 'b2', 'nowhere')),
    })
    .map((change) => () => ({ ...change, reason: 'r' })),
};
const actions = fc.constantFrom(...actionNames).chain((name) =>
  fc.tuple(inputs[name], who).map(([input, by]): Stimulus['event'] => (item, now) => ({
    type: 'action',
    by,
    action: { name, input: actionInputs[name].parse(input(item, now)) } as Action,
  })),
);
const residents: fc.Arbitrary<Stimulus['event']> = fc
  .record({
    name: fc.constantFrom(...residentActNames),
    verdict: fc.constantFrom('solved', 'partly', 'notSolved'),
    report: fc.option(fc.constantFrom('r1', 'r2', 'r9')),
  })
  .map(
    ({ name, verdict, report }) =>
      (): Event => ({
        type: 'resident',
        act: { name, input: residentInputs[name].parse({ text: 't', verdict, opinion: 'o', score: 3 }) } as ResidentAct,
        report,
      }),
  );
const joins: fc.Arbitrary<Stimulus['event']> = fc.constantFrom('r1', 'r2').map(
  (id) =>
    (item: Item): Event => ({
      type: 'joined',
      report: { id, number: `EL-${id}`, reply: elapsed(60), intake: { ...item.intake, channel: 'web' } },
    }),
);
const events: fc.Arbitrary<Stimulus['event']> = fc.oneof(
  { weight: 3, arbitrary: residents },
  { weight: 1, arbitrary: joins },
  { weight: 6, arbitrary: actions },
  { weight: 4, arbitrary: fc.constant((): Event => ({ type: 'timer' })) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.nat(30), fc.boolean()).map(
      ([n, old]) =>
        (item: Item): Event => ({
          type: 'undeliverable',
          person: item.ask?.asked[n % Math.max(1, item.ask.asked.length)]?.person ?? 'stranger',
          ask: old ? 0 : (item.ask?.id ?? null),
        }),
    ),
  },
  fc.tuple(fc.nat(30), fc.constantFrom(...ids)).map(
    ([n, to]) =>
      (item: Item): Event => ({
        type: 'replaced',
        person: item.ask?.asked[n % Math.max(1, item.ask.asked.length)]?.person ?? item.owner ?? 'stranger',
        to,
      }),
  ),
  fc.constantFrom<Stimulus['event']>(
    () => ({ type: 'filed' }),
    () => ({ type: 'recomputed' }),
    () => ({ type: 'residentUndeliverable', template: 'received', told: null }),
    () => ({ type: 'undeliverable', person: 'customer-centre-clerk-a', ask: null, call: 'call-1' }),
  ),
);
/** Now and then not a stretch of time but exactly the next deadline: the interesting moments. */
const stimuli: fc.Arbitrary<(Stimulus & { onTime: boolean })[]> = fc.array(
  fc.record({
    after: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 * DAY })),
    onTime: fc.boolean(),
    event: events,
  }),
  { minLength: 1, maxLength: 25 },
);
const beginnings = fc.record({
  category: fc.constantFrom(...categories),
  verified: fc.boolean(),
  email: fc.boolean(),
  repeat: fc.boolean(),
});
const office = fc.constant<CalendarDocument>(defaultCalendar);
const lives = (definition: fc.Arbitrary<Definition>, calendar = office) =>
  fc.record({ definition, directory: directoriesAround(start), calendar, begin: beginnings, stimuli });

const named = (id: string) => ({ id, label: { 'zh-CN': id, en: id }, photo: 'none' as const, required: true });
const checklist: Checklist = {
  id: 'any',
  name: { 'zh-CN': '检查', en: 'Check' },
  sections: [
    {
      id: 's1',
      name: { 'zh-CN': '一', en: 'One' },
      items: [
        { ...named('brake'), type: 'check' },
        { ...named('oil'), type: 'reading', unit: 'L', min: 0, max: 5 },
        { ...named('lamps'), type: 'count', total: 4, required: false },
      ],
    },
  ],
};

interface Turn {
  before: Item;
  event: Event;
  now: Instant;
  result: Advanced;
}

type LifeCase = ReturnType<typeof lives> extends fc.Arbitrary<infer T> ? T : never;

const factsOf = ({ directory, calendar, begin }: LifeCase): WorkflowFacts => ({
  ...facts,
  checklist: begin.email ? checklist : null,
  directory,
  calendar: compileCalendar(calendar, 'any@1'),
});

const day = { id: 'p1', occurrence: '2026-10-09', name: { 'zh-CN': '月检', en: 'Monthly' }, date: '2026-10-09' };
/** Of a plan, of an earlier repair, with a checklist: as it falls out. */
const opened = ({ verified, email, repeat }: LifeCase['begin']): Item =>
  orderItem(start, {
    plan: verified ? { ...day, until: at('2026-10-10', '24:00') } : null,
    checklist: email ? checklist.id : null,
    rework: repeat ? { of: 'o0', number: 'ELW-1', times: 2 } : null,
    assets: ['a1', 'a2'].map((id) => ({ id, number: id, name: id, place: '' })),
    kind: email ? 'lift' : 'lighting',
  });

/** Lives it through on frozen items; every turn is what went in and what came out. */
function turnsOf(life: LifeCase): Turn[] {
  const { definition, begin, stimuli: happenings } = life;
  const at = factsOf(life);
  const filed = definition.kind === 'workOrder' ? opened(begin) : complaint(start, begin);
  if (filed.kind === 'complaint') {
    filed.intake.reporter.email = begin.email ? 'resident@resident.example' : null;
    filed.repeatOf = begin.repeat ? 'c0' : null;
  }
  let item = deepFreeze(filed);
  let now = start;
  const turns: Turn[] = [];
  const happen = (event: Event) => {
    const before = item;
    const result = advance(definition, before, event, now, at);
    turns.push({ before, event, now, result });
    item = deepFreeze(result.item);
  };
  happen({ type: 'filed' });
  for (const { after, onTime, event } of happenings) {
    const due = nextDue(item)?.at;
    now = onTime && due !== undefined ? Math.max(now, due) : now + after;
    happen(event(item, now));
  }
  return turns;
}

/** What is true of every turn, whatever happened. */
function expectSound(life: LifeCase): void {
  const effects = new Set<string>();
  let seq = 0;
  for (const { before, event, now, result } of turnsOf(life)) {
    const { item, entries, effects: sent, changed } = result;
    if (before.endedAt !== null) expect(sent).toEqual([]);
    expect(item.level).toBeGreaterThanOrEqual(before.level);
    for (const entry of entries) {
      expect(entry.seq).toBeGreaterThan(seq);
      seq = entry.seq;
    }
    for (const { id } of sent) {
      expect(effects.has(id)).toBe(false);
      effects.add(id);
    }
    expect(item.seq).toBe(before.seq + entries.length + sent.length);
    expect(JSON.parse(JSON.stringify(entries))).toEqual(entries);
    const due = nextDue(item);
    if (event.type === 'timer') expect(due?.at ?? Number.POSITIVE_INFINITY).toBeGreaterThan(now);
    if (!changed) expect(result).toEqual({ item: before, entries: [], effects: [], path: [], changed: false });
    if (entries.some(({ type }) => type === 'refused')) {
      expect(entries).toHaveLength(1);
      expect(result.effects).toEqual([]);
      expect(item).toEqual({ ...before, seq: before.seq + 1, updatedAt: now });
    }
    expect(item.stuck).toBeNull();
    if (due === null && item.endedAt === null) {
      // Nothing to wake it: only where the definition says that it waits for somebody for good.
      const step = currentAsk(life.definition, item);
      expect(step && item.ask && waitsForGood(step, item.ask)).toBe(true);
    }
  }
}

/** The item when nothing is due any more. */
function leftAlone(life: LifeCase): Item {
  const at = factsOf(life);
  let { item, now } = turnsOf(life)
    .map(({ result, now: when }) => ({ item: result.item, now: when }))
    .at(-1) ?? { item: complaint(start), now: start };
  for (let due = nextDue(item); due !== null; due = nextDue(item)) {
    now = Math.max(now, due.at);
    expect(now).toBeLessThan(start + 730 * DAY);
    item = advance(life.definition, item, { type: 'timer' }, now, at).item;
  }
  return item;
}

const runs = { numRuns: 400 };

describe('whatever happens, in whatever order', () => {
  it('to a complaint of the default workflow: it stays sound', { timeout: 60_000 }, () => {
    fc.assert(fc.property(lives(fc.constant(defaultComplaint)), expectSound), runs);
  });

  it('to an item of any definition that check accepts, on any calendar: it ends, or waits for somebody', {
    timeout: 60_000,
  }, () => {
    fc.assert(fc.property(lives(definitions, calendars), expectSound), { numRuns: 1000 });
  });

  it('to a work order: it stays sound', { timeout: 60_000 }, () => {
    fc.assert(fc.property(lives(fc.constant(defaultWorkOrder)), expectSound), runs);
  });

  it('to a work order of any definition that check accepts: it ends, or waits for somebody', {
    timeout: 60_000,
  }, () => {
    fc.assert(fc.property(lives(definitionsOf('workOrder'), calendars), expectSound), { numRuns: 500 });
  });

  it('to a work order: its clock starts with the first acceptance, on its planned day at the earliest, and a point opens one order', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(lives(fc.constant(defaultWorkOrder)), (life) => {
        const orders = new Map<string, number>();
        for (const { before, event, now, result } of turnsOf(life)) {
          const { order, clocks } = result.item;
          if (!before.clocks.resolve && clocks.resolve) {
            expect(event).toMatchObject({ type: 'action', action: { name: 'acknowledge' } });
            const from = order?.plan ? openingOn(factsOf(life).calendar, order.plan.date) : now;
            expect(clocks.resolve.startedAt).toBe(Math.max(now, from));
            expect(clocks.resolve.deadline).toBeGreaterThanOrEqual(order?.plan?.until ?? now);
          }
          for (const effect of result.effects)
            if (effect.type === 'open' && effect.what) {
              const point = `${effect.what.asset} ${effect.what.detail}`;
              orders.set(point, (orders.get(point) ?? 0) + 1);
            }
          if (result.item.endedAt !== null && before.endedAt === null && result.item.status === 'closed')
            expect(
              missingPoints(pointsOf(factsOf(life).checklist ?? null, order?.assets ?? []), order?.answers ?? {}),
            ).toEqual([]);
        }
        expect([...orders.values()].every((times) => times === 1)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('left alone, a work order ends or stays with the quality department within two years', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(lives(fc.constant(defaultWorkOrder)), (life) => {
        const last = leftAlone(life);
        expect(last.endedAt !== null || last.status === 'nobodyActed').toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('the same again gives the same again', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(lives(fc.constant(defaultComplaint)), (life) => {
        expect(turnsOf(life)).toEqual(turnsOf(life));
      }),
      { numRuns: 100 },
    );
  });

  it('left alone from then on, it ends or waits by design within two years: no timer goes on for ever', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(lives(fc.constant(defaultComplaint)), (life) => {
        const last = leftAlone(life);
        expect(last.endedAt !== null || last.status === 'nobodyActed').toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
