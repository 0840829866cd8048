import type { HandlerOf } from '#http/route';
import type { Routes } from '#http/routes';
import type { ReadPatrols } from '#usecases/patrols/read-patrols';

export interface PatrolUseCases {
  patrols: ReadPatrols;
}
type Operation = 'listPatrols' | 'showTonight' | 'showPatrol' | 'listPointLabels';

export const patrolHandlers = ({ patrols }: PatrolUseCases): { [Id in Operation]: HandlerOf<Routes[Id]> } => ({
  listPatrols: ({ caller, query }) => patrols.list(caller, query),
  showTonight: ({ caller, query }) => patrols.tonight(caller, query.site),
  showPatrol: ({ caller, params }) => patrols.show(caller, params.id),
  listPointLabels: ({ caller, query }) => patrols.labels(caller, query),
});
