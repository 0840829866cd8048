import type { AssetFacts } from '#domain/asset';
import { MaintenancePlan } from '#domain/maintenance-plan';
import type { Frequency } from '#domain/recurrence/rule';
import type { Text } from '#domain/text';
import { addDays } from '#domain/time';
import { text } from './parts.ts';

type Facility = AssetFacts & { id: string };
type Register = readonly Facility[];
/** How a plan of the demo estate differs from the usual one: once a month, moved to the next working day, two days of grace. */
interface Kind {
  id: string;
  name: Text;
  work: Text;
  of(asset: Facility, register: Register): boolean;
  frequency: Frequency;
  time?: string;
  change?: Partial<MaintenancePlan>;
  /** It begins with the present: what is done often, and at many facilities, would take the first start long to live through. */
  fromNow?: true;
  /** Its first date is the day after the present: opened ahead, its orders are what is being worked on. */
  fromTomorrow?: true;
}

const monthly = (day: number, every = 1): Frequency => ({ unit: 'month', every, on: { kind: 'date', day } });
const weekly = (on: 1 | 2 | 3 | 4 | 5, every: number): Frequency => ({ unit: 'week', every, on: [on] });
/** One of a kind for all: the site's own where there is one. */
const first =
  (kind: string) =>
  (asset: Facility, register: Register): boolean => {
    const all = register.filter((one) => one.kind === kind);
    return asset === (all.find(({ building }) => building === null) ?? all[0]);
  };
const ofKind =
  (...kinds: string[]) =>
  ({ kind }: AssetFacts) =>
    kinds.includes(kind);

const kinds: readonly Kind[] = [
  {
    id: 'lift-first',
    name: text('1 号电梯月度保养', 'Monthly service of the first lift'),
    work: text('按检查表保养：机房、轿厢、层门、底坑。', 'Service by the checklist: machine room, car, doors, pit.'),
    of: first('lift'),
    frequency: monthly(8),
    change: { per: 'asset', graceDays: 3 },
  },
  {
    id: 'lift-month',
    name: text('电梯月度保养', 'Monthly lift service'),
    work: text('按检查表保养：机房、轿厢、层门、底坑。', 'Service by the checklist: machine room, car, doors, pit.'),
    of: (asset, register) => asset.kind === 'lift' && asset !== register.find(({ kind }) => kind === 'lift'),
    frequency: monthly(16),
    change: { per: 'asset', graceDays: 3 },
    fromNow: true,
  },
  {
    id: 'lift-year',
    name: text('电梯年度检验准备', 'Yearly lift inspection'),
    work: text('年检前全面自检，并配合检验机构。', 'Full check ahead of the inspection, and attend it.'),
    of: ofKind('lift'),
    frequency: { unit: 'year', every: 1, month: 3, on: { kind: 'date', day: 10 } },
    change: { per: 'asset', leadDays: 7, graceDays: 10, absorbs: ['lift-first', 'lift-month'] },
  },
  {
    id: 'fire-month',
    name: text('消防设施月检', 'Monthly fire check'),
    work: text(
      '检查消火栓、灭火器压力与有效期、报警主机。',
      'Hydrants, pressure and date of extinguishers, alarm panel.',
    ),
    of: ofKind('fire'),
    frequency: monthly(12),
    change: { per: 'asset', graceDays: 3 },
    fromNow: true,
  },
  {
    id: 'pump-month',
    name: text('水泵月度巡检', 'Monthly pump round'),
    work: text('听声音、看压力、查渗漏，切换主备泵。', 'Sound, pressure, leaks; change over to the standby pump.'),
    of: ofKind('pump'),
    frequency: { unit: 'month', every: 1, on: { kind: 'weekday', nth: 1, weekday: 2 } },
    change: { graceDays: 1 },
  },
  {
    id: 'pump-hours',
    name: text('水泵运行 500 小时保养', 'Pump service after 500 hours'),
    work: text('更换润滑油，检查机械密封。', 'Change the oil, check the seal.'),
    of: ({ number }) => /^SB-[12]$/.test(number),
    frequency: { unit: 'year', every: 1, month: 1, on: { kind: 'date', day: 15 } },
    change: { per: 'asset', meter: { every: 500, unit: 'h', alone: true }, graceDays: 7 },
  },
  {
    id: 'tank-clean',
    name: text('生活水箱清洗', 'Cleaning of the drinking water tank'),
    work: text('清洗消毒并取样送检，提前通知停水。', 'Clean, disinfect, take a sample; announce the water cut ahead.'),
    of: ({ kind, number }) => kind === 'tank' && number === 'SX-1',
    frequency: monthly(20, 6),
    change: { leadDays: 5, graceDays: 5 },
  },
  {
    id: 'lighting-round',
    name: text('公共照明巡查', 'Lighting round'),
    work: text('清点亮灯数，更换不亮的灯。', 'Count the lamps that are lit, replace those that are not.'),
    of: first('lighting'),
    frequency: monthly(19),
    change: { graceDays: 1 },
  },
  {
    id: 'door-quarter',
    name: text('门禁道闸季检', 'Quarterly door and barrier check'),
    work: text('测试开门、对讲、紧急释放与防砸。', 'Test opening, intercom, emergency release and safety edge.'),
    of: ofKind('door'),
    frequency: monthly(15, 3),
    change: { per: 'asset', graceDays: 5 },
    fromNow: true,
  },
  {
    id: 'drainage-floating',
    name: text('雨污水管疏通', 'Drain clearing'),
    work: text('清掏集水井，疏通主管。', 'Clear the pits and the main pipes.'),
    of: ofKind('drainage'),
    frequency: monthly(18, 2),
    change: { per: 'asset', mode: 'floating', graceDays: 7 },
    fromNow: true,
  },
  {
    id: 'roof-before-rain',
    name: text('汛前屋面检查', 'Roof check before the rains'),
    work: text('检查防水层、落水口、女儿墙。', 'Membrane, outlets and parapets.'),
    of: ofKind('roof'),
    frequency: { unit: 'year', every: 1, month: 5, on: { kind: 'weekday', nth: 1, weekday: 2 } },
    change: { leadDays: 3, graceDays: 14 },
  },
  {
    id: 'power-quarter',
    name: text('配电设施季检', 'Quarterly power check'),
    work: text('红外测温，紧固端子，清扫除尘。', 'Thermal check, tighten terminals, clean.'),
    of: ofKind('power'),
    frequency: { unit: 'day', every: 91 },
    change: { per: 'asset', leadDays: 4, graceDays: 5 },
    fromTomorrow: true,
  },
  {
    id: 'greening-fortnight',
    name: text('绿化养护', 'Garden care'),
    work: text('修剪、浇水、清除枯枝与杂草。', 'Trim, water, clear dead wood and weeds.'),
    of: first('greening'),
    frequency: weekly(3, 2),
    change: { graceDays: 2 },
  },
  {
    id: 'pest-month',
    name: text('消杀作业', 'Pest control'),
    work: text('检查毒饵站并补充，提前张贴告示。', 'Check and refill the bait stations; put up notices ahead.'),
    of: ofKind('pest-control'),
    frequency: monthly(22),
    change: { graceDays: 2 },
  },
  {
    id: 'playground-month',
    name: text('游乐设施安全检查', 'Playground safety check'),
    work: text('检查紧固件、地垫与锐边。', 'Fixings, surface and sharp edges.'),
    of: ofKind('playground'),
    frequency: monthly(5),
    change: { graceDays: 2 },
  },
];

/** A year of maintenance of a demo site, from the local date on which its history begins; `today`: on which it ends. */
export function demoPlans(register: Register, begins: string, today: string): MaintenancePlan[] {
  return kinds.map(({ id, name, work, of, frequency, time = '08:30', change, fromNow, fromTomorrow }) =>
    MaintenancePlan.parse({
      ...{ id, name, work, assets: register.filter((asset) => of(asset, register)).map((asset) => asset.id) },
      ...{ per: 'round', checklist: null, mode: 'fixed', leadDays: 0, graceDays: 2, absorbs: [], meter: null },
      ...{ status: 'active', moves: [] },
      recurrence: {
        ...{
          frequency,
          time,
          start: fromTomorrow ? addDays(today, 1) : fromNow ? today : begins,
          end: null,
          season: null,
        },
        ...{ missingDay: 'clamp', nonWorkingDay: 'after' },
      },
      ...change,
    }),
  );
}
