import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { createResidentPageHandler } from '#handlers/resident-page';
import { signedLinks } from '#mail/links';
import type { Limits } from '#ports';
import { absences, households, organisation, rosters } from '#test/support/one-site';
import { createActByLink } from '#usecases/act-by-link';
import { createActByReceipt } from '#usecases/act-by-receipt';
import { createActOnItem } from '#usecases/act-on-item';
import { createDescribeLabel } from '#usecases/assets/describe-label';
import { createBootstrap } from '#usecases/bootstrap';
import { createDecide } from '#usecases/decide';
import { createDescribeReportSite } from '#usecases/describe-report-site';
import { createFileReport } from '#usecases/file-report';
import { createLimitRequests } from '#usecases/limit-requests';
import { createDirectoryLoader } from '#usecases/load-directory';
import { createCalendarLoader, createFactsLoader } from '#usecases/load-facts';
import { createOpenLink } from '#usecases/open-link';
import { createOpenReceipt } from '#usecases/open-receipt';
import { createFaultPhotos } from '#usecases/orders/fault-photos';
import { createOpenOrder } from '#usecases/orders/open-order';
import { createReportFault } from '#usecases/orders/report-fault';
import { createScanLabel } from '#usecases/patrols/scan-label';
import { createReadFeed } from '#usecases/plans/read-feed';
import { createRecoveryDesk } from '#usecases/recovery/recovery-desk';
import { createShowReceipt } from '#usecases/show-receipt';
import { createShowVisitPage } from '#usecases/visits/show-visit-page';
import { defaultDocuments } from '#workflows/default-documents';
import { at } from './estate.ts';
import { createMemoryPorts } from './memory-ports.ts';

const company = 'demo';

export interface Posted {
  path: string;
  method?: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: string;
  isBase64Encoded?: boolean;
}

/** The residents' pages of the demo estate on memory ports, Monday morning. `limits`: none unless given. */
export async function createResidentDesk({ limits }: { limits?: Limits } = {}) {
  const memory = createMemoryPorts(at('2026-11-23', '10:00'));
  let writes = 0;
  const counted =
    <A extends unknown[]>(write: (...args: A) => Promise<void>) =>
    async (...args: A) => {
      await write(...args);
      writes += 1;
    };
  const { commit, append } = memory.items;
  const ports = {
    ...memory,
    items: { ...memory.items, commit: counted(commit), append: counted(append) },
    links: signedLinks(
      { keys: [{ kid: 'k', secret: 's'.repeat(32) }], baseUrl: 'https://steward.example' },
      memory.clock,
    ),
    limits: limits ?? { take: async () => null },
  };
  await createBootstrap(ports)(
    company,
    [
      ...defaultDocuments(organisation),
      { kind: 'rosters', id: 'main', body: rosters },
      { kind: 'absences', id: 'main', body: absences },
    ],
    'seed',
  );
  for (const household of households) await ports.households.put(company, household);
  const loadFacts = createFactsLoader(ports);
  const decide = createDecide(ports, loadFacts);
  const limitRequests = createLimitRequests(ports);
  const recoveryDesk = createRecoveryDesk(ports, loadFacts);
  const handle = createResidentPageHandler({
    company,
    clock: ports.clock,
    ids: ports.ids,
    describeSite: createDescribeReportSite(createDirectoryLoader(ports), ports.documents),
    fileReport: createFileReport(ports, loadFacts, decide, limitRequests),
    edgeSecret: async () => null,
    describeLabel: createDescribeLabel(ports, createDirectoryLoader(ports)),
    reportFault: createReportFault(ports, createOpenOrder(ports, loadFacts), limitRequests),
    faultPhotos: createFaultPhotos(ports, limitRequests, { publicUrl: 'https://steward.example' }),
    readFeed: createReadFeed({
      ...ports,
      loadDirectory: createDirectoryLoader(ports),
      loadCalendar: createCalendarLoader(ports),
    }),
    scanLabel: createScanLabel({
      ports,
      openLink: createOpenLink(ports, loadFacts, recoveryDesk),
      act: createActByLink(
        ports,
        createActOnItem(
          decide,
          async () => false,
          async () => null,
          recoveryDesk,
        ),
      ),
    }),
    limitRequests,
    openReceipt: createOpenReceipt(ports, loadFacts),
    showReceipt: createShowReceipt(ports),
    showVisitPage: createShowVisitPage(ports),
    actByReceipt: createActByReceipt(decide, limitRequests),
    uploadOrigin: 'https://files.example',
    logger: ports.logger,
  });
  return {
    ports,
    /** Transactions on items so far. */
    writes: () => writes,
    async call({ path, method = 'GET', query = {}, headers = {}, body, isBase64Encoded = false }: Posted) {
      const event = {
        rawPath: path,
        queryStringParameters: query,
        headers,
        requestContext: { http: { method, sourceIp: '203.0.113.7' } },
        body,
        isBase64Encoded,
      } as unknown as APIGatewayProxyEventV2;
      const { statusCode = 0, headers: sent = {}, body: html = '' } = await handle(event);
      return { status: statusCode, html, location: typeof sent.location === 'string' ? sent.location : null };
    },
  };
}
export type ResidentDesk = Awaited<ReturnType<typeof createResidentDesk>>;
