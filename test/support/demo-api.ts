import type { Organisation } from '#domain/organisation';
import { createApi } from '#handlers/api';
import type { ApiEvent } from '#http/event';
import { mailRenderer } from '#mail/renderer';
import type { Limits, Message } from '#ports';
import { absences, households, organisation, rosters } from '#test/support/one-site';
import { createActOnItem } from '#usecases/act-on-item';
import { createAssetRegister } from '#usecases/assets/asset-register';
import { createCareEvents } from '#usecases/care/care-events';
import { createCareFile } from '#usecases/care/care-file';
import { createCareHome } from '#usecases/care/care-home';
import { createCareOfItem } from '#usecases/care/care-of-item';
import { createResidentData } from '#usecases/care/resident-data';
import { createCheckWorkflow } from '#usecases/check-workflow';
import { createDecide } from '#usecases/decide';
import { createDeliveries } from '#usecases/deliveries';
import { createDescribeCaller } from '#usecases/describe-caller';
import { createDescribeDirectory } from '#usecases/describe-directory';
import { createDescribeNotice } from '#usecases/describe-notice';
import { createDescribeSiteForms } from '#usecases/describe-site-forms';
import { createDesk } from '#usecases/desk';
import { createDrafts } from '#usecases/drafts';
import { createExportDocuments } from '#usecases/exchange/export-documents';
import { createImportDocuments } from '#usecases/exchange/import-documents';
import { createExplainDeadline } from '#usecases/explain-deadline';
import { createFileComplaint } from '#usecases/file-complaint';
import { createFindSimilar } from '#usecases/find-similar';
import { createIdentifyCaller } from '#usecases/identify-caller';
import { createListInFlight } from '#usecases/impact/list-in-flight';
import { createMoves } from '#usecases/impact/move-items';
import { createGoodCases } from '#usecases/improvements/good-cases';
import { createImprovements } from '#usecases/improvements/improvements';
import { createReadFigure } from '#usecases/improvements/read-figure';
import { createSharing } from '#usecases/improvements/sharing';
import { createLeaver } from '#usecases/leaver/replace-person';
import { createListAudit } from '#usecases/list-audit';
import { createListComplaints } from '#usecases/list-complaints';
import { createListHistories } from '#usecases/list-histories';
import { createListTimeline } from '#usecases/list-timeline';
import { createListWork } from '#usecases/list-work';
import { createDirectoryLoader } from '#usecases/load-directory';
import { createFactsLoader } from '#usecases/load-facts';
import { createListAssetOrders } from '#usecases/orders/list-asset-orders';
import { createListCountedOrders } from '#usecases/orders/list-counted-orders';
import { createListOrders } from '#usecases/orders/list-orders';
import { createOpenByHand } from '#usecases/orders/open-by-hand';
import { createOpenOrder } from '#usecases/orders/open-order';
import { createReadMaintenanceHome } from '#usecases/orders/read-maintenance-home';
import { createShowRates } from '#usecases/orders/show-rates';
import { createReadPatrols } from '#usecases/patrols/read-patrols';
import { createPhotos } from '#usecases/photos';
import { createPlans } from '#usecases/plan-publication';
import { createFeeds } from '#usecases/plans/feeds';
import { createListChecklists } from '#usecases/plans/list-checklists';
import { createListMeters } from '#usecases/plans/list-meters';
import { createListPlans } from '#usecases/plans/list-plans';
import { createPreviewCalendar } from '#usecases/preview-calendar';
import { createPreviewMail } from '#usecases/preview-mail';
import { createPublishDocument } from '#usecases/publish-document';
import { createReadDocuments } from '#usecases/read-documents';
import { createReadHome } from '#usecases/read-home';
import { createRetireOverride } from '#usecases/retire-override';
import { createShowComplaint } from '#usecases/show-complaint';
import { createShowCoverage } from '#usecases/show-coverage';
import { createShowDuty } from '#usecases/show-duty';
import { createShowWorkflow } from '#usecases/show-workflow';
import { createExportTables } from '#usecases/transfer/export-tables';
import { createImportAssets } from '#usecases/transfer/import-assets';
import { createImportHouseholds } from '#usecases/transfer/import-households';
import { createImportStaff } from '#usecases/transfer/import-staff';
import { createListVisits } from '#usecases/visits/list-visits';
import { createPreviewVisits } from '#usecases/visits/preview-visits';
import { createReadRound } from '#usecases/visits/read-round';
import { defaultCalendar } from '#workflows/default-calendar';
import { defaultCare } from '#workflows/default-care';
import { defaultComplaint } from '#workflows/default-complaint';
import { defaultMaintenance } from '#workflows/default-maintenance';
import { defaultRouting } from '#workflows/default-routing';
import { defaultVisits } from '#workflows/default-visits';
import { at } from './estate.ts';
import { createMemoryPorts, type MemoryPorts } from './memory-ports.ts';

const company = 'demo';
const templates = defaultComplaint.steps.flatMap((step) =>
  'template' in step && step.template !== undefined ? [step.template] : [],
);

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
export async function createDemoApi({ limits: ownLimits, ...options }: { origins?: string[]; limits?: Limits } = {}) {
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
  const limits = ownLimits ?? { take: async () => null };
  const loadDirectory = createDirectoryLoader(ports);
  const loadFacts = createFactsLoader(ports);
  const decide = createDecide(ports, loadFacts);
  const actOnItem = createActOnItem(
    decide,
    async (of, photo) => (await ports.files.viewUrl(of, photo)) !== null,
    async (of, asset) => (await ports.assets.get(of, asset))?.site ?? null,
  );
  const openOrder = createOpenOrder(ports, loadFacts);
  const parts = { ...ports, loadDirectory, loadFacts, decide, actOnItem, openOrder };
  const drafts = createDrafts(parts);
  const publishDocument = createPublishDocument(parts, { templates });
  const showComplaint = createShowComplaint(parts);
  const api = createApi(
    {
      describeCaller: createDescribeCaller(parts),
      describeDirectory: createDescribeDirectory(parts),
      readHome: createReadHome(parts),
      readSiteForms: createDescribeSiteForms(parts),
      previewMail: createPreviewMail(
        { ...parts, renderer: mailRenderer, mailer, limits },
        { publicUrl: 'https://steward.example' },
      ),
      readNotice: createDescribeNotice(parts, { publicUrl: 'https://steward.example' }),
      showDuty: createShowDuty(parts),
      showCoverage: createShowCoverage(parts),
      listWork: createListWork(parts),
      listComplaints: createListComplaints(parts),
      listHistories: createListHistories(parts),
      findSimilar: createFindSimilar(parts),
      desk: createDesk(parts),
      exchange: {
        exportDocuments: createExportDocuments(parts),
        importDocuments: createImportDocuments({ ...parts, publishDocument }, { templates }),
      },
      transfer: {
        importAssets: createImportAssets(parts),
        importHouseholds: createImportHouseholds(parts),
        importStaff: createImportStaff({ ...parts, publishDocument }, { templates }),
        exportTables: createExportTables(parts),
      },
      assets: createAssetRegister(parts, { publicUrl: 'https://steward.example' }),
      careFile: createCareFile(parts),
      careHome: createCareHome(parts),
      careEvents: createCareEvents(parts),
      residentData: createResidentData(parts),
      careOfItem: createCareOfItem(parts),
      feeds: createFeeds(parts, { publicUrl: 'https://steward.example' }),
      listChecklists: createListChecklists(parts),
      listMeters: createListMeters(parts),
      listPlans: createListPlans(parts),
      showRates: createShowRates(parts),
      listCountedOrders: createListCountedOrders(parts),
      listOrders: createListOrders(parts),
      listVisits: createListVisits(parts),
      readRound: createReadRound(parts),
      previewVisits: createPreviewVisits(parts),
      openByHand: createOpenByHand(parts),
      listAssetOrders: createListAssetOrders(parts),
      readMaintenanceHome: createReadMaintenanceHome(parts),
      patrols: createReadPatrols(parts, { publicUrl: 'https://steward.example' }),
      improvements: createImprovements({ ...parts, readFigure: createReadFigure(parts) }),
      goodCases: createGoodCases(parts),
      sharing: createSharing({ ...parts, readFigure: createReadFigure(parts) }),
      showComplaint,
      listTimeline: createListTimeline(parts),
      showWorkflow: createShowWorkflow(parts),
      explainDeadline: createExplainDeadline(parts),
      fileComplaint: createFileComplaint(ports, loadFacts),
      actOnItem,
      readDocuments: createReadDocuments(parts),
      publishDocument,
      retireOverride: createRetireOverride(parts),
      drafts,
      plans: createPlans(parts, { templates }),
      listInFlight: createListInFlight(parts),
      moves: createMoves(parts),
      leaver: createLeaver({ ...parts, publishDocument }, { templates }),
      deliveries: createDeliveries(parts),
      listAudit: createListAudit(parts),
      previewCalendar: createPreviewCalendar(parts, { templates }),
      checkWorkflow: createCheckWorkflow({ loadDirectory, templates }),
      photos: createPhotos(parts, { publicUrl: 'https://steward.example' }),
    },
    {
      identifyCaller: createIdentifyCaller(ports, { company, clients: ['panel'] }),
      clock: ports.clock,
      logger: ports.logger,
      ...options,
    },
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
