import { describe, expect, test } from 'vitest';
import type { Calendar } from '#domain/calendar';
import { coverage } from '#domain/coverage/coverage';
import type { Gap } from '#domain/coverage/gap';
import type { Absence, Directory, Roster } from '#domain/organisation';
import type { Recipient } from '#domain/recipients';
import type { Definition, Level } from '#domain/workflow/definition';
import { chineseOffice, cn, text } from '../calendar-fixtures.ts';
import { directoryWith } from '../directory-fixture.ts';
import { askingWorkflow } from './asking-workflow.ts';

const duty: Recipient = { kind: 'onDuty', roster: 'duty' };
const steward: Recipient = { kind: 'steward' };
const quality: Recipient = { kind: 'companyPost', post: 'quality' };
const away = (person: string, from: string, to: string, deputy: string | null): Absence => ({
  person,
  deputy,
  from: cn(from),
  to: cn(to),
});
const nights: Roster = {
  id: 'duty',
  site: 'lake',
  name: text('duty'),
  weekly: [
    { days: [1, 2, 3, 4, 5], from: '18:00', to: '09:00', person: 'ann' },
    { days: [1, 2, 3, 4, 5], from: '18:00', to: '09:00', person: 'bo' },
  ],
  dated: [],
};

interface Asked {
  levels: Level[];
  absences?: Absence[];
  rosters?: Roster[];
  owners?: Recipient[] | null;
  calendar?: Calendar;
  directory?: Directory;
  departments?: string[];
  from?: string;
  to?: string;
}
function forecast({ levels, absences = [], rosters = [], owners = null, ...rest }: Asked) {
  const definition: Definition = askingWorkflow(levels, owners);
  const facts = {
    directory: rest.directory ?? directoryWith({ absences, rosters }),
    calendar: rest.calendar ?? chineseOffice,
    site: 'lake',
    departments: rest.departments ?? ['engineering', 'finance'],
  };
  return coverage(definition, facts, cn(rest.from ?? '2026-11-23 00:00'), cn(rest.to ?? '2026-11-30 00:00'));
}
const short = ({ from, to, state, people }: Gap) => [from, to, state, people];
const week = [cn('2026-11-23 00:00'), cn('2026-11-30 00:00')] as const;

describe('the hours in which a level reaches', () => {
  test('two people who are there: nothing to say', () => {
    expect(forecast({ levels: [{ to: [quality] }] })[0]?.gaps).toEqual([]);
  });

  test('nobody: away without a deputy, and why; one person only while one of two is away', () => {
    const gone = away('jin', '2026-11-24 08:00', '2026-11-25 08:00', null);
    const too = away('hu', '2026-11-24 20:00', '2026-11-26 08:00', null);
    const [lane] = forecast({ levels: [{ to: [quality] }], absences: [gone, too] });
    expect(lane?.gaps).toEqual([
      {
        from: gone.from,
        to: too.from,
        state: 'one',
        people: ['hu'],
        reasons: [],
        where: { buildings: null, departments: null },
      },
      expect.objectContaining({
        from: too.from,
        to: gone.to,
        state: 'nobody',
        people: [],
        reasons: [
          { kind: 'away', person: 'jin' },
          { kind: 'away', person: 'hu' },
        ],
      }),
      expect.objectContaining({ from: gone.to, to: too.to, state: 'one', people: ['jin'] }),
    ]);
  });

  test('nobody on the roster: by night two have their turns, by day and at weekends none', () => {
    const [lane] = forecast({ levels: [{ to: [duty] }], rosters: [nights], from: '2026-11-27 00:00' });
    expect(lane?.gaps.map(short)).toEqual([
      [cn('2026-11-27 09:00'), cn('2026-11-27 18:00'), 'nobody', []],
      [cn('2026-11-28 09:00'), cn('2026-11-30 00:00'), 'nobody', []],
    ]);
    expect(lane?.gaps[0]?.reasons).toEqual([{ kind: 'noTurn', roster: 'duty' }]);
  });

  test('out of hours another list is asked: a make-up Sunday is a working day, a holiday on a weekday is none', () => {
    const levels: Level[] = [{ to: [quality], outside: [{ kind: 'companyPost', post: 'general-manager' }] }];
    const days = (from: string, to: string) => forecast({ levels, from, to })[0]?.gaps.map(short);
    // 2026-02-14 (Saturday) is a make-up day before the Spring Festival, 2026-02-16 (Monday) a day of it.
    expect(days('2026-02-14 00:00', '2026-02-15 00:00')).toEqual([
      [cn('2026-02-14 00:00'), cn('2026-02-14 09:00'), 'nobody', []],
      [cn('2026-02-14 12:00'), cn('2026-02-14 13:30'), 'nobody', []],
      [cn('2026-02-14 18:00'), cn('2026-02-15 00:00'), 'nobody', []],
    ]);
    expect(days('2026-02-16 00:00', '2026-02-17 00:00')).toEqual([
      [cn('2026-02-16 00:00'), cn('2026-02-17 00:00'), 'nobody', []],
    ]);
  });

  test('somebody who leaves: away past the end and for long, with a deputy; a holiday is no leaving', () => {
    const leaves = away('jin', '2026-11-25 00:00', '2027-06-01 00:00', 'chen');
    const [lane] = forecast({ levels: [{ to: [quality] }], absences: [leaves] });
    expect(lane?.gaps.map(short)).toEqual([[leaves.from, week[1], 'leaving', ['chen', 'hu']]]);
    expect(lane?.gaps[0]?.reasons).toEqual([{ kind: 'awayForGood', person: 'jin' }]);
    const holiday = away('jin', '2026-11-25 00:00', '2026-12-08 00:00', 'chen');
    expect(forecast({ levels: [{ to: [quality] }], absences: [holiday] })[0]?.gaps).toEqual([]);
  });

  test('the steward: building by building, those alike together; a vacant post is named', () => {
    const [lane] = forecast({ levels: [{ to: [steward, { kind: 'siteDirector' }] }] });
    expect(lane?.gaps).toEqual([
      expect.objectContaining({ state: 'one', people: ['hu'], where: { buildings: ['b9'], departments: null } }),
    ]);
    const [alone] = forecast({ levels: [{ to: [steward] }] });
    expect(alone?.gaps.map(({ state, where, reasons }) => [state, where.buildings, reasons])).toEqual([
      ['nobody', ['b9'], [{ kind: 'vacant', post: steward }]],
      ['one', ['b3'], []],
    ]);
  });

  test('the item’s department: department by department', () => {
    const head: Recipient = { kind: 'head', department: 'item' };
    const [lane] = forecast({ levels: [{ to: [head] }] });
    expect(lane?.gaps.map(({ state, where, people }) => [state, where.departments, people])).toEqual([
      ['nobody', ['finance'], []],
      ['one', ['engineering'], ['gao']],
    ]);
  });

  test('the owner is whom the assign step gives; who is removed is told apart from who is away', () => {
    const handler: Recipient = { kind: 'handler', department: 'engineering' };
    const away1 = away('bo', '2026-11-24 00:00', '2026-11-25 00:00', null);
    const away2 = away('fu', '2026-11-24 12:00', '2026-11-25 00:00', null);
    const [lane] = forecast({
      levels: [{ to: [{ kind: 'owner' }] }],
      owners: [handler],
      absences: [away1, away2],
    });
    expect(lane?.gaps.map(short)).toEqual([
      [week[0], away1.from, 'one', ['bo']],
      [away1.from, away2.from, 'one', ['fu']],
      [away2.from, away1.to, 'nobody', []],
      [away1.to, week[1], 'one', ['bo']],
    ]);
    expect(lane?.gaps[2]?.reasons).toEqual([
      { kind: 'inactive', person: 'gone' },
      { kind: 'away', person: 'bo' },
      { kind: 'away', person: 'fu' },
    ]);
  });

  test('an owner nobody is made: not looked at, and said so', () => {
    const lanes = forecast({ levels: [{ to: [{ kind: 'owner' }] }, { to: [quality] }] });
    expect(lanes.map(({ ownerUnknown, gaps }) => [ownerUnknown, gaps])).toEqual([
      [true, []],
      [false, []],
    ]);
  });

  test('levels that ask the same people are one', () => {
    const lanes = forecast({ levels: [{ to: [quality] }, { to: [duty] }, { to: [quality], repeat: 2 }] });
    expect(lanes.map(({ rungs }) => rungs.map(({ level }) => level))).toEqual([[0, 2], [1]]);
  });
});
