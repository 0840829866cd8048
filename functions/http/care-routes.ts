import { type Instant, localDate } from '#domain/time';
import type { Route } from './route.ts';
import {
  CareFlagView,
  CareHome,
  CareHomeQuery,
  CareHouseholdPage,
  CareHouseholdQuery,
  CareLookView,
  ChangedCareFlag,
  EndedCareFlag,
  FlagPath,
  HouseholdCare,
  HouseholdPath,
  LooksQuery,
  NewCareFlag,
  NewContact,
  ReviewedCareFlag,
} from './schemas/care.ts';
import { PageQuery, pageOf } from './schemas/wire.ts';

const DEMO_ZONE = 'Asia/Shanghai';
const flag = (now: Instant) => ({
  kind: 'elderly',
  note: '腿脚不便，门铃要多等一会儿',
  source: 'family',
  sensitivity: 'normal',
  from: localDate(now, DEMO_ZONE),
  reviewBy: localDate(now + 180 * 86_400_000, DEMO_ZONE),
  consent: { by: '1201 业主', on: localDate(now, DEMO_ZONE), how: 'spoken' },
});
const household = { id: 'east-lake-b1-1201' };
const aFlag = { ...household, flag: 'a-flag' };

/** Personalised care (个性化服务). */
export const careRoutes = {
  showHouseholdCare: {
    method: 'GET',
    path: '/api/care/households/{id}',
    summary: 'Care flags of a household as the reader may have them: sensitive ones folded, or masked',
    params: HouseholdPath,
    response: HouseholdCare,
  },
  addCareFlag: {
    method: 'POST',
    path: '/api/care/households/{id}/flags',
    summary: 'Add a care flag, with consent',
    keyed: true,
    params: HouseholdPath,
    body: NewCareFlag,
    response: HouseholdCare,
    status: 201,
    example: flag,
    paramsExample: household,
  },
  changeCareFlag: {
    method: 'PUT',
    path: '/api/care/households/{id}/flags/{flag}',
    summary: 'Change a care flag; 409 when somebody else did since',
    params: FlagPath,
    body: ChangedCareFlag,
    response: HouseholdCare,
    example: (now: Instant) => ({ ...flag(now), expected: 1 }),
    paramsExample: aFlag,
  },
  reviewCareFlag: {
    method: 'POST',
    path: '/api/care/households/{id}/flags/{flag}/review',
    summary: 'It was looked at again and is still right',
    params: FlagPath,
    body: ReviewedCareFlag,
    response: HouseholdCare,
    example: (now: Instant) => ({ expected: 2, reviewBy: flag(now).reviewBy }),
    paramsExample: aFlag,
  },
  endCareFlag: {
    method: 'POST',
    path: '/api/care/households/{id}/flags/{flag}/end',
    summary: 'Consent was withdrawn, or it is not so any more: nothing is kept of what it said',
    params: FlagPath,
    body: EndedCareFlag,
    response: HouseholdCare,
    example: () => ({ why: 'withdrawn' }),
    paramsExample: aFlag,
  },
  lookAtCareFlag: {
    method: 'POST',
    path: '/api/care/households/{id}/flags/{flag}/look',
    summary: 'Open a sensitive flag; who did is kept',
    params: FlagPath,
    response: CareFlagView,
  },
  listHouseholdLooks: {
    method: 'GET',
    path: '/api/care/households/{id}/looks',
    summary: 'Who looked at sensitive flags of a household, newest first',
    params: HouseholdPath,
    query: PageQuery,
    response: pageOf(CareLookView),
  },
  listCareLooks: {
    method: 'GET',
    path: '/api/care/looks',
    summary: 'Who looked at sensitive flags of a site, newest first',
    query: LooksQuery,
    response: pageOf(CareLookView),
  },
  recordContact: {
    method: 'POST',
    path: '/api/care/households/{id}/contact',
    summary: 'Somebody of the household was spoken to just now',
    params: HouseholdPath,
    body: NewContact,
    response: HouseholdCare,
    example: () => ({ how: 'phone' }),
    paramsExample: household,
  },
  showCareHome: {
    method: 'GET',
    path: '/api/care/home',
    summary: 'What is coming for the households of a building: reviews, birthdays, promised replies',
    query: CareHomeQuery,
    response: CareHome,
  },
  listCareHouseholds: {
    method: 'GET',
    path: '/api/care/households',
    summary: 'Households of a building with their last contact, by unit',
    query: CareHouseholdQuery,
    response: CareHouseholdPage,
  },
} as const satisfies Record<string, Route>;
