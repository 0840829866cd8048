import { expect, test } from 'vitest';
import type { Gap, Reason } from '#domain/coverage/gap';
import { groupGaps } from '../../../../admin/src/features/coverage/group-gaps.ts';
import { mendPlace } from '../../../../admin/src/features/coverage/mend.tsx';

const away: Reason = { kind: 'away', person: 'li' };
const noTurn: Reason = { kind: 'noTurn', roster: 'duty' };
const gap = (from: number, to: number, state: Gap['state'], reasons: Reason[] = []): Gap => ({
  from,
  to,
  state,
  people: state === 'nobody' ? [] : ['li'],
  reasons,
  where: { buildings: null, departments: null },
});
const short = (gaps: Gap[], now = 0) =>
  groupGaps(gaps, now).map(({ state, stretches, reasons }) => [
    state,
    stretches.map(({ from, to }) => `${from}-${to}`).join(' '),
    reasons.map(({ kind }) => kind).join(' '),
  ]);

test('the same of other hours is one line, the worst first', () => {
  expect(short([gap(0, 2, 'one'), gap(4, 6, 'one'), gap(7, 9, 'nobody', [away]), gap(9, 10, 'leaving')])).toEqual([
    ['nobody', '7-9', 'away'],
    ['leaving', '9-10', ''],
    ['one', '0-2 4-6', ''],
  ]);
});

test('hours without anybody that follow one another are one stretch, with all reasons once', () => {
  const gaps = [
    gap(0, 3, 'nobody', [away]),
    gap(3, 4, 'nobody', [away, noTurn]),
    gap(4, 6, 'nobody', [away]),
    gap(8, 9, 'nobody', [away]),
  ];
  expect(short(gaps)).toEqual([
    ['nobody', '0-6', 'away noTurn'],
    ['nobody', '8-9', 'away'],
  ]);
  expect(gaps[0]).toMatchObject({ to: 3, reasons: [away] });
});

test('of other items they stay apart', () => {
  const one = { ...gap(0, 3, 'nobody'), where: { buildings: ['b1'], departments: null } };
  expect(groupGaps([one, gap(3, 5, 'nobody')], 0)).toHaveLength(2);
});

test('what is over is left out, what runs stays whole', () => {
  expect(short([gap(0, 3, 'nobody'), gap(4, 9, 'nobody')], 5)).toEqual([['nobody', '4-9', '']]);
});

test.each<[Reason, string]>([
  [noTurn, '/rosters'],
  [away, '/absences'],
  [{ kind: 'awayForGood', person: 'li' }, '/leaver'],
  [{ kind: 'inactive', person: 'li' }, '/organisation?part=site'],
  [{ kind: 'vacant', post: { kind: 'steward' } }, '/organisation?part=buildings'],
  [{ kind: 'vacant', post: { kind: 'areaKeeper' } }, '/organisation?part=areas'],
  [{ kind: 'vacant', post: { kind: 'companyPost', post: 'quality' } }, '/organisation?part=company'],
  [{ kind: 'vacant', post: { kind: 'siteDirector' } }, '/organisation?part=site'],
])('%j is mended at %s', (reason, to) => {
  expect(mendPlace(reason).to).toBe(to);
});
