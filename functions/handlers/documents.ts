import { problemWords } from '#domain/workflow/problem-words';
import type { documentRoutes } from '#http/document-routes';
import type { HandlerOf } from '#http/route';
import type { Routes } from '#http/routes';
import type { createCheckWorkflow } from '#usecases/check-workflow';
import type { createListAudit } from '#usecases/list-audit';
import type { createPreviewCalendar } from '#usecases/preview-calendar';
import type { createPublishDocument } from '#usecases/publish-document';
import type { createReadDocuments } from '#usecases/read-documents';
import type { RetireOverride } from '#usecases/retire-override';

export interface DocumentUseCases {
  readDocuments: ReturnType<typeof createReadDocuments>;
  publishDocument: ReturnType<typeof createPublishDocument>;
  checkWorkflow: ReturnType<typeof createCheckWorkflow>;
  listAudit: ReturnType<typeof createListAudit>;
  previewCalendar: ReturnType<typeof createPreviewCalendar>;
  retireOverride: RetireOverride;
}
type Operation = keyof typeof documentRoutes;

export const documentHandlers = ({
  readDocuments,
  publishDocument,
  checkWorkflow,
  previewCalendar,
  retireOverride,
  listAudit,
}: DocumentUseCases): { [Id in Operation]: HandlerOf<Routes[Id]> } => ({
  listDocuments: ({ caller }) => readDocuments.list(caller),
  showDocument: ({ caller, params, query }) => readDocuments.show(caller, params.kind, params.id, query.version),
  listVersions: ({ caller, params, query }) => readDocuments.history(caller, params.kind, params.id, query),
  publishDocument: ({ caller, params, body }) => publishDocument(caller, { ...params, ...body }),
  retireDocument: ({ caller, params, body }) => retireOverride(caller, { ...params, ...body }),
  listAudit: ({ caller, query }) => listAudit(caller, query),
  previewCalendar: ({ caller, params, body }) => previewCalendar(caller, { ...params, ...body }),
  checkWorkflow: async ({ caller, body }) => {
    const problems = await checkWorkflow(caller, body.body, body.id);
    return {
      problems: problems.map(({ step, field, code, detail }) => ({
        step,
        field,
        code,
        message: problemWords(code, detail, caller.language),
      })),
    };
  },
});
