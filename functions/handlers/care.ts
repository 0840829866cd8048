import type { HandlerOf } from '#http/route';
import type { Routes } from '#http/routes';
import type { CareFile } from '#usecases/care/care-file';
import type { CareHomePage } from '#usecases/care/care-home';

export interface CareUseCases {
  careFile: CareFile;
  careHome: CareHomePage;
}
type Operation =
  | 'showHouseholdCare'
  | 'addCareFlag'
  | 'changeCareFlag'
  | 'reviewCareFlag'
  | 'endCareFlag'
  | 'lookAtCareFlag'
  | 'listHouseholdLooks'
  | 'listCareLooks'
  | 'recordContact'
  | 'showCareHome'
  | 'listCareHouseholds';

export const careHandlers = ({ careFile, careHome }: CareUseCases): { [Id in Operation]: HandlerOf<Routes[Id]> } => ({
  showHouseholdCare: ({ caller, params }) => careFile.show(caller, params.id),
  addCareFlag: ({ caller, params, body, key }) => careFile.add(caller, params.id, body, key),
  changeCareFlag: ({ caller, params, body }) => careFile.change(caller, params, body),
  reviewCareFlag: ({ caller, params, body }) => careFile.review(caller, params, body),
  endCareFlag: ({ caller, params, body }) => careFile.end(caller, params, body),
  lookAtCareFlag: ({ caller, params }) => careFile.look(caller, params),
  listHouseholdLooks: ({ caller, params, query }) => careFile.looks(caller, params.id, query),
  listCareLooks: ({ caller, query }) => careHome.looks(caller, query),
  recordContact: ({ caller, params, body }) => careFile.contact(caller, params.id, body),
  showCareHome: ({ caller, query }) => careHome.show(caller, query),
  listCareHouseholds: ({ caller, query }) => careHome.households(caller, query),
});
