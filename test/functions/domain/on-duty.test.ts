import { describe, expect, test } from 'vitest';
import { onDuty } from '#domain/on-duty';
import type { Rosters } from '#domain/organisation';
import { resolveRecipients } from '#domain/recipients';
import { parseIso } from '#domain/time';
import { chineseOffice, cn, text } from './calendar-fixtures.ts';
import { directoryWith } from './directory-fixture.ts';
import { itemWith } from './item-fixture.ts';

type Roster = Rosters['rosters'][number];
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const roster = (weekly: Roster['weekly'], dated: Roster['dated'] = []): Roster => ({
  id: 'duty',
  site: 'lake',
  name: text('duty'),
  weekly,
  dated,
});

/** Days by ann (weekdays) or bo (weekend), nights by chen; 1 October is dai's day and fu's night. */
const usual = roster(
  [
    { days: [1, 2, 3, 4, 5], from: '08:00', to: '20:00', person: 'ann' },
    { days: [6, 7], from: '08:00', to: '20:00', person: 'bo' },
    { days: everyDay, from: '20:00', to: '08:00', person: 'chen' },
  ],
  [
    { date: '2026-10-01', from: '08:00', to: '20:00', person: 'dai' },
    { date: '2026-10-01', from: '20:00', to: '08:00', person: 'fu' },
  ],
);

describe('who is on duty', () => {
  test.each([
    ['Monday noon', '2026-11-23 12:00', ['ann']],
    ['at the start of a shift', '2026-11-23 08:00', ['ann']],
    ['at its end the next has taken over', '2026-11-23 20:00', ['chen']],
    ['after midnight: the shift of the evening before', '2026-11-23 03:00', ['chen']],
    ['Sunday', '2026-11-22 12:00', ['bo']],
    ['a dated day', '2026-10-01 12:00', ['dai']],
    ['the night before a dated day runs on into it', '2026-10-01 03:00', ['chen']],
    ['a dated night', '2026-10-01 23:00', ['fu']],
    ['a dated night after midnight', '2026-10-02 07:59', ['fu']],
    ['the weekly pattern again', '2026-10-02 08:00', ['ann']],
  ])('%s', (_, at, people) => {
    expect(onDuty(usual, 'Asia/Shanghai', cn(at))).toEqual(people);
  });

  test('several at once, in the order of the roster; nobody between shifts; from = to is a whole day', () => {
    const two = roster([
      { days: [1], from: '09:00', to: '12:00', person: 'bo' },
      { days: [1], from: '11:00', to: '13:00', person: 'ann' },
      { days: [3], from: '09:00', to: '09:00', person: 'chen' },
    ]);
    const at = (local: string) => onDuty(two, 'Asia/Shanghai', cn(local));
    expect(at('2026-11-23 11:30')).toEqual(['bo', 'ann']);
    expect(at('2026-11-23 13:00')).toEqual([]);
    expect(at('2026-11-25 09:00')).toEqual(['chen']);
    expect(at('2026-11-26 08:59')).toEqual(['chen']);
    expect(at('2026-11-26 09:00')).toEqual([]);
  });

  test('one dated shift takes away all weekly shifts that start on its date', () => {
    const dated = roster(usual.weekly, [{ date: '2026-11-23', from: '10:00', to: '11:00', person: 'dai' }]);
    const at = (local: string) => onDuty(dated, 'Asia/Shanghai', cn(local));
    expect([at('2026-11-23 10:30'), at('2026-11-23 12:00'), at('2026-11-24 03:00')]).toEqual([['dai'], [], []]);
  });

  test.each([
    ['before the lost hour', '2026-03-29T00:59:00Z', ['ann']],
    ['02:30 does not exist: the next begins at 03:00', '2026-03-29T01:00:00Z', ['bo']],
    ['the first 02:29', '2026-10-25T00:29:00Z', ['ann']],
    ['the first 02:30', '2026-10-25T00:30:00Z', ['bo']],
    ['the second 02:15', '2026-10-25T01:15:00Z', ['bo']],
  ])('shifts meet without hole or overlap across daylight saving: %s', (_, at, people) => {
    const berlin = roster([
      { days: everyDay, from: '12:00', to: '02:30', person: 'ann' },
      { days: everyDay, from: '02:30', to: '12:00', person: 'bo' },
    ]);
    expect(onDuty(berlin, 'Europe/Berlin', parseIso(at))).toEqual(people);
  });
});

test('as a recipient: the roster of the item’s site, in the site’s zone, the absent replaced', () => {
  const away = { person: 'bo', from: 0, to: Number.MAX_SAFE_INTEGER, deputy: 'gao' };
  const elsewhere = { ...usual, site: 'hill', weekly: [{ days: everyDay, from: '00:00', to: '00:00', person: 'jin' }] };
  const directory = directoryWith({ rosters: [elsewhere, usual], absences: [away], zone: 'America/Los_Angeles' });
  const resolve = (at: string, site = 'lake') =>
    resolveRecipients([{ kind: 'onDuty', roster: 'duty' }], itemWith({ site }), directory, chineseOffice, parseIso(at));
  expect(resolve('2026-11-23T17:00:00Z').people).toEqual(['ann']); // 09:00 on Monday there
  expect(resolve('2026-11-22T17:00:00Z')).toEqual({ people: ['gao'], substituted: [{ absent: 'bo', deputy: 'gao' }] });
});
