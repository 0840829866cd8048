import { describe, expect, test } from 'vitest';
import type { FormField } from '#domain/forms/forms';
import { simulate } from '#domain/simulate/simulate';
import { DAY, HOUR, localDate, localTime } from '#domain/time';
import { at, facts } from '#test/support/estate';
import { defaultCalendar } from '#workflows/default-calendar';
import { defaultComplaint } from '#workflows/default-complaint';
import { defaultWorkOrder } from '#workflows/default-work-order';
import { bandsOf, ticksOf, wholeRange, within, zoomed } from '../../../../admin/src/features/simulate/axis.ts';
import { nobody, presetOf, presets, rulesOf, toDesk } from '../../../../admin/src/features/simulate/behaviours.ts';
import { compareLines } from '../../../../admin/src/features/simulate/compare.ts';
import { lineRows } from '../../../../admin/src/features/simulate/line-rows.ts';
import {
  beforeNationalDay,
  itemOf,
  nextMonday,
  type Scene,
  tonight,
} from '../../../../admin/src/features/simulate/scene.ts';

const zone = 'Asia/Shanghai';
const scene: Scene = {
  site: 'east-lake',
  building: 'b3',
  unit: '',
  place: '',
  category: 'lift-trapped',
  description: '电梯困人',
  answers: {},
  channel: 'phone',
  reach: 'phone',
  repeat: false,
  verified: true,
  moment: '2026-09-25T18:40',
};

describe('an invented complaint', () => {
  test('is routed like a real one, and lives on the workflow looked at', () => {
    const item = itemOf(scene, facts, 'other', zone);
    expect(item).toMatchObject({ severity: 'critical', major: true, workflow: { id: 'other' } });
    expect(item?.createdAt).toBe(at('2026-09-25', '18:40'));
    expect(item?.intake.reporter).toMatchObject({ email: null, phone: expect.any(String) });
    expect(itemOf({ ...scene, category: 'no-such' }, facts, 'other', zone)).toBeNull();
  });

  test('answers the form of its category, as conditions read it; what is wrong or not asked is left out', () => {
    const form: FormField[] = [
      { id: 'people', type: 'number', label: { 'zh-CN': '人数', en: 'People' }, required: true, whole: true, min: 1 },
      { id: 'since', type: 'date', label: { 'zh-CN': '日期', en: 'Date' }, required: false },
    ];
    const filled = { form, answers: { people: '3', since: 'yesterday', other: 'x' } };
    expect(itemOf(scene, facts, 'other', zone, filled)?.fields).toEqual({ people: 3, verified: true });
  });

  test('begins on a Friday before the National Day whose holidays are known', () => {
    expect(beforeNationalDay(at('2026-03-01', '10:00'), zone, defaultCalendar)).toBe('2026-09-25T18:40');
    // Next year's are not published yet.
    expect(beforeNationalDay(at('2026-11-24', '10:00'), zone, defaultCalendar)).toBe('2026-09-25T18:40');
    expect(nextMonday(at('2026-11-23', '10:00'), zone)).toBe('2026-11-30T09:30');
    expect(tonight(at('2026-11-30', '10:00'), zone)).toBe('2026-12-01T02:10');
  });
});

describe('behaviour', () => {
  test('each preset is known again, until something of it is changed', () => {
    for (const [name, choices] of Object.entries(presets)) expect(presetOf(choices)).toBe(name);
    expect(presetOf({ ...nobody, nudges: true })).toBeNull();
  });

  test('becomes rules: not satisfied once, then satisfied', () => {
    const verdicts = rulesOf(presets.unhappy).flatMap((rule) => (rule.does === 'verdict' ? [rule] : []));
    expect(verdicts.map(({ verdict, times }) => [verdict, times])).toEqual([
      ['notSolved', 1],
      ['solved', null],
    ]);
    expect(rulesOf({ ...nobody, confirms: 2 })[0]).toMatchObject({ does: 'confirm', level: 1 });
    expect(rulesOf({ ...nobody, passes: toDesk })[0]).toMatchObject({ does: 'notMine' });
    expect(rulesOf({ ...nobody, passes: 'repairer-b' })[0]).toMatchObject({ does: 'handOver', to: 'repairer-b' });
  });

  test.each(facts.routing.categories.map(({ id }) => id))('all goes well with %s: nothing is late', (category) => {
    const item = itemOf({ ...scene, category }, facts, 'complaint', zone);
    if (!item) throw new Error('not routed');
    const behaviour = { rules: rulesOf(presets.smooth), script: [] };
    const line = simulate({ definition: defaultComplaint, item, facts, behaviour, until: item.createdAt + 60 * DAY });
    expect(line.item).toMatchObject({ status: 'closed', level: 0 });
    expect(
      line.mails.flatMap(({ effect }) => (effect.type === 'mail' && effect.reason === 'raised' ? [effect.to] : [])),
    ).toEqual([]);
  });
});

test('a work order is imagined as a repair, accepted, completed and passed', () => {
  const item = itemOf({ ...scene, category: 'corridor-light' }, facts, 'work-order', zone, undefined, 'workOrder');
  if (!item) throw new Error('not routed');
  expect(item).toMatchObject({ kind: 'workOrder', order: { responsible: 'repairer-a', assets: [], plan: null } });
  expect(item.intake.reporter).toMatchObject({ email: null, phone: null });
  const live = (choices: keyof typeof presets) =>
    simulate({
      ...{ definition: defaultWorkOrder, item, facts, until: item.createdAt + 60 * DAY },
      behaviour: { rules: rulesOf(presets[choices]), script: [] },
    });
  expect(live('smooth').item).toMatchObject({ status: 'closed', level: 0, clocks: { resolve: { missedAt: null } } });
  expect(live('nobody').item).toMatchObject({ status: 'nobodyActed', level: 3 });
});

test('rows hold every mail once, and no entry that a mail tells', () => {
  const item = itemOf(scene, facts, 'complaint', zone);
  if (!item) throw new Error('not routed');
  const behaviour = { rules: rulesOf(presets.unhappy), script: [] };
  const line = simulate({ definition: defaultComplaint, item, facts, behaviour, until: item.createdAt + 60 * DAY });
  const rows = lineRows(line);
  expect(rows.flatMap(({ mails }) => mails)).toEqual(line.mails);
  expect(rows.flatMap(({ entries }) => entries).filter(({ type }) => type === 'sent')).toEqual([]);
  expect(rows.map(({ at: when }) => when)).toEqual(rows.map(({ at: when }) => when).toSorted((a, b) => a - b));
});

describe('the axis', () => {
  test('shades nights and lunch, weekends, and holidays by name; a make-up Sunday is open', () => {
    const bands = bandsOf(defaultCalendar, zone, { from: at('2026-09-19', '00:00'), to: at('2026-09-26', '00:00') });
    const words = bands.map(
      ({ from, to, why }) => `${localDate(from, zone).slice(8)} ${localTime(from, zone)}-${localTime(to, zone)} ${why}`,
    );
    expect(words.slice(0, 4)).toEqual([
      '19 00:00-00:00 weekend',
      '20 00:00-09:00 night',
      '20 12:00-13:30 night',
      '20 18:00-00:00 night',
    ]);
    expect(bands.at(-1)).toMatchObject({ why: 'holiday', text: { en: 'Mid-Autumn Festival' } });
  });

  test('a year has no nights and few marks', () => {
    const year = { from: at('2026-01-01', '00:00'), to: at('2026-12-31', '00:00') };
    expect(bandsOf(defaultCalendar, zone, year).some(({ why }) => why === 'night')).toBe(false);
    expect(ticksOf(zone, year, 10).length).toBeLessThanOrEqual(11);
  });

  test('is zoomed around a moment and never leaves the whole', () => {
    const whole = wholeRange(0, 10 * DAY);
    const near = zoomed(whole, 0.5, DAY, whole);
    expect(near.to - near.from).toBe((whole.to - whole.from) / 2);
    expect(near.from).toBeLessThan(DAY);
    expect(zoomed(near, 100, DAY, whole)).toEqual(whole);
    expect(within({ from: -DAY * 9, to: -DAY * 8 }, whole).from).toBe(whole.from);
    expect(wholeRange(0, 0).to).toBeGreaterThan(HOUR / 2);
  });
});

test('two lines are one list: what both have once, equals by their place, the rest on its side', () => {
  const line = (when: number, title: string) => ({ at: when, title, more: [] });
  const compared = compareLines(
    [line(1, 'a'), line(2, 'mail'), line(2, 'mail'), line(4, 'c')],
    [line(1, 'a'), line(2, 'mail'), line(3, 'b')],
  );
  expect(compared.map((row) => `${row.at} ${row.current?.title ?? '-'} ${row.draft?.title ?? '-'}`)).toEqual([
    '1 a a',
    '2 mail mail',
    '2 - mail',
    '3 b -',
    '4 - c',
  ]);
});
