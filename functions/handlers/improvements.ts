import type { improvementRoutes } from '#http/improvement-routes';
import type { HandlerOf } from '#http/route';
import type { Routes } from '#http/routes';
import type { GoodCasesUse } from '#usecases/improvements/good-cases';
import type { ImprovementsUse } from '#usecases/improvements/improvements';
import type { Sharing } from '#usecases/improvements/sharing';

export interface ImprovementUseCases {
  improvements: ImprovementsUse;
  goodCases: GoodCasesUse;
  sharing: Sharing;
}
type Operation = keyof typeof improvementRoutes;

export const improvementHandlers = ({
  improvements,
  goodCases,
  sharing,
}: ImprovementUseCases): { [Id in Operation]: HandlerOf<Routes[Id]> } => ({
  listImprovements: ({ caller, query }) => improvements.list(caller, query),
  openImprovement: ({ caller, body, key }) => improvements.open(caller, body, key),
  showImprovement: ({ caller, params }) => improvements.show(caller, params.id),
  planImprovement: ({ caller, params, body }) => improvements.plan(caller, params.id, body),
  recordImprovement: ({ caller, params, body }) => improvements.done(caller, params.id, body),
  checkImprovement: ({ caller, params, body }) => improvements.check(caller, params.id, body.expected),
  closeImprovement: ({ caller, params, body }) => improvements.close(caller, params.id, body),
  restartImprovement: ({ caller, params, body }) => improvements.startOver(caller, params.id, body),
  listGoodCases: ({ caller, query }) => goodCases.list(caller, query),
  showGoodCase: ({ caller, params }) => goodCases.ofItem(caller, params.item),
  markGoodCase: ({ caller, params, body }) => goodCases.mark(caller, params.item, body),
  unmarkGoodCase: ({ caller, params }) => goodCases.unmark(caller, params.item),
  showSharing: ({ caller, query }) => sharing.show(caller, query),
  listSharedImprovements: ({ caller, query }) => sharing.improvements(caller, query),
});
