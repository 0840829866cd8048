import { expect, test } from 'vitest';
import { compileCalendar } from '#domain/calendar';
import type { Condition } from '#domain/condition';
import type { Routing } from '#domain/routing';
import { at, directory } from '#test/support/estate';
import { defaultCalendar } from '#workflows/default-calendar';
import { defaultRouting } from '#workflows/default-routing';
import { tryRouting } from '../../../../admin/src/features/routing/try-routing.ts';

const facts = { directory, calendar: compileCalendar(defaultCalendar, 'cn-office@1') };
const imagined = {
  site: 'east-lake',
  building: 'b1',
  category: 'parking',
  place: null,
  channel: 'phone' as const,
  isRepeat: false,
  filedAt: at('2026-11-24', '21:00'),
};
const name = { 'zh-CN': '规则', en: 'Rule' };
const night: Condition = { field: 'filedInWorkingTime', is: 'eq', value: false };
const repeat: Condition = { field: 'isRepeat', is: 'eq', value: true };
const routing: Routing = {
  ...defaultRouting,
  rules: [
    { id: 'repeat', name, when: { all: [repeat, { field: 'category', is: 'eq', value: 'parking' }] }, gives: {} },
    { id: 'night', name, when: night, gives: { severity: 'high' } },
    { id: 'phone', name, when: { field: 'channel', is: 'eq', value: 'phone' }, gives: {} },
  ],
};

test('the taken rule is the first that holds, and each other one says what it lacks', () => {
  const tried = tryRouting(routing, imagined, facts);
  expect(tried?.route).toMatchObject({ rule: 'night', severity: 'high', department: 'security' });
  expect(tried?.rules).toEqual([
    { id: 'repeat', holds: false, failing: [{ condition: repeat, value: false }] },
    { id: 'night', holds: true, failing: [] },
    { id: 'phone', holds: true, failing: [] },
  ]);
  expect(tryRouting(routing, { ...imagined, isRepeat: true }, facts)?.route.rule).toBe('repeat');
  expect(tryRouting(routing, { ...imagined, filedAt: at('2026-11-24', '10:00') }, facts)?.route.rule).toBe('phone');
});

test('a category nobody knows goes nowhere', () => {
  expect(tryRouting(routing, { ...imagined, category: 'unknown' }, facts)).toBeNull();
});
