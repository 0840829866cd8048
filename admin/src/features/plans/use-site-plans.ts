import { type BaseRecord, type DataProvider, type HttpError, useDataProvider, useList } from '@refinedev/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Calendar, compileCalendar } from '#domain/calendar';
import { MaintenancePlan, type MaintenancePlans } from '#domain/maintenance-plan';
import { type AssetFacts, factOfSummary } from '#domain/plan/asset-fact';
import { type CompiledPlan, compilePlans } from '#domain/plan/compiled-plan';
import type { PlanState } from '#domain/plan/plan-state';
import type { AssetKindView, AssetRow } from '#http/schemas/asset';
import type { ChecklistView, PlanStanding } from '#http/schemas/plan';
import type { PanelMeta } from '../../providers/data-provider.ts';
import { useWorkplace, useZone } from '../workplace/workplace.tsx';

const AT_ONCE = 100;
const FRESH = 60_000;
const OFTEN = 30_000;

/** Every row of a list, page by page. */
async function allOf<T extends BaseRecord>(provider: DataProvider, resource: string, site?: string): Promise<T[]> {
  const rows: T[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await provider.getList<T>({
      resource,
      filters: site === undefined ? [] : [{ field: 'site', operator: 'eq', value: site }],
      pagination: { pageSize: AT_ONCE },
      meta: { cursor } satisfies PanelMeta,
    });
    rows.push(...page.data);
    cursor = (page.cursor as { next?: string } | undefined)?.next;
    if (cursor === undefined) return rows;
  }
}

/** What plans of a site are made with: its register, its checklists, its working calendar. */
export interface SitePlans {
  site: string;
  zone: string;
  assets: ReadonlyMap<string, AssetRow>;
  facts: AssetFacts;
  checklists: readonly ChecklistView[];
  /** Id of the checklist of each kind of facility. */
  listOfKind: ReadonlyMap<string, string | null>;
  /** How each plan stands, by id; one just published may not be there yet. */
  standings: ReadonlyMap<string, PlanStanding>;
  states: ReadonlyMap<string, PlanState>;
  /** Null: the site's calendar is not published. */
  calendar: Calendar | null;
  /** For telling what changed in a plan: ids of its assets and checklist say nothing. */
  named: readonly object[];
}
interface Reading {
  found: SitePlans | null;
  error: HttpError | null;
  retry: () => void;
}

/** Of the site; null: it is not published. */
export function useCalendar(site: string): Calendar | null {
  const { me, directory } = useWorkplace();
  const of = me.sites.find(({ id }) => id === site);
  const document = directory.calendars.find(({ id }) => id === of?.calendar);
  return useMemo(
    () => (document ? compileCalendar(document.body, `${document.id}@${document.version}`) : null),
    [document],
  );
}

export function useSitePlans(site: string): Reading {
  const provider = useDataProvider()();
  const calendar = useCalendar(site);
  const zone = useZone(site);
  const register = useQuery<AssetRow[], HttpError>({
    queryKey: ['register', site],
    queryFn: () => allOf<AssetRow>(provider, 'assets', site),
    staleTime: FRESH,
  });
  const standing = useQuery<PlanStanding[], HttpError>({
    queryKey: ['plan standings', site],
    queryFn: () => allOf<PlanStanding>(provider, `plans/${site}`),
    refetchInterval: OFTEN,
  });
  const lists = useList<ChecklistView, HttpError>({
    resource: 'checklists',
    filters: [{ field: 'site', operator: 'eq', value: site }],
    queryOptions: { staleTime: FRESH },
    errorNotification: false,
  }).query;
  const ofKinds = useList<AssetKindView, HttpError>({
    resource: 'asset-kinds',
    filters: [{ field: 'site', operator: 'eq', value: site }],
    queryOptions: { staleTime: FRESH },
    errorNotification: false,
  }).query;
  const rows = register.data;
  const kinds = ofKinds.data?.data;
  const checklists = lists.data?.data;
  const stand = standing.data;
  const found = useMemo<SitePlans | null>(() => {
    if (!rows || !checklists || !kinds || !stand) return null;
    const names = rows.map(({ id, number, name }) => {
      const said = `${number} ${name}`;
      return { id, name: { 'zh-CN': said, en: said } };
    });
    return {
      ...{ site, zone, calendar, checklists, named: [{ assets: names, checklists }] },
      listOfKind: new Map(kinds.map(({ id, checklist }) => [id, checklist])),
      standings: new Map(stand.map((one) => [one.plan, one])),
      states: new Map(stand.map((one) => [one.plan, stateOf(one)])),
      assets: new Map(rows.map((asset) => [asset.id, asset])),
      facts: new Map(rows.map((asset) => [asset.id, factOfSummary(asset)])),
    };
  }, [site, zone, calendar, checklists, kinds, rows, stand]);
  return {
    found,
    error: found ? null : (register.error ?? lists.error ?? ofKinds.error ?? standing.error),
    retry: () => void Promise.all([register.refetch(), lists.refetch(), ofKinds.refetch(), standing.refetch()]),
  };
}

/** As the domain has it; dates dealt with lately are the server's to remember. */
const stateOf = ({ since, upTo, subjects }: PlanStanding): PlanState => ({
  ...{ since: Date.parse(since), upTo: Date.parse(upTo), settled: [] },
  subjects: subjects.map(({ order: _, done, ...subject }) => ({
    ...subject,
    done: done === null ? null : Date.parse(done),
  })),
});

/** Plans that are whole, made ready; what is still being typed may not be. */
export const useCompiled = (
  { plans }: MaintenancePlans,
  { site, calendar }: Pick<SitePlans, 'site' | 'calendar'>,
): ReadonlyMap<string, CompiledPlan> =>
  useMemo(() => {
    const whole = plans.filter((plan) => MaintenancePlan.safeParse(plan).success);
    return calendar === null ? new Map() : compilePlans(site, whole, calendar);
  }, [plans, site, calendar]);
