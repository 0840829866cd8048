import { messageTemplates } from '#domain/mail/view';
import { createApi } from '#handlers/api';
import type { Ports } from '#ports';
import type { ActOnItem } from '#usecases/act-on-item';
import { createAssetRegister } from '#usecases/assets/asset-register';
import { createCallOff } from '#usecases/care/call-off';
import { createCareEvents } from '#usecases/care/care-events';
import { createCareFile } from '#usecases/care/care-file';
import { createCareHome } from '#usecases/care/care-home';
import { createCareOfItem } from '#usecases/care/care-of-item';
import { createResidentData } from '#usecases/care/resident-data';
import { createCheckWorkflow } from '#usecases/check-workflow';
import type { Decide } from '#usecases/decide';
import { createDeliveries } from '#usecases/deliveries';
import { createDescribeCaller } from '#usecases/describe-caller';
import { createDescribeDirectory } from '#usecases/describe-directory';
import { createDescribeNotice } from '#usecases/describe-notice';
import { createDescribeSiteForms } from '#usecases/describe-site-forms';
import type { Desk } from '#usecases/desk';
import { createDrafts } from '#usecases/drafts';
import { createExportDocuments } from '#usecases/exchange/export-documents';
import { createImportDocuments } from '#usecases/exchange/import-documents';
import { createExplainDeadline } from '#usecases/explain-deadline';
import type { FileComplaint } from '#usecases/file-complaint';
import { createFindSimilar } from '#usecases/find-similar';
import { createIdentifyCaller } from '#usecases/identify-caller';
import { createListInFlight } from '#usecases/impact/list-in-flight';
import { createMoves } from '#usecases/impact/move-items';
import { createGoodCases } from '#usecases/improvements/good-cases';
import { createImprovements } from '#usecases/improvements/improvements';
import { createSharing } from '#usecases/improvements/sharing';
import { createListLearnedVisits } from '#usecases/learned/list-learned-visits';
import { createListSaid } from '#usecases/learned/list-said';
import { createReadFigure } from '#usecases/learned/read-figure';
import { createShowLearned } from '#usecases/learned/show-learned';
import { createLeaver } from '#usecases/leaver/replace-person';
import { createListAudit } from '#usecases/list-audit';
import { createListComplaints } from '#usecases/list-complaints';
import { createListHistories } from '#usecases/list-histories';
import { createListTimeline } from '#usecases/list-timeline';
import { createListWork } from '#usecases/list-work';
import type { LoadDirectory } from '#usecases/load-directory';
import type { LoadFacts } from '#usecases/load-facts';
import { createListAssetOrders } from '#usecases/orders/list-asset-orders';
import { createListCountedOrders } from '#usecases/orders/list-counted-orders';
import { createListOrders } from '#usecases/orders/list-orders';
import { createOpenByHand } from '#usecases/orders/open-by-hand';
import type { OpenOrder } from '#usecases/orders/open-order';
import { createReadMaintenanceHome } from '#usecases/orders/read-maintenance-home';
import { createShowRates } from '#usecases/orders/show-rates';
import { createReadPatrols } from '#usecases/patrols/read-patrols';
import { createPhotos } from '#usecases/photos';
import { createPlans } from '#usecases/plan-publication';
import { createFeeds } from '#usecases/plans/feeds';
import { createListChecklists } from '#usecases/plans/list-checklists';
import { createListPlans } from '#usecases/plans/list-plans';
import { createPreviewCalendar } from '#usecases/preview-calendar';
import { createPreviewMail } from '#usecases/preview-mail';
import { createPublishDocument } from '#usecases/publish-document';
import { createReadDocuments } from '#usecases/read-documents';
import { createReadHome } from '#usecases/read-home';
import { createListRecoveries } from '#usecases/recovery/list-recoveries';
import type { RecoveryDesk } from '#usecases/recovery/recovery-desk';
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
import { createListMeters } from './usecases/plans/list-meters.ts';

export interface ApiOptions {
  /** The company whose members sign in here. */
  company: string;
  /** Client ids whose tokens are taken. */
  clients: readonly string[];
  /** Origin of panel, API and pages. */
  publicUrl: string;
  /** Secret that our own CloudFront sends along. @default none stands before the API */
  edgeSecret?: (() => Promise<string | null>) | undefined;
}

/** What the API never needs: executions, schedules and links are the engine's and the pages'. */
export type ApiPorts = Omit<Ports, 'executions' | 'schedules' | 'links'>;

/** The JSON API on a set of ports; what writes is shared with the pages. */
export function assembleApi(
  ports: ApiPorts,
  shared: {
    loadFacts: LoadFacts;
    loadDirectory: LoadDirectory;
    decide: Decide;
    fileComplaint: FileComplaint;
    openOrder: OpenOrder;
    actOnItem: ActOnItem;
    desk: Desk;
    recoveryDesk: RecoveryDesk;
  },
  { company, clients, publicUrl, edgeSecret }: ApiOptions,
) {
  const parts = { ...ports, ...shared };
  const templates = messageTemplates;
  const drafts = createDrafts(parts);
  const publishDocument = createPublishDocument(parts, { templates });
  return createApi(
    {
      describeCaller: createDescribeCaller(parts),
      describeDirectory: createDescribeDirectory(parts),
      readHome: createReadHome(parts),
      readSiteForms: createDescribeSiteForms(parts),
      previewMail: createPreviewMail(parts, { publicUrl }),
      readNotice: createDescribeNotice(parts, { publicUrl }),
      showDuty: createShowDuty(parts),
      showCoverage: createShowCoverage(parts),
      listWork: createListWork(parts),
      listComplaints: createListComplaints(parts),
      listHistories: createListHistories(parts),
      findSimilar: createFindSimilar(parts),
      desk: shared.desk,
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
      assets: createAssetRegister(parts, { publicUrl }),
      careFile: createCareFile(parts),
      careHome: createCareHome(parts),
      careEvents: createCareEvents({ ...parts, callOff: createCallOff(ports, shared.decide) }),
      residentData: createResidentData(parts),
      careOfItem: createCareOfItem(parts),
      listRecoveries: createListRecoveries(parts),
      feeds: createFeeds(parts, { publicUrl }),
      listChecklists: createListChecklists(parts),
      listMeters: createListMeters(parts),
      listPlans: createListPlans(parts),
      showRates: createShowRates(parts),
      listCountedOrders: createListCountedOrders(parts),
      listOrders: createListOrders(parts),
      showLearned: createShowLearned(parts),
      listSaid: createListSaid(parts),
      listLearnedVisits: createListLearnedVisits(parts),
      listVisits: createListVisits(parts),
      readRound: createReadRound(parts),
      previewVisits: createPreviewVisits(parts),
      openByHand: createOpenByHand(parts),
      listAssetOrders: createListAssetOrders(parts),
      readMaintenanceHome: createReadMaintenanceHome(parts),
      patrols: createReadPatrols(parts, { publicUrl }),
      improvements: createImprovements({ ...parts, readFigure: createReadFigure(parts) }),
      goodCases: createGoodCases(parts),
      sharing: createSharing(parts),
      showComplaint: createShowComplaint(parts),
      listTimeline: createListTimeline(parts),
      showWorkflow: createShowWorkflow(parts),
      explainDeadline: createExplainDeadline(parts),
      fileComplaint: shared.fileComplaint,
      actOnItem: shared.actOnItem,
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
      checkWorkflow: createCheckWorkflow({ loadDirectory: shared.loadDirectory, templates }),
      photos: createPhotos(parts, { publicUrl }),
    },
    {
      identifyCaller: createIdentifyCaller(ports, { company, clients }),
      clock: ports.clock,
      logger: ports.logger,
      ...(edgeSecret && { edgeSecret }),
    },
  );
}
