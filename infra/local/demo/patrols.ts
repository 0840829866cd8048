import { createHash } from 'node:crypto';
import type { MaintenancePlan } from '#domain/maintenance-plan';
import { newPointCode } from '#domain/patrol/code';
import type { PatrolPoint } from '#domain/patrol/route';
import { type DemoSite, text } from './parts.ts';

interface Stop {
  id: string;
  zh: string;
  en: string;
  from: string;
  to: string;
  /** Number of the facility whose label hangs there, in small letters; left out: a label of its own. */
  asset?: string;
  lamps?: number | null;
  optional?: true;
}

/** Once round the estate between ten in the evening and five in the morning. */
const stops: readonly Stop[] = [
  { id: 'main-gate', zh: '主出入口', en: 'Main gate', from: '22:00', to: '22:40', asset: 'mj-1' },
  { id: 'street-lights', zh: '园区路灯', en: 'Path lighting', from: '22:20', to: '23:10', asset: 'zm-1', lamps: 86 },
  { id: 'playground', zh: '儿童乐园', en: 'Playground', from: '22:40', to: '23:30', asset: 'yl-1' },
  { id: 'car-park', zh: '地下车库', en: 'Car park', from: '23:20', to: '00:20', asset: 'zm-2', lamps: 240 },
  { id: 'pump-room', zh: '地下泵房', en: 'Pump room', from: '23:50', to: '00:50', asset: 'sb-1' },
  { id: 'roof-door', zh: '1 号楼屋面门', en: 'Roof door of the first building', from: '00:30', to: '01:30' },
  {
    id: 'corridor',
    zh: '楼道灯抽查',
    en: 'Corridor lights, one building',
    from: '01:00',
    to: '02:30',
    lamps: null,
    optional: true,
  },
  { id: 'perimeter', zh: '围墙东北角', en: 'North-east corner of the wall', from: '03:00', to: '04:00' },
  { id: 'back-gate', zh: '后门', en: 'Back gate', from: '04:10', to: '05:00' },
];

/** Enough to be told apart; a company's own codes come from a secure source. */
const codeOf = (site: string, id: string): string =>
  newPointCode(createHash('sha256').update(`${site}/${id}`).digest());

/** The night patrol of a demo site: the duty manager leads, the keeper of the first area and security walk with them. */
export function demoPatrol({ site, buildings }: DemoSite, start: string): MaintenancePlan {
  const points = stops.map(
    ({ id, zh, en, from, to, asset, lamps, optional }): PatrolPoint => ({
      ...{ id, name: text(zh, en), from, to },
      asset: asset === undefined ? null : `${site.id}-${asset}`,
      code: asset === undefined ? codeOf(site.id, id) : null,
      lamps: lamps === undefined ? null : { total: lamps },
      required: optional === undefined,
    }),
  );
  return {
    id: 'night-patrol',
    name: text('夜间巡查', 'Night patrol'),
    work: text(
      '按路线逐点检查门窗、消防通道和可疑情况，清点亮灯数；发现问题立即上报。',
      'Look at doors, escape routes and anything unusual at each point, count the lamps; report what is wrong at once.',
    ),
    ...{ assets: [], per: 'round', checklist: null, mode: 'fixed', leadDays: 0, graceDays: 0 },
    ...{ absorbs: [], meter: null, status: 'active', moves: [] },
    recurrence: {
      frequency: { unit: 'day', every: 1 },
      ...{ time: '21:00', start, end: null, season: null, missingDay: 'clamp', nonWorkingDay: 'asIs' },
    },
    route: {
      kind: 'night-patrol',
      building: buildings[0]?.id ?? null,
      people: [
        { kind: 'onDuty', roster: 'duty-manager' },
        { kind: 'areaKeeper' },
        { kind: 'handler', department: 'security' },
      ],
      alarm: [{ kind: 'onDuty', roster: 'duty-manager' }],
      points,
    },
  };
}
