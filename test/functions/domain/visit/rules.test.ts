import { describe, expect, test } from 'vitest';
import { epochDay } from '#domain/civil-date';
import type { Item } from '#domain/item';
import { addDays } from '#domain/time';
import { buildingsDue, dueOn, goesByDate } from '#domain/visit/by-date';
import { channelOf, nextChannel, visitKey } from '#domain/visit/candidate';
import { ruleFor } from '#domain/visit/rule-for';
import { visitingTime } from '#domain/visit/visiting-time';
import { visitProblems } from '#domain/visit-problems';
import { type VisitRule, Visits } from '#domain/visit-rules';
import { at, complaint, directory, facts } from '#test/support/estate';
import { defaultVisits } from '#workflows/default-visits';

const now = at('2026-11-23', '10:00');
const looking = { directory, calendar: facts.calendar, now };
const closed = (change: Partial<Item> = {}): Item =>
  complaint(now, { item: { status: 'closed', endedAt: now, ...change } });
const rule = (index: number): VisitRule => {
  const found = defaultVisits.rules[index];
  if (!found) throw new RangeError(`There is no rule ${index}.`);
  return found;
};
const withRule = (change: Partial<VisitRule>): Visits => ({
  ...defaultVisits,
  rules: [{ ...rule(0), ...change }, ...defaultVisits.rules.slice(1)],
});

describe('what every company starts with', () => {
  test('has the form of the document and nothing wrong with it', () => {
    expect(Visits.parse(defaultVisits)).toEqual(defaultVisits);
    expect(visitProblems(defaultVisits, directory.organisation)).toEqual([]);
  });
});

describe('what keeps settings from being published', () => {
  test.each<[string, Visits, object]>([
    [
      'a questionnaire nobody wrote',
      withRule({ questionnaire: 'nowhere' }),
      { path: ['rules', 0, 'questionnaire'], code: 'unknown_questionnaire', value: 'nowhere' },
    ],
    [
      'a department no site has',
      withRule({ by: [{ kind: 'handler', department: 'nobody' }] }),
      { path: ['rules', 0, 'by', 0, 'department'], code: 'unknown_department', value: 'nobody' },
    ],
    [
      'a visit by whoever did the work',
      withRule({ by: [{ kind: 'owner' }] }),
      { path: ['rules', 0, 'by'], code: 'nobody_visits' },
    ],
    [
      'a condition on a field there is not',
      withRule({ after: { kind: 'complaint', when: { field: 'mood', is: 'known' } } }),
      { path: ['rules', 0, 'after', 'when'], code: 'unknown_field', value: 'mood' },
    ],
    [
      'a building of another estate',
      withRule({ after: { kind: 'periodic', everyDays: 30, buildings: ['b1', 'moon'], age: { from: 3, to: 1 } } }),
      { path: ['rules', 0, 'after', 'buildings', 1], code: 'unknown_building', value: 'moon' },
    ],
    [
      'an age that ends before it begins',
      withRule({ after: { kind: 'periodic', everyDays: 30, buildings: [], age: { from: 3, to: 1 } } }),
      { path: ['rules', 0, 'after', 'age', 'to'], code: 'number_range' },
    ],
    [
      'an id used twice',
      { ...defaultVisits, reasons: [...defaultVisits.reasons, ...defaultVisits.reasons.slice(0, 1)] },
      { path: ['reasons', 9, 'id'], code: 'already_used', value: 'not-fixed' },
    ],
  ])('%s', (_, body, problem) => {
    expect(visitProblems(body, directory.organisation)).toContainEqual(problem);
  });
});

describe('the rule an ended item is followed up by', () => {
  const order = (change: Partial<Item>) => closed({ kind: 'workOrder', ...change });
  test.each<[string, Item, Parameters<typeof ruleFor>[2], string | null]>([
    ['a closed complaint', closed(), null, 'after-complaint'],
    ['one that is open', closed({ endedAt: null, status: 'inProgress' }), null, null],
    ['one that was not valid', closed({ status: 'invalid' }), null, null],
    ['a repair at home', order({}), 'few', 'after-repair'],
    ['work residents felt', order({ unit: null }), 'building', 'after-felt-work'],
    ['work few felt', order({ unit: null }), 'few', null],
    ['a visit', closed({ kind: 'visit' }), null, null],
  ])('%s', (_, item, impact, expected) => {
    expect(ruleFor(defaultVisits, item, impact, looking)?.id ?? null).toBe(expected);
  });

  test('is the first whose condition holds, and never one put aside', () => {
    const only = withRule({ after: { kind: 'complaint', when: { field: 'category', is: 'eq', value: 'parking' } } });
    expect(ruleFor(only, closed(), null, looking)).toBeNull();
    expect(ruleFor(only, closed({ category: 'parking' }), null, looking)?.id).toBe('after-complaint');
    expect(ruleFor(withRule({ active: false }), closed(), null, looking)).toBeNull();
  });
});

describe('rules of time', () => {
  const building = directory.organisation.buildings.find(({ id }) => id === 'b1');
  const households = Array.from({ length: 400 }, (_, i) => `east-lake-b1-${i}`);
  const periodic = withRule({ after: { kind: 'periodic', everyDays: 30, buildings: ['b1'], age: null } });

  test('name each household once in a period, spread evenly over its days', () => {
    if (!building) throw new Error('no building');
    const counts = new Map<string, number>();
    const days = Array.from({ length: 30 }, (_, i) => addDays('2026-11-01', i));
    const sizes = days.map((date) => {
      const due = dueOn({ rules: periodic.rules.slice(0, 1) }, date, building, households);
      for (const { household } of due) counts.set(household, (counts.get(household) ?? 0) + 1);
      return due.length;
    });
    expect([...counts.values()]).toEqual(households.map(() => 1));
    expect(Math.max(...sizes)).toBeLessThan(30);
    expect(epochDay('2026-11-01') % 30).toBeGreaterThanOrEqual(0);
  });

  test('leave out other buildings and ages, and follow the delivery of a building', () => {
    if (!building) throw new Error('no building');
    const old = withRule({ after: { kind: 'periodic', everyDays: 7, buildings: [], age: { from: 0, to: 2 } } });
    const dates = Array.from({ length: 7 }, (_, i) => addDays('2026-11-01', i));
    const count = (rules: Visits, in_: typeof building) =>
      dates.flatMap((date) => dueOn({ rules: rules.rules.slice(0, 1) }, date, in_, households)).length;
    expect(count(old, building)).toBe(0);
    expect(count(old, { ...building, handedOver: '2025-11-01' })).toBe(households.length);
    const handover = { rules: [rule(3)] };
    expect(dueOn(handover, '2026-12-01', { ...building, handedOver: '2026-11-01' }, households)).toHaveLength(400);
    expect(dueOn(handover, '2026-12-02', { ...building, handedOver: '2026-11-01' }, households)).toHaveLength(0);
    expect(goesByDate({ rules: [rule(0)] })).toBe(false);
    expect(buildingsDue(handover, '2026-10-01', [{ ...building, handedOver: '2026-09-01' }, building])).toHaveLength(1);
  });
});

describe('how and when', () => {
  const everything = { phone: true, email: true };
  test.each([
    ['preferred', 'email', everything, 'message'],
    ['preferred', 'visit', everything, 'inPerson'],
    ['preferred', null, everything, 'phone'],
    ['preferred', 'email', { phone: true, email: false }, 'phone'],
    ['message', 'phone', { phone: false, email: false }, 'inPerson'],
  ] as const)('wanted %s, wished %s', (wanted, wish, reach, expected) => {
    expect(channelOf(wanted, { wish, reach })).toBe(expected);
  });

  test('another way is tried after one that was in vain, until none is left', () => {
    expect(nextChannel(['phone'], everything)).toBe('inPerson');
    expect(nextChannel(['phone', 'inPerson'], everything)).toBe('message');
    expect(nextChannel(['phone', 'inPerson'], { phone: true, email: false })).toBeNull();
  });

  test('never in quiet hours, nor when the office is closed', () => {
    const { calendar } = facts;
    const asked = (date: string, time: string) => visitingTime(at(date, time), defaultVisits.quiet, calendar);
    expect(asked('2026-11-23', '10:00')).toBe(at('2026-11-23', '10:00'));
    expect(asked('2026-11-23', '22:00')).toBe(at('2026-11-24', '09:00'));
    expect(asked('2026-11-28', '10:00')).toBe(at('2026-11-30', '09:00'));
    const noon = { from: '11:00', to: '15:00' };
    expect(visitingTime(at('2026-11-23', '11:30'), noon, calendar)).toBe(at('2026-11-23', '15:00'));
    expect(visitingTime(at('2026-11-23', '11:30'), { from: '00:00', to: '23:59' }, calendar)).toBeNull();
  });

  test('a rule asks about the same item once a round', () => {
    const one = { rule: rule(0), id: 'c1', round: 0 };
    expect(visitKey(one)).toBe('visit/after-complaint/c1');
    expect(visitKey({ ...one, round: 1 })).toBe('visit/after-complaint/c1/again-1');
  });
});
