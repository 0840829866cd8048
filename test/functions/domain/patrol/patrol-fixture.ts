import type { PatrolState, PointState } from '#domain/patrol/patrol';
import { patrolAt } from '#domain/patrol/patrol';
import { PatrolPoint, PatrolRoute } from '#domain/patrol/route';
import { text } from '../calendar-fixtures.ts';

export const gateCode = `p${'0'.repeat(19)}7kq2xm`;
export const pumpCode = '01abcdefghjkmnpqrs00q2xmcd';
export const garageCode = `p${'0'.repeat(18)}garage1`;

export const pointOf = (changes: Partial<PatrolPoint> = {}): PatrolPoint =>
  PatrolPoint.parse({
    id: 'gate',
    name: text('East gate'),
    asset: null,
    code: gateCode,
    from: '22:00',
    to: '22:30',
    lamps: null,
    required: true,
    ...changes,
  });
export const pump = (changes: Partial<PatrolPoint> = {}): PatrolPoint =>
  pointOf({ id: 'pump', name: text('Pump room'), asset: 'pump-1', code: null, from: '23:40', to: '00:20', ...changes });
export const garage = (changes: Partial<PatrolPoint> = {}): PatrolPoint =>
  pointOf({
    id: 'garage',
    name: text('Garage'),
    code: garageCode,
    from: '02:00',
    to: '02:45',
    lamps: { total: 48 },
    ...changes,
  });

export const routeOf = (changes: Partial<PatrolRoute> = {}): PatrolRoute =>
  PatrolRoute.parse({
    kind: 'night-patrol',
    building: null,
    people: [{ kind: 'onDuty', roster: 'duty-manager' }],
    alarm: [{ kind: 'head', department: 'security' }],
    points: [pointOf(), pump(), garage()],
    ...changes,
  });

export const tonight = { date: '2026-11-25', begins: '21:00', zone: 'Asia/Shanghai' };
const assets = new Map([['pump-1', { code: pumpCode, retired: false }]]);

export function nightOf(changes: Partial<PatrolRoute> = {}): PatrolState {
  const patrol = patrolAt(routeOf(changes), tonight, assets);
  if (patrol === null) throw new Error('no point');
  return patrol;
}

export const withPoint = (patrol: PatrolState, id: string, changes: Partial<PointState>): PatrolState => ({
  ...patrol,
  points: patrol.points.map((point) => (point.id === id ? { ...point, ...changes } : point)),
});
