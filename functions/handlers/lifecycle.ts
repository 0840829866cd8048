import type { Language } from '#domain/text';
import type { lifecycleRoutes } from '#http/lifecycle-routes';
import { planFailureWords } from '#http/plan-failure-words';
import type { HandlerOf } from '#http/route';
import type { Routes } from '#http/routes';
import type { PlannedView } from '#http/schemas/document';
import { wireInstant } from '#http/schemas/wire';
import type { Drafts } from '#usecases/drafts';
import type { Plans, PlanView } from '#usecases/plan-publication';
import type { createReadDocuments } from '#usecases/read-documents';

export interface LifecycleUseCases {
  drafts: Drafts;
  plans: Plans;
  readDocuments: ReturnType<typeof createReadDocuments>;
}

const plannedView = ({ failure, at, plannedAt, ...plan }: PlanView, language: Language): PlannedView => ({
  ...plan,
  plannedAt: wireInstant(plannedAt),
  at: wireInstant(at),
  why: failure ? planFailureWords(failure, plan.expected, language) : [],
});

export const lifecycleHandlers = ({
  drafts,
  plans,
  readDocuments,
}: LifecycleUseCases): { [Id in keyof typeof lifecycleRoutes]: HandlerOf<Routes[Id]> } => ({
  async showDraft({ caller, params: { kind, id } }) {
    const [draft, plan, version] = await Promise.all([
      drafts.show(caller, kind, id),
      plans.of(caller, kind, id),
      readDocuments.version(caller, kind, id),
    ]);
    return { ...draft, version, planned: plan && plannedView(plan, caller.language) };
  },
  listDrafts: ({ caller, query: { kind, ...page } }) => drafts.list(caller, kind, page),
  saveDraft: ({ caller, params, body }) => drafts.save(caller, { ...params, ...body }),
  discardDraft: ({ caller, params, query }) => drafts.discard(caller, { ...params, ...query }),
  async listPlanned({ caller, query }) {
    const { data, next } = await plans.list(caller, query);
    return { data: data.map((plan) => plannedView(plan, caller.language)), next };
  },
  async showPlanned({ caller, params: { kind, id } }) {
    const { body, ...plan } = await plans.show(caller, kind, id);
    return { ...plannedView(plan, caller.language), body };
  },
  async planPublication({ caller, params, body: { at, ...request } }) {
    const plan = await plans.plan(caller, { ...params, ...request, at: Date.parse(at) });
    return plannedView(plan, caller.language);
  },
  async cancelPlanned({ caller, params: { kind, id }, query: { plan } }) {
    await plans.cancel(caller, kind, id, plan);
    return {};
  },
});
