import { type HttpError, useCustom } from '@refinedev/core';
import { useMemo } from 'react';
import type { MaintenancePlans } from '#domain/maintenance-plan';
import { plannedWork } from '#domain/plan/load';
import { useCompiled, useSitePlans } from '../plans/use-site-plans.ts';
import { daysOf } from '../plans/year.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import type { FilterName } from './order-filters.tsx';

/** A plan's day to come. */
export interface PlannedEntry {
  plan: string;
  orders: number;
}
export type PlannedDays = ReadonlyMap<string, readonly PlannedEntry[]>;
const NOTHING: MaintenancePlans = { plans: [] };
const FRESH = 60_000;

/** What the site's plans will bring within the days, as published, by date; empty until it is read. */
export function usePlanned(
  site: string,
  days: { from: string; to: string },
  { kind, area, person }: Record<FilterName, string | undefined>,
): { days: PlannedDays; plans: MaintenancePlans['plans'] } {
  const { directory } = useWorkplace();
  const { found } = useSitePlans(site);
  const { query } = useCustom<{ id?: string; body: MaintenancePlans }, HttpError>({
    url: `/api/documents/plans/${site}`,
    method: 'get',
    queryOptions: { staleTime: FRESH, retry: false },
    errorNotification: false,
  });
  const body = query.data?.data.body ?? NOTHING;
  const compiled = useCompiled(body, found ?? { site, calendar: null });
  const { from, to } = days;
  const work = useMemo(() => {
    if (!found || from > to) return [];
    const areaOf = (building: string | null) =>
      directory.buildings.find((one) => one.site === site && one.id === building)?.area;
    const isMeant = (id: string) => {
      const asset = found.assets.get(id);
      return (
        (kind === undefined || asset?.kind === kind) &&
        (area === undefined || (asset?.area ?? areaOf(asset?.building ?? null)) === area)
      );
    };
    const all = plannedWork(compiled.values(), found.facts, found.states, { from, to });
    return all.filter((one) => (person ?? one.person) === one.person && one.assets.some(isMeant));
  }, [compiled, found, from, to, kind, area, person, site, directory]);
  return { days: useMemo(() => daysOf(work), [work]), plans: body.plans };
}
