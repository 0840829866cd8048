import type { Household } from '#domain/household';
import type { Area, Building, Person, Role } from '#domain/organisation';
import { contractor, type DemoSite, department, dutyRoster, person, text } from './parts.ts';

const id = 'harbour-view';
/** Ids and addresses of people are of the whole company. */
const hv = (post: string) => `hv-${post}`;
const staff = (post: string, zh: string, en: string, role: Role = 'staff'): Person =>
  person(hv(post), `海港${zh}`, `Harbour View ${en}`, role, [id], 'en');

const people: Person[] = [
  staff('site-director', '管理处主任', 'site director', 'manager'),
  staff('duty-manager-a', '值班经理甲', 'duty manager A'),
  staff('duty-manager-b', '值班经理乙', 'duty manager B'),
  staff('customer-centre-head', '客服主管', 'customer centre head', 'manager'),
  staff('clerk-a', '客服专员甲', 'customer centre clerk A'),
  staff('clerk-b', '客服专员乙', 'customer centre clerk B'),
  staff('engineering-head', '工程主管', 'engineering head'),
  staff('repairer-a', '维修工甲', 'repairer A'),
  staff('repairer-b', '维修工乙', 'repairer B'),
  staff('security-head', '秩序维护主管', 'security head'),
  staff('security-officer', '秩序维护员', 'security officer'),
  staff('environment-head', '环境主管', 'environment head'),
  staff('cleaning-lead', '保洁领班', 'cleaning lead'),
  staff('gardener', '绿化工', 'gardener'),
  staff('commerce-head', '商务主管', 'commerce head'),
  staff('leasing-head', '租务主管', 'leasing head'),
  staff('finance-head', '财务主管', 'finance head'),
  staff('finance-clerk', '收费员', 'finance clerk'),
  staff('steward-h1', '望海楼楼栋管家', 'steward of Seaview House'),
  staff('steward-h2', '码头楼楼栋管家', 'steward of Wharf House'),
  staff('steward-h3', '帆影楼楼栋管家', 'steward of Sail House'),
  staff('steward-h4', '灯塔楼楼栋管家', 'steward of Beacon House'),
  staff('steward-h5', '花园楼楼栋管家', 'steward of Garden Court'),
  staff('steward-h6', '橡树楼楼栋管家', 'steward of Oak Court'),
  contractor(hv('lift-engineer'), text('电梯工程师', 'Lift engineer'), 'Tideway Lifts', id, 'en'),
];

const site: DemoSite['site'] = {
  id,
  name: text('海港景苑', 'Harbour View'),
  code: 'HV',
  zone: 'Europe/London',
  language: 'en',
  calendar: 'uk-office',
  phone: '+44 20 7946 0100',
  address: text('望海楼一层', 'Seaview House, ground floor'),
  director: hv('site-director'),
  departments: [
    department('customer-centre', '客户服务中心', 'Customer centre', hv('customer-centre-head'), [
      hv('clerk-a'),
      hv('clerk-b'),
    ]),
    department('engineering', '工程部', 'Engineering', hv('engineering-head'), [hv('repairer-a'), hv('repairer-b')]),
    department('security', '秩序维护部', 'Security', hv('security-head'), [hv('security-officer')]),
    department('environment', '环境部', 'Environment', hv('environment-head'), [hv('cleaning-lead'), hv('gardener')]),
    department('commerce', '商务部', 'Commerce', hv('commerce-head'), []),
    department('leasing', '租务部', 'Leasing', hv('leasing-head'), []),
    department('finance', '财务', 'Finance', hv('finance-head'), [hv('finance-clerk')]),
  ],
};

const areas: Area[] = [
  {
    id: 'quay',
    site: id,
    name: text('码头片区', 'Quay area'),
    customerService: hv('clerk-a'),
    keeper: hv('steward-h1'),
    repairer: hv('repairer-a'),
  },
  {
    id: 'park',
    site: id,
    name: text('公园片区', 'Park area'),
    customerService: hv('clerk-b'),
    keeper: hv('steward-h5'),
    repairer: hv('repairer-b'),
  },
];

const building = (building: string, zh: string, en: string, area: string, handedOver: string): Building => ({
  id: building,
  site: id,
  name: text(zh, en),
  area,
  steward: hv(`steward-${building}`),
  handedOver,
});
/** Handed over in three waves, for the three waves of complaints in a building's life. */
const buildings: Building[] = [
  building('h1', '望海楼', 'Seaview House', 'quay', '2015-04-01'),
  building('h2', '码头楼', 'Wharf House', 'quay', '2016-10-15'),
  building('h3', '帆影楼', 'Sail House', 'quay', '2024-11-01'),
  building('h4', '灯塔楼', 'Beacon House', 'park', '2025-05-20'),
  building('h5', '花园楼', 'Garden Court', 'park', '2026-05-01'),
  building('h6', '橡树楼', 'Oak Court', 'park', '2026-09-01'),
];

/** Every fourth is without e-mail, so that calls are seen too. */
const households: Household[] = buildings.flatMap(({ id: building }, index) =>
  Array.from({ length: 17 }, (_, n): Household => {
    const unit = `Flat ${n + 1}`;
    return {
      id: `${id}-${building}-flat-${n + 1}`,
      site: id,
      building,
      unit,
      members: [
        {
          name: `Resident of ${unit}`,
          phone: `+44 7700 900${index}${String(n + 1).padStart(2, '0')}`,
          email: n % 4 === 2 ? null : `${building}-flat-${n + 1}@resident.example`,
          language: 'en',
          preferredTime: n % 3 === 0 ? 'after 18:00' : null,
          channel: n % 4 === 2 ? 'phone' : null,
          relation: n % 5 === 4 ? 'tenant' : 'owner',
        },
      ],
    };
  }),
);

/** Harbour View: London, English, its own working week with bank holidays and summer time. */
export const harbourView: DemoSite = {
  site,
  areas,
  buildings,
  people,
  rosters: [dutyRoster(id, hv('duty-manager-a'), hv('duty-manager-b'))],
  households,
};
