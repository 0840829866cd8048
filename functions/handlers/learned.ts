import type { HandlerOf } from '#http/route';
import type { Routes } from '#http/routes';
import type { createListLearnedVisits } from '#usecases/learned/list-learned-visits';
import type { createListSaid } from '#usecases/learned/list-said';
import type { createShowLearned } from '#usecases/learned/show-learned';

export interface LearnedUseCases {
  showLearned: ReturnType<typeof createShowLearned>;
  listSaid: ReturnType<typeof createListSaid>;
  listLearnedVisits: ReturnType<typeof createListLearnedVisits>;
}

export const learnedHandlers = (use: LearnedUseCases): { [Id in keyof LearnedUseCases]: HandlerOf<Routes[Id]> } => ({
  showLearned: ({ caller, query }) => use.showLearned(caller, query),
  listSaid: ({ caller, query }) => use.listSaid(caller, query),
  listLearnedVisits: ({ caller, params, query }) => use.listLearnedVisits(caller, params.measure, query),
});
