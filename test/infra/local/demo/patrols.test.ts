import { expect, test } from 'vitest';
import { MaintenancePlan } from '#domain/maintenance-plan';
import { routesProblems } from '#domain/patrol/route-problems';
import { factOfSummary } from '#domain/plan/asset-fact';
import { planProblems } from '#domain/plan/problems';
import { mayReachAt } from '#domain/workflow/check';
import { demoAssets } from '#local/demo/assets';
import { demoEstate } from '#local/demo/estate';
import { demoPatrol } from '#local/demo/patrols';
import { defaultMaintenance } from '#workflows/default-maintenance';
import { defaultRouting } from '#workflows/default-routing';

const { organisation, sites, documents } = demoEstate;
const rosters = documents.flatMap((one) => (one.kind === 'rosters' ? [one.body] : []))[0];

test.each(sites.map((one) => [one.site.id, one] as const))('the patrol of %s can be published', (id, site) => {
  if (!rosters) throw new Error('the demo estate has rosters');
  const plan = demoPatrol(site, '2026-11-01');
  const directory = { organisation, rosters, absences: { absences: [] } };
  const assets = new Map(
    demoAssets(site, '2026-11-01').map(({ hours: _, ...facts }) => {
      const asset = { ...facts, company: 'demo', meter: null, unit: null, code: 'c', version: 1 };
      return [asset.id, factOfSummary(asset)];
    }),
  );
  const facts = {
    assets,
    checklists: new Map<string, number>(),
    listOfKind: new Map<string, string | null>(),
    kinds: new Set(defaultMaintenance.kinds.map((kind) => kind.id)),
    reaches: (recipient: Parameters<typeof mayReachAt>[0]) =>
      mayReachAt(recipient, id, { directory, routing: defaultRouting }),
  };
  expect(MaintenancePlan.parse(plan)).toEqual(plan);
  expect(planProblems({ plans: [plan] }, facts)).toEqual([]);
  expect(routesProblems({ plans: [plan] }, facts)).toEqual([]);
  expect(plan.route?.people.every((recipient) => facts.reaches(recipient))).toBe(true);
});
