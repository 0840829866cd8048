import type { HandlerOf } from '#http/route';
import type { Routes } from '#http/routes';
import type { CareEvents } from '#usecases/care/care-events';
import type { CareFile } from '#usecases/care/care-file';
import type { CareHomePage } from '#usecases/care/care-home';
import type { CareOfItem } from '#usecases/care/care-of-item';
import type { ResidentData } from '#usecases/care/resident-data';
import type { ListRecoveries } from '#usecases/recovery/list-recoveries';

export interface CareUseCases {
  careFile: CareFile;
  careHome: CareHomePage;
  careEvents: CareEvents;
  residentData: ResidentData;
  careOfItem: CareOfItem;
  listRecoveries: ListRecoveries;
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
  | 'listCareHouseholds'
  | 'listCareEvents'
  | 'createCareEvent'
  | 'showCareEvent'
  | 'changeCareEvent'
  | 'announceCareEvent'
  | 'cancelCareEvent'
  | 'listEventCalls'
  | 'recordEventCall'
  | 'tryCareRules'
  | 'showItemCare'
  | 'lookAtItemCare'
  | 'copyResidentData'
  | 'eraseResidentData'
  | 'listRecoveries';

export const careHandlers = ({
  careFile,
  careHome,
  careEvents,
  residentData,
  careOfItem,
  listRecoveries,
}: CareUseCases): { [Id in Operation]: HandlerOf<Routes[Id]> } => ({
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
  listCareEvents: ({ caller, query }) => careEvents.list(caller, query),
  createCareEvent: ({ caller, body, key }) => careEvents.create(caller, body, key),
  showCareEvent: ({ caller, params }) => careEvents.show(caller, params.id),
  changeCareEvent: ({ caller, params, body }) => careEvents.change(caller, params.id, body),
  announceCareEvent: ({ caller, params, body }) => careEvents.announce(caller, params.id, body.expected),
  cancelCareEvent: ({ caller, params, body }) => careEvents.cancel(caller, params.id, body.expected),
  listEventCalls: ({ caller, params, query }) => careEvents.calls(caller, params.id, query),
  recordEventCall: ({ caller, params, body }) => careEvents.told(caller, params, body),
  tryCareRules: ({ caller, body }) => careEvents.tryOut(caller, body),
  showItemCare: ({ caller, params }) => careOfItem.show(caller, params.id),
  lookAtItemCare: ({ caller, params }) => careOfItem.look(caller, params),
  copyResidentData: ({ caller, params, body }) => residentData.copy(caller, params.id, body.member),
  eraseResidentData: ({ caller, params, body }) => residentData.erase(caller, params.id, body.member),
  listRecoveries: ({ caller, query }) => listRecoveries(caller, query),
});
