import type { exchangeRoutes } from '#http/exchange-routes';
import { issueMessages } from '#http/problem-messages';
import type { HandlerOf } from '#http/route';
import type { Routes } from '#http/routes';
import type { createExportDocuments } from '#usecases/exchange/export-documents';
import type { createImportDocuments, PlannedImport } from '#usecases/exchange/import-documents';

export interface Exchange {
  exportDocuments: ReturnType<typeof createExportDocuments>;
  importDocuments: ReturnType<typeof createImportDocuments>;
}
type Operation = keyof typeof exchangeRoutes;

/** Problems told of one document: what a person looks at. */
const MOST = 100;

const nameOf = ({ state, body }: PlannedImport) =>
  state !== 'refused' && body !== null && typeof body === 'object' && 'name' in body
    ? (body.name as { 'zh-CN': string; en: string })
    : null;

export const exchangeHandlers = ({
  exportDocuments,
  importDocuments,
}: Exchange): { [Id in Operation]: HandlerOf<Routes[Id]> } => ({
  exportDocuments: ({ caller, query }) => exportDocuments(caller, query.documents?.split(',')),
  async checkDocumentImport({ caller, body }) {
    const { plans, token } = await importDocuments.check(caller, body.file);
    return {
      documents: plans.map(({ issues, ...plan }) => ({
        ...plan,
        // What was refused is not shown as if it were a document.
        body: plan.state === 'refused' ? null : plan.body,
        name: nameOf({ issues, ...plan }),
        problems: Object.entries(issueMessages(issues, caller.language))
          .flatMap(([path, messages]) => messages.map((message) => ({ path: path.replace(/^body\.?/, ''), message })))
          .slice(0, MOST),
      })),
      token,
    };
  },
  applyDocumentImport: async ({ caller, body }) => ({ documents: await importDocuments.apply(caller, body) }),
});
