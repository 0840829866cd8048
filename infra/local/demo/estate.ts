import type { Household } from '#domain/household';
import type { Absences, Department, Organisation, Person, Role, Rosters } from '#domain/organisation';

/** The demo company: one site, staff named by their posts, households by their units. No personal names. */
export const demoCompany = 'demo';
const site = 'east-lake';
const text = (zh: string, en: string) => ({ 'zh-CN': zh, en });

const person = (id: string, zh: string, en: string, role: Role, sites: string[] = [site]): Person => ({
  id,
  name: text(zh, en),
  email: `${id}@steward.example`,
  phone: undefined,
  language: 'zh-CN',
  role,
  sites,
  active: true,
});

const people: Person[] = [
  person('administrator', '系统管理员', 'Administrator', 'admin', []),
  person('general-manager', '总经理', 'General manager', 'admin', []),
  person('quality-manager', '品质管理部经理', 'Quality manager', 'manager'),
  person('site-director', '管理处主任', 'Site director', 'manager'),
  person('duty-manager-a', '值班经理甲', 'Duty manager A', 'staff'),
  person('duty-manager-b', '值班经理乙', 'Duty manager B', 'staff'),
  person('customer-centre-head', '客服主管', 'Customer centre head', 'manager'),
  person('customer-centre-clerk-a', '客服专员甲', 'Customer centre clerk A', 'staff'),
  person('customer-centre-clerk-b', '客服专员乙', 'Customer centre clerk B', 'staff'),
  person('engineering-head', '工程主管', 'Engineering head', 'staff'),
  person('repairer-a', '维修工甲', 'Repairer A', 'staff'),
  person('repairer-b', '维修工乙', 'Repairer B', 'staff'),
  person('security-head', '秩序维护主管', 'Security head', 'staff'),
  person('security-officer', '秩序维护员', 'Security officer', 'staff'),
  person('environment-head', '环境主管', 'Environment head', 'staff'),
  person('cleaning-lead', '保洁领班', 'Cleaning lead', 'staff'),
  person('gardener', '绿化工', 'Gardener', 'staff'),
  person('commerce-head', '商务主管', 'Commerce head', 'staff'),
  person('leasing-head', '租务主管', 'Leasing head', 'staff'),
  person('finance-head', '财务主管', 'Finance head', 'staff'),
  person('finance-clerk', '收费员', 'Finance clerk', 'staff'),
  person('steward-b1', '1 栋楼栋管家', 'Steward of building 1', 'staff'),
  person('steward-b2', '2 栋楼栋管家', 'Steward of building 2', 'staff'),
  person('steward-b3', '3 栋楼栋管家', 'Steward of building 3', 'staff'),
  person('auditor', '审计员', 'Auditor', 'viewer'),
];

const department = (id: string, zh: string, en: string, head: string, handlers: string[]): Department => ({
  id,
  name: text(zh, en),
  head,
  handlers,
});

export const organisation: Organisation = {
  company: { name: text('示范物业', 'Demo Property Services'), zone: 'Asia/Shanghai', language: 'zh-CN' },
  posts: [
    { id: 'quality', name: text('品质管理部', 'Quality department'), holders: ['quality-manager'] },
    { id: 'general-manager', name: text('总经理', 'General manager'), holders: ['general-manager'] },
  ],
  sites: [
    {
      id: site,
      name: text('东湖花园', 'East Lake Garden'),
      code: 'EL',
      zone: 'Asia/Shanghai',
      language: 'zh-CN',
      calendar: 'cn-office',
      phone: '021-5555 0100',
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
    },
  ],
  areas: [
    {
      id: 'north',
      site,
      name: text('北片区', 'North area'),
      customerService: 'customer-centre-clerk-a',
      keeper: 'steward-b1',
      repairer: 'repairer-a',
    },
    {
      id: 'south',
      site,
      name: text('南片区', 'South area'),
      customerService: 'customer-centre-clerk-b',
      keeper: 'steward-b3',
      repairer: 'repairer-b',
    },
  ],
  buildings: [
    {
      id: 'b1',
      site,
      name: text('1 栋', 'Building 1'),
      area: 'north',
      steward: 'steward-b1',
      handedOver: '2016-09-01',
    },
    {
      id: 'b2',
      site,
      name: text('2 栋', 'Building 2'),
      area: 'north',
      steward: 'steward-b2',
      handedOver: '2025-03-15',
    },
    {
      id: 'b3',
      site,
      name: text('3 栋', 'Building 3'),
      area: 'south',
      steward: 'steward-b3',
      handedOver: '2026-08-01',
    },
  ],
  people,
};

export const rosters: Rosters = {
  rosters: [
    {
      id: 'duty-manager',
      site,
      name: text('值班经理', 'Duty manager'),
      weekly: [
        { days: [1, 3, 5, 7], from: '18:00', to: '09:00', person: 'duty-manager-a' },
        { days: [2, 4, 6], from: '18:00', to: '09:00', person: 'duty-manager-b' },
        { days: [6], from: '09:00', to: '18:00', person: 'duty-manager-a' },
        { days: [7], from: '09:00', to: '18:00', person: 'duty-manager-b' },
      ],
      dated: [],
    },
  ],
};

export const absences: Absences = { absences: [] };

/** Twelve households a building; every fourth without e-mail, so that calls are seen too. */
export const households: Household[] = organisation.buildings.flatMap(({ id: building }, index) =>
  Array.from({ length: 12 }, (_, n): Household => {
    const unit = `${Math.floor(n / 2) * 2 + 2}0${(n % 2) + 1}`;
    const household = building === 'b1' && n === 11 ? '1201' : unit;
    return {
      id: `east-lake-${building}-${household}`,
      site,
      building,
      unit: household,
      members: [
        {
          name: `${household} 业主`,
          phone: `1390000${index + 1}${String(household).padStart(4, '0').slice(-3)}`,
          email: n % 4 === 2 ? null : `${building}-${household}@resident.example`,
          language: 'zh-CN',
          preferredTime: n % 3 === 0 ? '18:00 以后' : null,
          channel: n % 4 === 2 ? 'phone' : null,
          relation: 'owner',
        },
      ],
    };
  }),
);
