import { expect, test } from 'vitest';
import { dutiesOf } from '#domain/duties';
import { text } from './calendar-fixtures.ts';
import { directoryWith } from './directory-fixture.ts';

const roster = {
  id: 'duty',
  site: 'lake',
  name: text('duty'),
  weekly: [{ days: [1], from: '09:00', to: '18:00', person: 'bo' }],
  dated: [{ date: '2026-11-24', from: '09:00', to: '18:00', person: 'hu' }],
};
const past = { person: 'ann', from: 0, to: 100, deputy: 'bo' };
const present = { ...past, from: 100, to: 101 };
const directory = directoryWith({ rosters: [roster], absences: [past, present] });

test('a person answers for whatever names them, absences that are over excepted', () => {
  const said = (person: string) =>
    dutiesOf(person, directory, 100).map((duty) => ('name' in duty ? `${duty.kind} ${duty.name.en}` : duty.kind));
  expect(said('bo')).toEqual(['handler engineering', 'repairer east', 'roster duty', 'deputy']);
  expect(said('hu')).toEqual(['post quality', 'director', 'roster duty']);
  expect(said('ann')).toEqual(['steward 3']);
  expect(said('gao')).toEqual(['head engineering']);
  expect(said('nobody')).toEqual([]);
  expect(dutiesOf('bo', directory, 101).map(({ kind }) => kind)).not.toContain('deputy');
});
