import { expect, test } from 'vitest';
import { compileCalendar } from '#domain/calendar';
import type { Condition } from '#domain/condition';
import { elapsed } from '#domain/limit';
import { route } from '#domain/route';
import type { Routing } from '#domain/routing';
import { at, directory } from '#test/support/estate';
import { defaultCalendar } from '#workflows/default-calendar';
import { defaultRouting } from '#workflows/default-routing';
import { itemWith } from './item-fixture.ts';

const facts = { directory, calendar: compileCalendar(defaultCalendar, 'cn-office@1'), now: at('2026-11-23', '21:00') };
const item = itemWith({ site: 'east-lake', building: 'b1', category: 'corridor-light', createdAt: facts.now });
const name = { 'zh-CN': '规则', en: 'Rule' };
const ruled = (...rules: [Condition, Routing['rules'][number]['gives']][]): Routing => ({
  ...defaultRouting,
  rules: rules.map(([when, gives], index) => ({ id: `r${index + 1}`, name, when, gives })),
});
const severityIs = (value: string): Condition => ({ field: 'severity', is: 'eq', value });

test('without a rule that holds the category decides', () => {
  expect(route(ruled([severityIs('low'), { department: 'security' }]), item, facts)).toEqual({
    department: 'engineering',
    severity: 'normal',
    major: false,
    limits: defaultRouting.limits.normal,
    workflow: 'complaint',
    rule: null,
  });
  expect(route(defaultRouting, { ...item, category: 'unknown' }, facts)).toBeNull();
});

test('the first rule that holds overrides what it names, and only that', () => {
  const routing = ruled(
    [{ field: 'filedHour', is: 'gte', value: 22 }, { department: 'security' }],
    [{ field: 'filedInWorkingTime', is: 'eq', value: false }, { severity: 'urgent' }],
    [severityIs('normal'), { department: 'finance' }],
  );
  expect(route(routing, item, facts)).toMatchObject({ department: 'engineering', severity: 'urgent', rule: 'r2' });
  expect(route(routing, item, facts)?.limits).toEqual(defaultRouting.limits.urgent);
});

test('rules see severity, department and major as the category gives them, not as the item has them by now', () => {
  const raised = { ...item, severity: 'critical' as const, department: 'finance', major: true };
  const routing = ruled(
    [
      { any: [severityIs('critical'), { field: 'department', is: 'eq', value: 'finance' }] },
      { department: 'security' },
    ],
    [{ all: [severityIs('normal'), { field: 'major', is: 'eq', value: false }] }, { limits: fast }],
  );
  expect(route(routing, raised, facts)).toMatchObject({ rule: 'r2', severity: 'normal', limits: fast });
});
const fast = { acknowledge: elapsed(1), reply: elapsed(2), resolve: elapsed(3) };

test('site, hour and weekday of filing can be asked for, in the time of the site', () => {
  for (const [field, value] of [
    ['site', 'east-lake'],
    ['filedHour', 21],
    ['filedWeekday', 1],
  ] as const) {
    expect(route(ruled([{ field, is: 'eq', value }, {}]), item, facts)?.rule).toBe('r1');
    const later = { ...facts, now: facts.now + 40 * 3_600_000 };
    expect(route(ruled([{ field, is: 'eq', value }, {}]), item, later)?.rule).toBe('r1');
  }
});
