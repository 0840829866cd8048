import { elapsed, workingDays, workingHours } from '#domain/limit';
import type { Category, Routing, Severity } from '#domain/routing';

const category = (
  id: string,
  zh: string,
  en: string,
  department: string,
  severity: Severity,
  major = false,
): Category => ({
  id,
  name: { 'zh-CN': zh, en },
  department,
  severity,
  major,
  active: true,
});

/** Categories and example limits of property-management practice: acknowledge / reply / resolve by severity. */
export const defaultRouting: Routing = {
  workflow: 'complaint',
  categories: [
    category('lift-trapped', '电梯困人、停梯', 'Lift trapped or stopped', 'engineering', 'critical', true),
    category(
      'falling-object',
      '高空坠物、伤害、火险',
      'Falling object, injury, fire hazard',
      'security',
      'critical',
      true,
    ),
    category('water-leak', '楼上漏水', 'Water leak from above', 'engineering', 'urgent'),
    category('power-water-outage', '停电停水', 'Power or water outage', 'engineering', 'urgent'),
    category('staff-attitude', '员工服务态度', 'Staff attitude', 'customer-centre', 'high'),
    category('corridor-light', '楼道灯不亮', 'Corridor light out', 'engineering', 'normal'),
    category('noise-renovation', '噪音、装修扰民', 'Noise or renovation', 'security', 'normal'),
    category('parking', '停车秩序', 'Parking', 'security', 'normal'),
    category('cleaning', '保洁与垃圾', 'Cleaning and waste', 'environment', 'normal'),
    category('fees', '收费疑问', 'Fees', 'finance', 'normal'),
    category('greening-pests', '绿化、虫害', 'Greening, pests', 'environment', 'low'),
  ],
  limits: {
    critical: { acknowledge: elapsed(5), reply: elapsed(15), resolve: elapsed(240) },
    urgent: { acknowledge: elapsed(15), reply: elapsed(60), resolve: elapsed(1440) },
    high: { acknowledge: workingHours(1), reply: workingHours(4), resolve: workingDays(1) },
    normal: { acknowledge: workingHours(4), reply: workingDays(1), resolve: workingDays(2) },
    low: { acknowledge: workingDays(1), reply: workingDays(2), resolve: workingDays(5) },
  },
  rules: [],
};
