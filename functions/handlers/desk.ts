import type { Language } from '#domain/text';
import { toApiProblem } from '#http/error-mapping';
import { errorDetails } from '#http/logger';
import type { HandlerOf } from '#http/route';
import type { Routes } from '#http/routes';
import type { GroupOutcome } from '#http/schemas/incident';
import type { StackParts } from '#http/stack';
import type { ActTogether, GroupResult } from '#usecases/act-together';
import type { Desk } from '#usecases/desk';
import { incidentView } from '#usecases/read-incidents';

type Operation =
  | 'findHouseholds'
  | 'openHousehold'
  | 'showHousehold'
  | 'changeHousehold'
  | 'listHouseholdComplaints'
  | 'listIncidents'
  | 'linkComplaints'
  | 'showIncident'
  | 'listIncidentMembers'
  | 'replyTogether'
  | 'resolveTogether'
  | 'unlinkComplaint'
  | 'listArchive'
  | 'search';

type Parts = Pick<StackParts, 'clock' | 'logger'>;

/** What one complaint refused is told with its result, in the words a single action would have got. */
function outcomeView(
  { incident, results }: Awaited<ReturnType<ActTogether>>,
  language: Language,
  { clock, logger }: Parts,
): GroupOutcome {
  const resultView = ({ complaint, refusal }: GroupResult): GroupOutcome['results'][number] => {
    if (refusal === null) return { complaint, outcome: 'done', message: null };
    const { message, statusCode, errors = {} } = toApiProblem(refusal, language, clock.now());
    if (statusCode >= 500)
      logger.error('One of several failed', { incident: incident.id, complaint, ...errorDetails(refusal) });
    return { complaint, outcome: 'refused', message: [message, ...Object.values(errors).flat()].join(' ') };
  };
  return { incident: incidentView(incident), results: results.map(resultView) };
}

export const deskHandlers = (desk: Desk, parts: Parts): { [Id in Operation]: HandlerOf<Routes[Id]> } => ({
  findHouseholds: ({ caller, query }) => desk.findHouseholds(caller, query),
  openHousehold: ({ caller, body }) => desk.households.open(caller, body),
  showHousehold: ({ caller, params }) => desk.households.show(caller, params.id),
  changeHousehold: ({ caller, params, body }) => desk.households.change(caller, params.id, body),
  listHouseholdComplaints: ({ caller, params, query }) => desk.households.complaints(caller, params.id, query),
  listIncidents: ({ caller, query }) => desk.incidents.list(caller, query),
  linkComplaints: async ({ caller, body, key }) => incidentView(await desk.linkComplaints(caller, body, key)),
  showIncident: ({ caller, params }) => desk.incidents.show(caller, params.id),
  listIncidentMembers: ({ caller, params, query }) => desk.incidents.members(caller, params.id, query),
  replyTogether: async ({ caller, params, body, key, language }) =>
    outcomeView(await desk.actTogether(caller, params.id, { action: 'reply', ...body }, key), language, parts),
  resolveTogether: async ({ caller, params, body, key, language }) =>
    outcomeView(await desk.actTogether(caller, params.id, { action: 'resolve', ...body }, key), language, parts),
  unlinkComplaint: async ({ caller, params, body }) =>
    incidentView(await desk.unlinkComplaint(caller, params.id, body.complaint)),
  listArchive: ({ caller, query }) => desk.listArchive(caller, query),
  search: ({ caller, query }) => desk.search(caller, query),
});
