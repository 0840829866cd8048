import type { Organisation } from '#domain/organisation';
import type { ApiEvent } from '#http/event';
import { mailRenderer } from '#mail/renderer';
import type { Limits, Message } from '#ports';
import { absences, households, organisation, rosters } from '#test/support/one-site';
import { createActOnItem } from '#usecases/act-on-item';
import { createDecide } from '#usecases/decide';
import { createDesk } from '#usecases/desk';
import { createFileComplaint } from '#usecases/file-complaint';
import { createDirectoryLoader } from '#usecases/load-directory';
import { createFactsLoader } from '#usecases/load-facts';
import { createOpenOrder } from '#usecases/orders/open-order';
import { createRecoveryDesk } from '#usecases/recovery/recovery-desk';
import { defaultCalendar } from '#workflows/default-calendar';
import { defaultCare } from '#workflows/default-care';
import { defaultComplaint } from '#workflows/default-complaint';
import { defaultMaintenance } from '#workflows/default-maintenance';
import { defaultRouting } from '#workflows/default-routing';
import { defaultVisits } from '#workflows/default-visits';
import { assembleApi } from '../../functions/assemble-api.ts';
import { at } from './estate.ts';
import { createMemoryPorts, type MemoryPorts } from './memory-ports.ts';

const company = 'demo';
export interface Sent {
  /** Person whose token is sent; null: none. */
  as?: string | null;
  body?: unknown;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  claims?: Record<string, unknown>;
}
export interface Answer<T = unknown> {
  status: number;
  headers: Record<string, unknown>;
  body: T;
}

/** A second site, for what must not be seen across sites. */
const otherSite = (): Organisation => {
  const [first] = organisation.sites;
  if (!first) throw new Error('the demo estate has a site');
  const desk = { id: 'customer-centre', name: first.name, head: 'west-manager', handlers: ['west-manager'] };
  const west = { ...first, id: 'west-hill', code: 'WH', director: 'west-manager', departments: [desk] };
  const stranger = { ...organisation.people[0], id: 'west-manager', email: 'west-manager@steward.example' };
  return {
    ...organisation,
    sites: [...organisation.sites, west],
    people: [
      ...organisation.people,
      { ...stranger, role: 'manager', sites: ['west-hill'] } as Organisation['people'][number],
    ],
  };
};

/** The API of the demo estate on memory ports, Monday morning; `call` speaks HTTP API events like the gateway. */
export async function createDemoApi({ limits }: { limits?: Limits } = {}) {
  const ports: MemoryPorts = createMemoryPorts(at('2026-11-23', '10:00'));
  const published = { author: 'system' as const, at: ports.clock.now(), note: 'seed' };
  const { documents } = ports;
  await documents.publish(
    company,
    { ...published, kind: 'calendar', id: organisation.sites[0]?.calendar ?? '', body: defaultCalendar },
    0,
  );
  await documents.publish(company, { ...published, kind: 'organisation', id: 'main', body: otherSite() }, 0);
  await documents.publish(company, { ...published, kind: 'rosters', id: 'main', body: rosters }, 0);
  await documents.publish(company, { ...published, kind: 'absences', id: 'main', body: absences }, 0);
  await documents.publish(company, { ...published, kind: 'routing', id: 'main', body: defaultRouting }, 0);
  await documents.publish(company, { ...published, kind: 'maintenance', id: 'main', body: defaultMaintenance }, 0);
  await documents.publish(company, { ...published, kind: 'visits', id: 'main', body: defaultVisits }, 0);
  await documents.publish(company, { ...published, kind: 'care-rules', id: 'main', body: defaultCare }, 0);
  await documents.publish(
    company,
    { ...published, kind: 'workflow', id: defaultRouting.workflow, body: defaultComplaint },
    0,
  );
  for (const household of households) await ports.households.put(company, household);

  const sent: Message[] = [];
  const mailer = {
    async send(message: Message) {
      sent.push(message);
      return { providerId: message.messageId };
    },
  };
  const loadDirectory = createDirectoryLoader(ports);
  const loadFacts = createFactsLoader(ports);
  const decide = createDecide(ports, loadFacts);
  const recoveryDesk = createRecoveryDesk(ports, loadFacts);
  const actOnItem = createActOnItem(
    decide,
    async (of, photo) => (await ports.files.viewUrl(of, photo)) !== null,
    async (of, asset) => (await ports.assets.get(of, asset))?.site ?? null,
    recoveryDesk,
  );
  const openOrder = createOpenOrder(ports, loadFacts);
  const fileComplaint = createFileComplaint(ports, loadFacts);
  const desk = createDesk({ ...ports, loadDirectory, loadFacts, actOnItem });
  const api = assembleApi(
    { ...ports, renderer: mailRenderer, mailer, limits: limits ?? { take: async () => null } },
    { loadDirectory, loadFacts, decide, recoveryDesk, actOnItem, openOrder, fileComplaint, desk },
    { company, clients: ['panel'], publicUrl: 'https://steward.example' },
  );

  const call = async <T = never>(method: string, path: string, sent: Sent = {}): Promise<Answer<T>> => {
    const { as = 'customer-centre-clerk-a', body, query, headers = {} } = sent;
    const claims = sent.claims ?? {
      iss: 'https://issuer.example',
      sub: `subject-${as}`,
      aud: 'panel',
      email: `${as}@steward.example`,
      email_verified: 'true',
    };
    const event = {
      version: '2.0',
      routeKey: '$default',
      rawPath: path,
      rawQueryString: '',
      headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
      queryStringParameters: query,
      requestContext: {
        http: { method, path, sourceIp: '203.0.113.7' },
        ...(as !== null && { authorizer: { jwt: { claims } } }),
      },
      body: typeof body === 'string' || body === undefined ? body : JSON.stringify(body),
      isBase64Encoded: false,
    };
    const result = await api(event as unknown as ApiEvent);
    return {
      status: result.statusCode ?? 0,
      headers: result.headers ?? {},
      body: JSON.parse(result.body || 'null') as T,
    };
  };
  return { ports, call, sent };
}
