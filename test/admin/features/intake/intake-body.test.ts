import { expect, test } from 'vitest';
import { NewComplaint } from '#http/schemas/complaint';
import { emptyIntake, type IntakeValues, intakeBody } from '../../../../admin/src/features/intake/intake-body.ts';

const household = { id: 'h1', site: 'east-lake', building: 'b1', unit: '602', members: [] };
const full: IntakeValues = {
  ...emptyIntake,
  household,
  building: 'b1',
  unit: ' 602 ',
  place: 'lobby',
  category: 'water-leak',
  description: 'Water comes through the ceiling',
  since: '',
  reporter: { name: 'Mr Li', phone: '139 0000 1234', language: 'zh-CN' },
  photos: ['p1'],
};

test('a unit: the API’s schema takes it, and the place chosen before stays out', () => {
  const body = NewComplaint.parse(intakeBody(full, 'east-lake'));
  expect(body).toMatchObject({
    building: 'b1',
    unit: '602',
    household: 'h1',
    photos: ['p1'],
    verified: true,
    channel: 'desk',
  });
  expect([body.place, body.since, body.similar]).toEqual([undefined, undefined, undefined]);
});

test('a public place: no unit and no household', () => {
  const body = NewComplaint.parse(intakeBody({ ...full, where: 'place' }, 'east-lake'));
  expect([body.place, body.unit, body.household]).toEqual(['lobby', undefined, undefined]);
});

test('an anonymous caller leaves no trace of the household chosen before', () => {
  const body = NewComplaint.parse(intakeBody({ ...full, anonymous: true }, 'east-lake'));
  expect([body.household, body.reporter.name, body.reporter.phone]).toEqual([undefined, undefined, undefined]);
});

test('joining and filing anyway', () => {
  expect(NewComplaint.parse(intakeBody({ ...full, similar: 'c7' }, 'east-lake')).similar).toEqual({ join: 'c7' });
  expect(NewComplaint.parse(intakeBody({ ...full, similar: 'new' }, 'east-lake')).similar).toBe('new');
});
