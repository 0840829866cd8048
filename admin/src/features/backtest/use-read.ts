import { type HttpError, useDataProvider } from '@refinedev/core';
import { overrideId } from '#domain/document-id';
import type { HistoryPage } from '#http/schemas/history';
import type { Bodies, Kind, Version } from '../document/kinds.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import type { ReadPage } from './load-histories.ts';
import type { PlainFacts } from './plain-facts.ts';

export interface Reading {
  page: ReadPage;
  /** Organisation, rosters, absences, calendars and routing as they are in force now. */
  facts: () => Promise<PlainFacts>;
}

/** How back-tests read what they need. */
export function useRead(): Reading {
  const provider = useDataProvider()();
  const { directory: seen, me } = useWorkplace();

  const body = async <K extends Kind, E = never>(kind: K, id: string, empty?: E): Promise<Bodies[K] | E> => {
    try {
      return (await provider.getOne<Version<K>>({ resource: `documents/${kind}`, id })).data.body;
    } catch (error) {
      if (empty !== undefined && (error as HttpError).statusCode === 404) return empty;
      throw error;
    }
  };
  const page: ReadPage = async (query) => {
    const { custom } = provider;
    if (!custom) throw new TypeError('The data provider cannot read histories.');
    const { data } = await custom<HistoryPage & { id?: string }>({ url: '/api/histories', method: 'get', query });
    return data;
  };
  const facts = async (): Promise<PlainFacts> => {
    const own = seen.ownRouting.map(({ site }) => site);
    const [organisation, rosters, absences, routing, routings] = await Promise.all([
      body('organisation', 'main'),
      body('rosters', 'main', { rosters: [] }),
      body('absences', 'main', { absences: [] }),
      body('routing', 'main'),
      Promise.all(own.map(async (site) => [site, await body('routing', overrideId('main', site))] as const)),
    ]);
    const ofSite = new Map(routings);
    return {
      directory: { organisation, rosters, absences },
      sites: me.sites.flatMap(({ id, calendar }) => {
        const found = seen.calendars.find((one) => one.id === calendar);
        if (!found) return [];
        const reference = `${found.id}@${found.version}`;
        return [{ site: id, calendar: { reference, body: found.body }, routing: ofSite.get(id) ?? routing }];
      }),
    };
  };
  return { page, facts };
}
