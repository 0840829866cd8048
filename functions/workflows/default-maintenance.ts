import { elapsed, workingDays, workingHours } from '#domain/limit';
import type { AssetKind, Impact, Maintenance } from '#domain/maintenance';
import { defaultChecklists } from './default-checklists.ts';

interface Wishes {
  checklist?: string | null;
  department?: string;
  accepted?: boolean;
  warrantyDays?: number;
}

const kind = (id: string, zh: string, en: string, impact: Impact, wishes: Wishes = {}): AssetKind => ({
  id,
  name: { 'zh-CN': zh, en },
  department: wishes.department ?? 'engineering',
  impact,
  checklist: wishes.checklist === undefined ? id : wishes.checklist,
  accepted: wishes.accepted ?? false,
  warrantyDays: wishes.warrantyDays ?? 30,
  active: true,
});

/** Public facilities of an estate and how soon work on them has to be done, as property management usually has it. */
export const defaultMaintenance: Maintenance = {
  kinds: [
    kind('lift', '电梯', 'Lift', 'building', { accepted: true, warrantyDays: 90 }),
    kind('fire', '消防设施', 'Fire equipment', 'whole-site', { accepted: true, warrantyDays: 90 }),
    kind('pump', '水泵', 'Pump', 'whole-site', { accepted: true, warrantyDays: 90 }),
    kind('tank', '水箱', 'Water tank', 'whole-site', { accepted: true }),
    kind('power', '配电设施', 'Power distribution', 'whole-site', { accepted: true, warrantyDays: 90 }),
    kind('lighting', '公共照明', 'Lighting', 'floor'),
    kind('door', '门禁与出入口', 'Access control and doors', 'building'),
    kind('drainage', '排水设施', 'Drainage', 'building'),
    kind('roof', '屋面', 'Roof', 'few', { accepted: true, warrantyDays: 365 }),
    kind('playground', '儿童游乐设施', 'Playground', 'few', { accepted: true }),
    kind('greening', '绿化', 'Greening', 'none', { department: 'environment' }),
    kind('pest-control', '消杀', 'Pest control', 'few', { department: 'environment' }),
    kind('night-patrol', '夜间巡查', 'Night patrol', 'few', {
      department: 'security',
      checklist: null,
      warrantyDays: 0,
    }),
  ],
  impacts: [
    { id: 'whole-site', severity: 'critical', acknowledge: elapsed(15), resolve: elapsed(4 * 60) },
    { id: 'building', severity: 'urgent', acknowledge: elapsed(30), resolve: elapsed(8 * 60) },
    { id: 'floor', severity: 'high', acknowledge: workingHours(2), resolve: workingDays(1) },
    { id: 'few', severity: 'normal', acknowledge: workingHours(4), resolve: workingDays(2) },
    { id: 'none', severity: 'low', acknowledge: workingDays(1), resolve: workingDays(5) },
  ],
  checklists: defaultChecklists,
};
