import type { HandlerOf } from '#http/route';
import type { Routes } from '#http/routes';
import type { createDescribeCaller } from '#usecases/describe-caller';
import type { createDescribeDirectory } from '#usecases/describe-directory';
import type { createDescribeNotice } from '#usecases/describe-notice';
import type { createExplainDeadline } from '#usecases/explain-deadline';
import type { createFindSimilar } from '#usecases/find-similar';
import type { createListComplaints } from '#usecases/list-complaints';
import type { createListHistories } from '#usecases/list-histories';
import type { createListTimeline } from '#usecases/list-timeline';
import type { createListWork } from '#usecases/list-work';
import type { createReadHome } from '#usecases/read-home';
import type { createShowComplaint } from '#usecases/show-complaint';
import type { createShowCoverage } from '#usecases/show-coverage';
import type { createShowDuty } from '#usecases/show-duty';
import type { createShowWorkflow } from '#usecases/show-workflow';

export interface ReadUseCases {
  describeCaller: ReturnType<typeof createDescribeCaller>;
  describeDirectory: ReturnType<typeof createDescribeDirectory>;
  readHome: ReturnType<typeof createReadHome>;
  readNotice: ReturnType<typeof createDescribeNotice>;
  showDuty: ReturnType<typeof createShowDuty>;
  showCoverage: ReturnType<typeof createShowCoverage>;
  listWork: ReturnType<typeof createListWork>;
  listComplaints: ReturnType<typeof createListComplaints>;
  listHistories: ReturnType<typeof createListHistories>;
  findSimilar: ReturnType<typeof createFindSimilar>;
  showComplaint: ReturnType<typeof createShowComplaint>;
  listTimeline: ReturnType<typeof createListTimeline>;
  showWorkflow: ReturnType<typeof createShowWorkflow>;
  explainDeadline: ReturnType<typeof createExplainDeadline>;
}

export const readHandlers = (use: ReadUseCases): { [Id in keyof ReadUseCases]: HandlerOf<Routes[Id]> } => ({
  describeCaller: ({ caller }) => use.describeCaller(caller),
  describeDirectory: ({ caller }) => use.describeDirectory(caller),
  readHome: ({ caller, query }) => use.readHome(caller, query.site),
  readNotice: ({ caller, params }) => use.readNotice(caller, params.site),
  showDuty: ({ caller }) => use.showDuty(caller),
  showCoverage: ({ caller, query }) => use.showCoverage(caller, query.site),
  listWork: ({ caller, query }) => use.listWork(caller, query),
  listComplaints: ({ caller, query }) => use.listComplaints(caller, query),
  listHistories: ({ caller, query }) => use.listHistories(caller, query),
  findSimilar: ({ caller, query }) => use.findSimilar(caller, query),
  showComplaint: ({ caller, params }) => use.showComplaint(caller, params.id),
  listTimeline: ({ caller, params, query }) => use.listTimeline(caller, params.id, query),
  showWorkflow: ({ caller, params }) => use.showWorkflow(caller, params.id),
  explainDeadline: ({ caller, params, query }) => use.explainDeadline(caller, params.id, query.clock),
});
