import type { HandlerOf } from '#http/route';
import type { Routes } from '#http/routes';
import type { Desk } from '#usecases/desk';

type Operation = 'findHouseholds' | 'openHousehold' | 'showHousehold' | 'changeHousehold' | 'listHouseholdComplaints';

export const deskHandlers = ({ findHouseholds, households }: Desk): { [Id in Operation]: HandlerOf<Routes[Id]> } => ({
  findHouseholds: ({ caller, query }) => findHouseholds(caller, query),
  openHousehold: ({ caller, body }) => households.open(caller, body),
  showHousehold: ({ caller, params }) => households.show(caller, params.id),
  changeHousehold: ({ caller, params, body }) => households.change(caller, params.id, body),
  listHouseholdComplaints: ({ caller, params, query }) => households.complaints(caller, params.id, query),
});
