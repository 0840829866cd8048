import { z } from 'zod';
import type { Route } from './route.ts';
import { ComplaintSummary } from './schemas/complaint.ts';
import { ChangedHousehold, HouseholdDetail, HouseholdQuery, HouseholdRow, NewHousehold } from './schemas/household.ts';
import { PageQuery, pageOf } from './schemas/wire.ts';

const Id = z.object({ id: z.string().min(1).max(60) });
const owner = () => ({
  name: '1301 业主',
  phone: '13900001301',
  email: null,
  language: 'zh-CN' as const,
  preferredTime: '18:00 以后',
  channel: 'phone' as const,
  relation: 'owner' as const,
});

/** Resident files (业户档案). */
export const householdRoutes = {
  findHouseholds: {
    method: 'GET',
    path: '/api/households',
    summary: 'Households of a site, or those found by unit, name or phone',
    query: HouseholdQuery,
    response: pageOf(HouseholdRow),
  },
  openHousehold: {
    method: 'POST',
    path: '/api/households',
    summary: 'Open the file of a unit that has none',
    body: NewHousehold,
    response: HouseholdDetail,
    status: 201,
    example: () => ({ site: 'east-lake', building: 'b1', unit: '1301', members: [owner()] }),
  },
  showHousehold: {
    method: 'GET',
    path: '/api/households/{id}',
    summary: 'One household',
    params: Id,
    response: HouseholdDetail,
  },
  changeHousehold: {
    method: 'PUT',
    path: '/api/households/{id}',
    summary: 'Change its members; 409 when somebody else did since',
    params: Id,
    body: ChangedHousehold,
    response: HouseholdDetail,
    example: () => ({ expected: 1, members: [owner()] }),
    paramsExample: { id: 'east-lake-b1-1201' },
  },
  listHouseholdComplaints: {
    method: 'GET',
    path: '/api/households/{id}/complaints',
    summary: 'Complaints of a household, newest first',
    params: Id,
    query: PageQuery,
    response: pageOf(ComplaintSummary),
  },
} as const satisfies Record<string, Route>;
