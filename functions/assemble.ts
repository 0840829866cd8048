import type { DynamoDBRecord } from 'aws-lambda';
import { evidenceOf } from '#domain/evidence';
import { messageTemplates } from '#domain/mail/view';
import { createAdvanceHandler } from '#handlers/advance';
import { createDispatchHandler, type StreamWork } from '#handlers/dispatch';
import { createPageHandler } from '#handlers/page';
import { createResidentPageHandler } from '#handlers/resident-page';
import { createScheduleHandler } from '#handlers/schedule';
import { createSleepHandler } from '#handlers/sleep';
import { renderResultPage } from '#http/pages/result-page';
import type { Ports } from '#ports';
import { createActByLink, resultView } from '#usecases/act-by-link';
import { createActByReceipt } from '#usecases/act-by-receipt';
import { createActOnItem } from '#usecases/act-on-item';
import { createAdvanceItem } from '#usecases/advance-item';
import { createDescribeLabel } from '#usecases/assets/describe-label';
import { createBootstrap } from '#usecases/bootstrap';
import { createCallOff } from '#usecases/care/call-off';
import { createCareByLink } from '#usecases/care/care-by-link';
import { createCareRounds } from '#usecases/care/care-rounds';
import { createDeliverNotice } from '#usecases/care/deliver-notice';
import { createAddCheckPhoto } from '#usecases/checklists/add-check-photo';
import { createSavePart, partOfPhoto, viewPart, viewPartPhotos } from '#usecases/checklists/check-part';
import { createDecide } from '#usecases/decide';
import { createDescribeReportSite } from '#usecases/describe-report-site';
import { createDesk } from '#usecases/desk';
import { createDispatchEffects } from '#usecases/dispatch-effects';
import { createFileComplaint } from '#usecases/file-complaint';
import { createFileReport } from '#usecases/file-report';
import { createDailyImprovements } from '#usecases/improvements/daily-improvements';
import { createKeepUploadedPhoto } from '#usecases/keep-uploaded-photo';
import { createMissedTargets } from '#usecases/learned/missed-targets';
import { createReadFigures } from '#usecases/learned/read-figure';
import { createLimitRequests } from '#usecases/limit-requests';
import { createDirectoryLoader } from '#usecases/load-directory';
import { createCalendarLoader, createFactsLoader } from '#usecases/load-facts';
import { createIsSame, createOpenLink } from '#usecases/open-link';
import { createOpenLinked } from '#usecases/open-linked';
import { createOpenReceipt } from '#usecases/open-receipt';
import { createCountRates } from '#usecases/orders/count-rates';
import { createFaultPhotos } from '#usecases/orders/fault-photos';
import { createOpenOrder } from '#usecases/orders/open-order';
import { createReportFault } from '#usecases/orders/report-fault';

import { createViewOrder } from '#usecases/orders/view-order';
import { createScanLabel } from '#usecases/patrols/scan-label';
import { createViewWalk } from '#usecases/patrols/walk-view';
import { createReadFeed } from '#usecases/plans/read-feed';
import { createPublishPlanned } from '#usecases/publish-planned';
import { readTimeline } from '#usecases/read-timeline';
import { createRecomputeItems } from '#usecases/recompute-items';
import { createRecordBounce } from '#usecases/record-bounce';
import { createRecoveryDesk } from '#usecases/recovery/recovery-desk';
import { createShowActionPage } from '#usecases/show-action-page';
import { createShowReceipt } from '#usecases/show-receipt';
import { createSleepItem } from '#usecases/sleep-item';
import { createSweep } from '#usecases/sweep';
import { createShowVisitPage } from '#usecases/visits/show-visit-page';
import { createVisits } from '#usecases/visits/visits';
import { type ApiOptions, assembleApi } from './assemble-api.ts';
import { assemblePlans } from './assemble-plans.ts';

export interface AssembleOptions {
  /** What a stream record asks for; the store knows its rows. */
  read(record: DynamoDBRecord): readonly StreamWork[];
  /** Origin that uploads are posted to. */
  uploadOrigin: string;
  /** How long a mail begun by another process is left alone, ms; null where there is no other. @default a minute */
  sendLease?: number | null;
  /** Secret that our own CloudFront sends along; null where none stands before the API. @default null */
  edgeSecret?: () => Promise<string | null>;
  api: ApiOptions;
}

/**
 * Use cases and handlers on a set of ports: the same in Lambda and on one machine. The composition roots
 * (`functions/lambda.ts`, `infra/local/system.ts`) bring the ports.
 */
export function assemble(ports: Ports, options: AssembleOptions) {
  const loadFacts = createFactsLoader(ports);
  const loadDirectory = createDirectoryLoader(ports);
  const decide = createDecide(ports, loadFacts);
  const isKept = async (of: string, photo: string) => (await ports.files.viewUrl(of, photo)) !== null;
  const siteOfAsset = async (of: string, asset: string) => (await ports.assets.get(of, asset))?.site ?? null;
  const recoveryDesk = createRecoveryDesk(ports, loadFacts);
  const actOnItem = createActOnItem(decide, isKept, siteOfAsset, recoveryDesk);
  const openOrder = createOpenOrder(ports, loadFacts);
  const maintained = assemblePlans(ports, loadFacts, loadDirectory);
  const deliverNotice = createDeliverNotice({ ...ports, loadDirectory }, { publicUrl: options.api.publicUrl });
  const visits = createVisits(ports, { loadFacts, loadDirectory, decide });
  const openLinked = createOpenLinked(openOrder, visits.openFor);
  const missedTargets = createMissedTargets(ports, createReadFigures({ ...ports, loadDirectory }));
  const lookAtFigures = createDailyImprovements(ports, { loadDirectory, loadFacts, missedTargets });
  const careRounds = createCareRounds({ ...ports, loadDirectory }, visits.open, createCallOff(ports, decide));
  const beyond = { open: openLinked, tellPlan: maintained.triggers.ended, deliverNotice, visitEffects: visits.effects };
  const dispatch = createDispatchEffects(ports, decide, loadFacts, beyond, options.sendLease);
  const recompute = createRecomputeItems(ports, loadDirectory, decide);
  const publishPlanned = createPublishPlanned({ ...ports, loadDirectory }, { templates: messageTemplates });
  const sweepItems = createSweep(ports, decide, dispatch, publishPlanned.publish, maintained.triggers.sweep, () =>
    visits.daily(options.api.company),
  );
  const sweep = async () => {
    await careRounds();
    await lookAtFigures(options.api.company);
    return sweepItems();
  };
  const openLink = createOpenLink(ports, loadFacts, recoveryDesk);
  const actByLink = createActByLink(ports, actOnItem);
  const limitRequests = createLimitRequests(ports);
  const { logger, metrics } = ports;
  const desk = createDesk({ ...ports, loadFacts, loadDirectory, actOnItem });
  const fileComplaint = createFileComplaint(ports, loadFacts);
  const fileReport = createFileReport(ports, loadFacts, decide, limitRequests);
  const shared = { loadFacts, loadDirectory, decide, recoveryDesk, actOnItem, desk, fileComplaint, openOrder };
  return {
    ...shared,
    fileReport,
    apiHandler: assembleApi(ports, shared, { ...options.api, edgeSecret: options.edgeSecret }),
    bootstrap: createBootstrap(ports),
    sweep,
    scheduleHandler: createScheduleHandler({ sweep, fire: maintained.triggers.fire }),
    recordBounce: createRecordBounce(ports, decide),
    keepUploadedPhoto: createKeepUploadedPhoto(ports, createAddCheckPhoto(ports, loadFacts, actOnItem)),
    advanceHandler: createAdvanceHandler(createAdvanceItem(ports, decide)),
    sleepHandler: createSleepHandler(createSleepItem(ports)),
    dispatchHandler: createDispatchHandler({
      read: options.read,
      effects: dispatch,
      async deadlines(company, calendar) {
        await recompute(company, calendar);
        await maintained.arranging.calendar(company, calendar);
      },
      plans: publishPlanned.arm,
      armed: maintained.triggers.arm,
      arrange: maintained.arranging.arrange,
      metered: maintained.triggers.read,
      rates: createCountRates({ ...ports, loadDirectory }),
      logger,
      metrics,
    }),
    pageHandler: createPageHandler({
      address: ports.links.url,
      openLink,
      show: createShowActionPage(ports, createViewOrder(ports), createCareByLink(ports)),
      act: actByLink,
      uploaded: async (opened, kept, self) =>
        renderResultPage(await resultView(ports, opened, null, self, kept ? 'kept' : 'rejected')),
      isKept: ({ claims: { company } }, photo) => isKept(company, photo),
      checks: {
        viewPart,
        viewPhotos: (opened, at, self, uploaded) => viewPartPhotos(ports, opened, at, self, uploaded),
        partOf: partOfPhoto,
        savePart: createSavePart(actOnItem),
      },
      walks: { view: createViewWalk(ports.ids), isSame: createIsSame(ports.links) },
      photoUrl: async ({ claims: { company }, gathered: { item } }, photo) => {
        const known = evidenceOf(item, await readTimeline(ports, company, item.id)).includes(photo);
        return known ? ports.files.viewUrl(company, photo) : null;
      },
      uploadOrigin: options.uploadOrigin,
      logger,
    }),
    residentHandler: createResidentPageHandler({
      company: options.api.company,
      clock: ports.clock,
      ids: ports.ids,
      describeSite: createDescribeReportSite(loadDirectory, ports.documents),
      fileReport,
      edgeSecret: options.edgeSecret ?? (async () => null),
      describeLabel: createDescribeLabel(ports, loadDirectory),
      reportFault: createReportFault(ports, openOrder, limitRequests),
      faultPhotos: createFaultPhotos(ports, limitRequests, { publicUrl: options.api.publicUrl }),
      readFeed: createReadFeed({ ...ports, loadDirectory, loadCalendar: createCalendarLoader(ports) }),
      scanLabel: createScanLabel({ ports, openLink, act: actByLink }),
      limitRequests,
      openReceipt: createOpenReceipt(ports, loadFacts),
      showReceipt: createShowReceipt(ports),
      actByReceipt: createActByReceipt(decide, limitRequests),
      showVisitPage: createShowVisitPage(ports),
      uploadOrigin: options.uploadOrigin,
      logger,
    }),
  };
}
export type Assembled = ReturnType<typeof assemble>;
