import type { HandlerOf } from '#http/route';
import type { Routes } from '#http/routes';
import type { createListVisits } from '#usecases/visits/list-visits';
import type { createPreviewVisits } from '#usecases/visits/preview-visits';
import type { createReadRound } from '#usecases/visits/read-round';

export interface VisitUseCases {
  listVisits: ReturnType<typeof createListVisits>;
  readRound: ReturnType<typeof createReadRound>;
  previewVisits: ReturnType<typeof createPreviewVisits>;
}
type Operation = 'listVisits' | 'readRound' | 'previewVisits';

export const visitHandlers = (use: VisitUseCases): { [Id in Operation]: HandlerOf<Routes[Id]> } => ({
  listVisits: ({ caller, query }) => use.listVisits(caller, query),
  readRound: ({ caller }) => use.readRound(caller),
  previewVisits: ({ caller, body }) => use.previewVisits(caller, body),
});
