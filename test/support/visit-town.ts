import type { Item } from '#domain/item';
import type { Visits } from '#domain/visit-rules';
import { createDecide } from '#usecases/decide';
import { createDirectoryLoader } from '#usecases/load-directory';
import { createFactsLoader } from '#usecases/load-facts';
import type { VisitRequest } from '#usecases/visits/open-visit';
import { createVisits } from '#usecases/visits/visits';
import { defaultVisit } from '#workflows/default-visit';
import { createDemoApi } from './demo-api.ts';

const company = 'demo';
export type VisitTown = Awaited<ReturnType<typeof createVisitTown>>;

/** The demo estate on memory ports with its API, and all that opens visits. */
export async function createVisitTown() {
  const api = await createDemoApi();
  const { ports } = api;
  const published = { author: 'system', note: 'seed' } as const;
  const publish = async (id: string) =>
    ports.documents.publish(
      company,
      { ...published, at: ports.clock.now(), kind: 'workflow', id, body: defaultVisit },
      0,
    );
  await publish('follow-up-visit');
  const loadFacts = createFactsLoader(ports);
  const loadDirectory = createDirectoryLoader(ports);
  const visits = createVisits(ports, { loadFacts, loadDirectory, decide: createDecide(ports, loadFacts) });
  const homeOf = async (id: string) => {
    const found = await ports.households.get(company, id);
    if (!found) throw new Error(`There is no home ${id}.`);
    return found;
  };
  const visitsOf = (test: (item: Item) => boolean = () => true) =>
    ports.items.all(company).filter((item) => item.kind === 'visit' && test(item));
  return {
    ...api,
    company,
    visits,
    loadFacts,
    homeOf,
    visitsOf,
    /** Settings that hold from now on. */
    async settings(change: (now: Visits) => Visits): Promise<Visits> {
      const now = await ports.documents.current(company, 'visits', 'main');
      if (!now) throw new Error('The demo estate has settings of visits.');
      const body = change(now.body);
      const head = { ...published, at: ports.clock.now(), kind: 'visits', id: 'main' } as const;
      await ports.documents.publish(company, { ...head, body }, now.version);
      return body;
    },
    /** A visit of 1201 by the steward of building 1, by telephone, due now. */
    async open(change: Partial<VisitRequest> & { home?: string } = {}): Promise<string> {
      const { home = 'east-lake-b1-1201', ...request } = change;
      const { item } = await visits.open({
        ...{ company, household: await homeOf(home), key: `test/${home}`, visitor: 'steward-b1', channel: 'phone' },
        ...{ due: ports.clock.now(), description: '请了解住户是否满意。' },
        ...request,
      });
      return item.id;
    },
  };
}
