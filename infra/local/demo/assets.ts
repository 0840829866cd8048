import type { Asset, AssetFacts } from '#domain/asset';
import type { Building } from '#domain/organisation';
import type { Language } from '#domain/text';
import { addDays } from '#domain/time';
import type { DemoSite } from './parts.ts';

/** What one row of the list below becomes at a site; `days`: until its certificate ends, counted from the seeding. */
interface Piece {
  kind: string;
  code: string;
  zh: string;
  en: string;
  place: readonly [zh: string, en: string];
  maker?: string;
  model?: string;
  days?: number;
  unit?: string;
}

const perBuilding: readonly Piece[] = [
  {
    kind: 'lift',
    code: 'DT',
    zh: '1 号电梯',
    en: 'Lift 1',
    place: ['东侧电梯厅', 'East lobby'],
    maker: '上海三菱',
    model: 'LEHY-III',
    days: 75,
    unit: 'h',
  },
  {
    kind: 'lift',
    code: 'DT',
    zh: '2 号电梯',
    en: 'Lift 2',
    place: ['西侧电梯厅', 'West lobby'],
    maker: '上海三菱',
    model: 'LEHY-III',
    days: 240,
    unit: 'h',
  },
  {
    kind: 'fire',
    code: 'XF',
    zh: '消火栓及灭火器',
    en: 'Hydrants and extinguishers',
    place: ['各层走道', 'Corridors of all floors'],
    days: 180,
  },
  {
    kind: 'lighting',
    code: 'ZM',
    zh: '楼道照明',
    en: 'Corridor lighting',
    place: ['各层走道和楼梯', 'Corridors and stairs'],
  },
  {
    kind: 'door',
    code: 'MJ',
    zh: '单元门禁',
    en: 'Entrance door',
    place: ['首层大堂', 'Ground floor lobby'],
    maker: '海康威视',
    model: 'DS-K1T',
  },
  { kind: 'power', code: 'PD', zh: '楼栋配电箱', en: 'Distribution board', place: ['首层电井', 'Ground floor riser'] },
  { kind: 'drainage', code: 'PS', zh: '雨污水管', en: 'Drains', place: ['地下室', 'Basement'] },
  { kind: 'roof', code: 'WM', zh: '屋面防水', en: 'Roof membrane', place: ['屋面', 'Roof'] },
];
const perSite: readonly Piece[] = [
  {
    kind: 'pump',
    code: 'SB',
    zh: '1 号生活水泵',
    en: 'Water pump 1',
    place: ['地下泵房', 'Pump room'],
    maker: '格兰富',
    model: 'CR32-4',
    unit: 'h',
  },
  {
    kind: 'pump',
    code: 'SB',
    zh: '2 号生活水泵',
    en: 'Water pump 2',
    place: ['地下泵房', 'Pump room'],
    maker: '格兰富',
    model: 'CR32-4',
    unit: 'h',
  },
  {
    kind: 'pump',
    code: 'SB',
    zh: '消防水泵',
    en: 'Fire pump',
    place: ['地下泵房', 'Pump room'],
    maker: '连成',
    model: 'XBD',
  },
  { kind: 'tank', code: 'SX', zh: '生活水箱', en: 'Drinking water tank', place: ['地下泵房', 'Pump room'], days: 130 },
  { kind: 'tank', code: 'SX', zh: '消防水箱', en: 'Fire water tank', place: ['屋顶', 'Roof'] },
  { kind: 'power', code: 'PD', zh: '低压配电房', en: 'Low-voltage room', place: ['地下一层', 'Basement'], days: 300 },
  {
    kind: 'fire',
    code: 'XF',
    zh: '火灾报警主机',
    en: 'Fire alarm panel',
    place: ['消防控制室', 'Control room'],
    maker: '海湾',
    model: 'GST5000',
    days: 150,
  },
  { kind: 'lighting', code: 'ZM', zh: '园区路灯', en: 'Path lighting', place: ['园区道路', 'Paths'] },
  { kind: 'lighting', code: 'ZM', zh: '地下车库照明', en: 'Car park lighting', place: ['地下车库', 'Car park'] },
  { kind: 'door', code: 'MJ', zh: '主出入口道闸', en: 'Main gate barrier', place: ['主出入口', 'Main gate'] },
  { kind: 'playground', code: 'YL', zh: '儿童乐园', en: 'Playground', place: ['中心花园', 'Central garden'] },
  { kind: 'greening', code: 'LH', zh: '中心花园绿化', en: 'Central garden', place: ['中心花园', 'Central garden'] },
  { kind: 'greening', code: 'LH', zh: '沿街绿化', en: 'Street planting', place: ['园区外围', 'Along the street'] },
  {
    kind: 'pest-control',
    code: 'XS',
    zh: '毒饵站',
    en: 'Bait stations',
    place: ['垃圾房和绿化带', 'Bin rooms and beds'],
  },
];

/** Whose work the environment department does. */
const outdoors = new Set(['greening', 'pest-control']);

/** What is maintained at a site of the demo estate; `today` is the site's date. Ids are readable: the number is one of the site. */
export function demoAssets(
  { site, areas, buildings, people: everybody }: DemoSite,
  today: string,
): (AssetFacts & { id: string; hours: string | null })[] {
  const { language } = site;
  const counts = new Map<string, number>();
  const handlers = (department: string) => site.departments.find(({ id }) => id === department)?.handlers ?? [];
  // Lifts are looked after by the firm whose licence they need.
  const mechanic = everybody.find(({ role }) => role === 'contractor')?.id ?? null;
  const responsibleFor = (kind: string) => (kind === 'lift' ? mechanic : null);
  const of = (piece: Piece, building: Building | null) => {
    const prefix = building ? `${piece.code}-${building.id.toUpperCase()}` : piece.code;
    const n = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, n);
    const number = `${prefix}-${n}`;
    const people = handlers(outdoors.has(piece.kind) ? 'environment' : 'engineering');
    const repairer = areas.find(({ id }) => id === building?.area)?.repairer ?? people[0] ?? null;
    const responsible = responsibleFor(piece.kind) ?? (outdoors.has(piece.kind) ? (people.at(-1) ?? null) : repairer);
    const word = (zh: string, en: string) => ({ 'zh-CN': zh, en })[language satisfies Language];
    const shift = buildings.findIndex(({ id }) => id === building?.id) * 30;
    return {
      ...{
        id: `${site.id}-${number.toLowerCase()}`,
        site: site.id,
        building: building?.id ?? null,
        area: building?.area ?? null,
      },
      ...{ place: word(...piece.place), kind: piece.kind, number, name: word(piece.zh, piece.en) },
      ...{ maker: piece.maker ?? '', model: piece.model ?? '', responsible },
      deputy: people.find((id) => id !== responsible) ?? null,
      // A building's warranty ends five years after it was handed over.
      warrantyUntil: building && piece.kind === 'roof' ? addDays(building.handedOver, 5 * 365) : null,
      certificateUntil: piece.days === undefined ? null : addDays(today, piece.days + shift),
      condition: conditionOf(number),
      documents: [],
      hours: piece.unit ?? null,
    };
  };
  return [
    ...buildings.flatMap((building) => perBuilding.map((piece) => of(piece, building))),
    ...perSite.map((piece) => of(piece, null)),
  ];
}

/** A few are not as they should be. */
function conditionOf(number: string): Asset['condition'] {
  if (number === 'ZM-2') return 'limited';
  return /^MJ-(B4|H4)-1$/.test(number) ? 'outOfOrder' : 'good';
}
