import type { Household } from '#domain/household';
import type { Area, Building, Person } from '#domain/organisation';
import { contractor, type DemoSite, department, dutyRoster, person, text } from './parts.ts';

const id = 'east-lake';

const people: Person[] = [
  person('site-director', '管理处主任', 'Site director', 'manager', [id]),
  person('duty-manager-a', '值班经理甲', 'Duty manager A', 'staff', [id]),
  person('duty-manager-b', '值班经理乙', 'Duty manager B', 'staff', [id]),
  person('customer-centre-head', '客服主管', 'Customer centre head', 'manager', [id]),
  person('customer-centre-clerk-a', '客服专员甲', 'Customer centre clerk A', 'staff', [id]),
  person('customer-centre-clerk-b', '客服专员乙', 'Customer centre clerk B', 'staff', [id]),
  person('engineering-head', '工程主管', 'Engineering head', 'staff', [id]),
  person('repairer-a', '维修工甲', 'Repairer A', 'staff', [id]),
  person('repairer-b', '维修工乙', 'Repairer B', 'staff', [id]),
  person('security-head', '秩序维护主管', 'Security head', 'staff', [id]),
  person('security-officer', '秩序维护员', 'Security officer', 'staff', [id]),
  person('environment-head', '环境主管', 'Environment head', 'staff', [id]),
  person('cleaning-lead', '保洁领班', 'Cleaning lead', 'staff', [id]),
  person('gardener', '绿化工', 'Gardener', 'staff', [id]),
  person('commerce-head', '商务主管', 'Commerce head', 'staff', [id]),
  person('leasing-head', '租务主管', 'Leasing head', 'staff', [id]),
  person('finance-head', '财务主管', 'Finance head', 'staff', [id]),
  person('finance-clerk', '收费员', 'Finance clerk', 'staff', [id]),
  person('steward-b1', '1 栋楼栋管家', 'Steward of building 1', 'staff', [id]),
  person('steward-b2', '2 栋楼栋管家', 'Steward of building 2', 'staff', [id]),
  person('steward-b3', '3 栋楼栋管家', 'Steward of building 3', 'staff', [id]),
  person('steward-b4', '4 栋楼栋管家', 'Steward of building 4', 'staff', [id]),
  person('steward-b5', '5 栋楼栋管家', 'Steward of building 5', 'staff', [id]),
  person('steward-b6', '6 栋楼栋管家', 'Steward of building 6', 'staff', [id]),
  contractor('lift-mechanic', text('电梯维保员', 'Lift mechanic'), '申安电梯维保', id, 'zh-CN'),
];

const site: DemoSite['site'] = {
  id,
  name: text('东湖花园', 'East Lake Garden'),
  code: 'EL',
  zone: 'Asia/Shanghai',
  language: 'zh-CN',
  calendar: 'cn-office',
  phone: '021-5555 0100',
  address: text('东湖花园 1 栋一层', 'Building 1, ground floor'),
  director: 'site-director',
  departments: [
    department('customer-centre', '客户服务中心', 'Customer centre', 'customer-centre-head', [
      'customer-centre-clerk-a',
      'customer-centre-clerk-b',
    ]),
    department('engineering', '工程部', 'Engineering', 'engineering-head', ['repairer-a', 'repairer-b']),
    department('security', '秩序维护部', 'Security', 'security-head', ['security-officer']),
    department('environment', '环境部', 'Environment', 'environment-head', ['cleaning-lead', 'gardener']),
    department('commerce', '商务部', 'Commerce', 'commerce-head', []),
    department('leasing', '租务部', 'Leasing', 'leasing-head', []),
    department('finance', '财务', 'Finance', 'finance-head', ['finance-clerk']),
  ],
};

const areas: Area[] = [
  {
    id: 'north',
    site: id,
    name: text('北片区', 'North area'),
    customerService: 'customer-centre-clerk-a',
    keeper: 'steward-b1',
    repairer: 'repairer-a',
  },
  {
    id: 'south',
    site: id,
    name: text('南片区', 'South area'),
    customerService: 'customer-centre-clerk-b',
    keeper: 'steward-b3',
    repairer: 'repairer-b',
  },
];

/** Handed over in three waves, for the three waves of complaints in a building's life. */
const buildings: Building[] = [
  {
    id: 'b1',
    site: id,
    name: text('1 栋', 'Building 1'),
    area: 'north',
    steward: 'steward-b1',
    handedOver: '2016-09-01',
  },
  {
    id: 'b2',
    site: id,
    name: text('2 栋', 'Building 2'),
    area: 'north',
    steward: 'steward-b2',
    handedOver: '2025-03-15',
  },
  {
    id: 'b3',
    site: id,
    name: text('3 栋', 'Building 3'),
    area: 'south',
    steward: 'steward-b3',
    handedOver: '2026-08-01',
  },
  {
    id: 'b4',
    site: id,
    name: text('4 栋', 'Building 4'),
    area: 'south',
    steward: 'steward-b4',
    handedOver: '2017-05-20',
  },
  {
    id: 'b5',
    site: id,
    name: text('5 栋', 'Building 5'),
    area: 'south',
    steward: 'steward-b5',
    handedOver: '2025-01-10',
  },
  {
    id: 'b6',
    site: id,
    name: text('6 栋', 'Building 6'),
    area: 'south',
    steward: 'steward-b6',
    handedOver: '2026-06-01',
  },
];

/** About every fourth is without e-mail, so that calls are seen too; the one of the first steps in the README has one. The younger buildings stand as they always did. */
const households: Household[] = buildings.flatMap(({ id: building }, index) =>
  Array.from({ length: index < 3 ? 12 : 20 }, (_, n): Household => {
    const unit = `${Math.floor(n / 2) * 2 + 2}0${(n % 2) + 1}`;
    const calledOnly = n % 4 === 2 && !(building === 'b1' && unit === '1201');
    return {
      id: `east-lake-${building}-${unit}`,
      site: id,
      building,
      unit,
      members: [
        {
          name: `${unit} 住户`,
          phone: `139000${index}${unit.padStart(4, '0')}`,
          email: calledOnly ? null : `${building}-${unit}@resident.example`,
          language: 'zh-CN',
          preferredTime: n % 3 === 0 ? '18:00 以后' : null,
          channel: calledOnly ? 'phone' : null,
          relation: 'owner',
        },
      ],
    };
  }),
);

/** 东湖花园: Shanghai, Chinese, the working calendar with make-up days. */
export const eastLake: DemoSite = {
  site,
  areas,
  buildings,
  people,
  rosters: [dutyRoster(id, 'duty-manager-a', 'duty-manager-b')],
  households,
};
