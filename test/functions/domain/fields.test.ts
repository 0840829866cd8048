import { describe, expect, test } from 'vitest';
import type { Value } from '#domain/condition';
import { isField, isFieldOf, itemFields, readField } from '#domain/fields';
import { workingHours } from '#domain/limit';
import { Text } from '#domain/text';
import { itemKinds } from '#domain/workflow/definition';
import { someOrder } from '#test/support/orders';
import { answers, visitWith } from '#test/support/visits';
import { chineseOffice, cn } from './calendar-fixtures.ts';
import { directoryWith } from './directory-fixture.ts';
import { itemWith } from './item-fixture.ts';
import { nightOf } from './patrol/patrol-fixture.ts';

const facts = { directory: directoryWith(), calendar: chineseOffice, now: cn('2026-11-23 23:30') };
const clock = {
  startedAt: 0,
  limit: workingHours(1),
  deadline: 100,
  calendar: null,
  promised: 200,
  metAt: null,
  missedAt: null,
  pauses: [],
};
const intake = itemWith().intake;
const answer = { note: null, photos: [], by: 'li', at: 0 };
const order = someOrder({
  rework: { of: 'c0', number: 'ELW-261101-001', times: 2 },
  answers: {
    'a1/car/doors': { ...answer, value: 'flag', failed: false },
    'a2/car/doors': { ...answer, value: 'fail', failed: true },
    'a1/car/lamps': { ...answer, value: { count: 4, total: 6 }, failed: true },
    'a1/oncar/doors': { ...answer, value: 'pass', failed: false },
  },
});

describe('readField', () => {
  test.each<[string, Parameters<typeof itemWith>[0], Value | undefined]>([
    ['category', {}, 'water-leak'],
    ['severity', {}, 'urgent'],
    ['major', {}, false],
    ['level', {}, 0],
    ['unit', { unit: null }, undefined],
    ['channel', {}, 'phone'],
    ['wants', { intake: { ...intake, wants: null } }, undefined],
    ['isRepeat', {}, false],
    ['isRepeat', { repeatOf: 'c0' }, true],
    ['hasEmail', {}, false],
    ['hasEmail', { intake: { ...intake, reporter: { ...intake.reporter, email: 'a@example.org' } } }, true],
    ['buildingAgeDays', {}, 729],
    ['buildingAgeYears', {}, 1],
    ['buildingAgeDays', { building: 'b9' }, -39],
    ['buildingAgeYears', { building: 'b9' }, -1],
    ['buildingAgeYears', { building: null }, undefined],
    ['buildingAgeYears', { building: 'unknown' }, undefined],
    ['verdict', {}, undefined],
    ['verdict', { verdict: { verdict: 'partly', score: null, opinion: null } }, 'partly'],
    ['score', { verdict: { verdict: 'partly', score: null, opinion: null } }, undefined],
    ['score', { verdict: { verdict: 'partly', score: 3, opinion: null } }, 3],
    ['filedInWorkingTime', {}, true],
    ['filedInWorkingTime', { createdAt: cn('2026-11-23 12:30') }, false],
    ['localHour', {}, 23],
    ['localWeekday', {}, 1],
    ['verified', {}, undefined],
    ['verified', { fields: { verified: true } }, true],
    ['replyDeadline', { clocks: { reply: clock } }, 200],
    ['replyDeadline', { clocks: { reply: { ...clock, promised: null } } }, 100],
    ['promisedAt', { clocks: {} }, undefined],
    ['isPlanned', {}, undefined],
    ['isPlanned', { order }, false],
    ['isRework', { order }, true],
    ['reworkTimes', { order }, 2],
    ['reworkTimes', { order: someOrder() }, 0],
    ['failedChecks', { order }, 2],
    ['flaggedChecks', { order }, 1],
    ['answers.car.doors', { order }, 'fail'],
    ['answers.car.lamps', { order }, 4],
    ['answers.car.brake', { order }, undefined],
    ['answers.car.doors', {}, undefined],
    ['fields.colour', { fields: { colour: 'red' } }, 'red'],
    ['fields.colour', { fields: { colour: null } }, undefined],
    ['fields.toString', {}, undefined],
    ['toString', {}, undefined],
    ['no such field', {}, undefined],
  ])('%s of %j is %s', (name, changes, expected) => {
    expect(readField(itemWith(changes), facts, name)).toBe(expected);
  });
});

test('the age in years grows on the anniversary', () => {
  const at = (now: string) => readField(itemWith(), { ...facts, now: cn(now) }, 'buildingAgeYears');
  expect([at('2026-11-23 23:59'), at('2026-11-24 00:00'), at('2032-11-24 12:00')]).toEqual([1, 2, 8]);
});

test('the published list has each name once, words in both languages, and types that match what is read', () => {
  const names = itemFields.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const types = { text: 'string', choice: 'string', number: 'number', instant: 'number', boolean: 'boolean' };
  const full = itemWith({
    place: 'lobby',
    clocks: { reply: clock, resolve: clock },
    verdict: { verdict: 'solved', score: 5, opinion: null },
    fields: { verified: true },
    order: { ...order, patrol: nightOf() },
    visit: visitWith({ answers }),
    origin: { item: 'c0', number: 'EL-261101-001', kind: 'complaint', why: 'complaint', detail: null },
  });
  for (const { name, label, type, options } of itemFields) {
    expect(Text.safeParse(label).success).toBe(true);
    const value = readField(full, facts, name);
    expect(typeof value, name).toBe(types[type]);
    if (options) expect(options.map((option) => option.value)).toContain(value);
  }
});

test('isField knows the list and stored fields', () => {
  expect(['level', 'fields.colour', 'fields.', 'colour', 'constructor'].map((name) => isField(name))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('fields of work orders are of no other kind', () => {
  const of = (name: string) => itemKinds.filter((kind) => isFieldOf(name, kind));
  expect(of('severity')).toEqual([...itemKinds]);
  for (const name of ['isRework', 'assetKind', 'answers.car.doors']) expect(of(name)).toEqual(['workOrder']);
  expect(['answers.car.doors', 'answers.car', 'answers.', 'answers.car.doors.x'].map((name) => isField(name))).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
