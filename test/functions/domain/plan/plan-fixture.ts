import type { Calendar } from '#domain/calendar';
import { MaintenancePlan } from '#domain/maintenance-plan';
import type { AssetFact, AssetFacts } from '#domain/plan/asset-fact';
import { type CompiledPlan, compilePlans } from '#domain/plan/compiled-plan';
import { type Frequency, Recurrence } from '#domain/recurrence/rule';
import { chineseOffice, text } from '../calendar-fixtures.ts';

export const monthly = (day: number): Frequency => ({ unit: 'month', every: 1, on: { kind: 'date', day } });
export const yearly = (month: number, day: number): Frequency => ({
  unit: 'year',
  every: 1,
  month,
  on: { kind: 'date', day },
});

export const ruleOf = (changes: Partial<Recurrence> = {}): Recurrence =>
  Recurrence.parse({
    frequency: monthly(5),
    time: '09:00',
    start: '2024-01-01',
    end: null,
    season: null,
    missingDay: 'clamp',
    nonWorkingDay: 'asIs',
    ...changes,
  });

/** The month's check of one lift unless told otherwise; as its schema reads it. */
export const planOf = ({
  rule,
  ...changes
}: Partial<MaintenancePlan> & { rule?: Partial<Recurrence> } = {}): MaintenancePlan =>
  MaintenancePlan.parse({
    id: 'lift-month',
    name: text('Lift, monthly'),
    work: text('Check the lift.'),
    assets: ['lift1'],
    per: 'asset',
    checklist: null,
    recurrence: ruleOf(rule),
    mode: 'fixed',
    leadDays: 0,
    graceDays: 0,
    absorbs: [],
    meter: null,
    status: 'active',
    moves: [],
    ...changes,
  });

export const assetOf = (id: string, changes: Partial<AssetFact> = {}): AssetFact => ({
  id,
  name: text(id),
  kind: 'lift',
  responsible: 'keeper',
  unit: null,
  readings: [],
  retiredAt: null,
  ...changes,
});
export const assetsOf = (...assets: AssetFact[]): AssetFacts => new Map(assets.map((asset) => [asset.id, asset]));

/** The first of the plans, compiled with the others. */
export function compiled(plans: MaintenancePlan[], calendar: Calendar = chineseOffice): CompiledPlan {
  const one = compilePlans('east-lake', plans, calendar).get(plans[0]?.id ?? '');
  if (one === undefined) throw new Error('no plan');
  return one;
}
