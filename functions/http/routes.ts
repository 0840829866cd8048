import { z } from 'zod';
import { Slug } from '#domain/organisation';
import { actionRoutes } from './action-routes.ts';
import { assetRoutes } from './asset-routes.ts';
import { careRoutes } from './care-routes.ts';
import { deliveryRoutes } from './delivery-routes.ts';
import { documentRoutes } from './document-routes.ts';
import { exchangeRoutes } from './exchange-routes.ts';
import { householdRoutes } from './household-routes.ts';
import { impactRoutes } from './impact-routes.ts';
import { improvementRoutes } from './improvement-routes.ts';
import { incidentRoutes } from './incident-routes.ts';
import { learnedRoutes } from './learned-routes.ts';
import { leaverRoutes } from './leaver-routes.ts';
import { lifecycleRoutes } from './lifecycle-routes.ts';
import { orderRoutes } from './order-routes.ts';
import { patrolRoutes } from './patrol-routes.ts';
import { planRoutes } from './plan-routes.ts';
import { recoveryRoutes } from './recovery-routes.ts';
import type { Route } from './route.ts';
import { ArchiveQuery } from './schemas/archive.ts';
import {
  ComplaintDetail,
  ComplaintQuery,
  ComplaintSummary,
  FiledComplaint,
  KeptPhoto,
  NewComplaint,
  NewPhoto,
  PhotoForm,
  PhotoView,
  SimilarQuery,
  TimelineRow,
  Why,
  WhyQuery,
} from './schemas/complaint.ts';
import { CoverageQuery, CoverageView } from './schemas/coverage.ts';
import { WorkflowView } from './schemas/document.ts';
import { DutyView } from './schemas/duty.ts';
import { HistoryPage, HistoryQuery } from './schemas/history.ts';
import { Home, HomeQuery } from './schemas/home.ts';
import { DirectoryView, Me } from './schemas/me.ts';
import { SiteNotice } from './schemas/notice.ts';
import { Found, SearchQuery } from './schemas/search.ts';
import { PageQuery, pageOf } from './schemas/wire.ts';
import { transferRoutes } from './transfer-routes.ts';
import { visitRoutes } from './visit-routes.ts';
import { wordsRoutes } from './words-routes.ts';

const Id = z.object({ id: z.string().min(1).max(60) });
/** Ids of uploads from the action page name the item and the person: longer than others. */
const Photo = z.object({ photo: z.string().min(1).max(130) });
const IdAndPhoto = Id.extend(Photo.shape);

export const ComplaintPage = pageOf(ComplaintSummary);

const newComplaint = () => ({
  site: 'east-lake',
  category: 'corridor-light',
  building: 'b1',
  unit: '1201',
  household: 'east-lake-b1-1201',
  description: '12 楼电梯厅的灯从昨晚起不亮，老人出门看不清。',
  since: '昨晚八点',
  wants: 'solution',
  channel: 'phone',
  reporter: { name: '1201 业主', phone: '13900001201', preferredTime: '18:00 以后' },
});

/** The API, by operation id. Bodies, answers and OpenAPI come from here; `handlers` has one handler for each. */
export const routes = {
  readHealth: {
    method: 'GET',
    path: '/api/health',
    summary: 'Is it up',
    open: true,
    response: z.object({ ok: z.literal(true) }),
  },
  readOpenApi: {
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This document',
    open: true,
    response: z.record(z.string(), z.unknown()),
  },
  describeCaller: { method: 'GET', path: '/api/me', summary: 'Who is signed in', response: Me },
  describeDirectory: {
    method: 'GET',
    path: '/api/directory',
    summary: 'Names for ids, at the sites of the caller',
    response: DirectoryView,
  },
  readHome: {
    method: 'GET',
    path: '/api/home',
    summary: 'The numbers of a site: open, overdue, waiting for the caller, promised for today, reopened this week',
    query: HomeQuery,
    response: Home,
  },
  readNotice: {
    method: 'GET',
    path: '/api/sites/{site}/notice',
    summary: 'Addresses of the form for residents, one a building, for the notices that hang there',
    params: z.object({ site: Slug }),
    response: SiteNotice,
    paramsExample: { site: 'east-lake' },
  },
  showDuty: {
    method: 'GET',
    path: '/api/duty',
    summary: 'Who is on duty now at the sites of the caller',
    response: DutyView,
  },
  showCoverage: {
    method: 'GET',
    path: '/api/coverage',
    summary:
      'The hours of the next 90 days in which a level of a workflow would reach nobody, one person, or who leaves',
    query: CoverageQuery,
    response: CoverageView,
  },
  listWork: {
    method: 'GET',
    path: '/api/work',
    summary: 'What waits for the caller, most urgent first',
    query: PageQuery,
    response: ComplaintPage,
  },
  listComplaints: {
    method: 'GET',
    path: '/api/complaints',
    summary: 'Complaints of a site',
    query: ComplaintQuery,
    response: ComplaintPage,
  },
  fileComplaint: {
    method: 'POST',
    path: '/api/complaints',
    summary: 'Take a complaint; 409 lists open ones with the same cause to choose from',
    keyed: true,
    body: NewComplaint,
    response: FiledComplaint,
    status: 201,
    example: newComplaint,
  },
  findSimilar: {
    method: 'GET',
    path: '/api/complaints/similar',
    summary: 'Open complaints with the same cause',
    query: SimilarQuery,
    response: ComplaintPage,
  },
  showComplaint: {
    method: 'GET',
    path: '/api/complaints/{id}',
    summary: 'One complaint',
    params: Id,
    response: ComplaintDetail,
  },
  listTimeline: {
    method: 'GET',
    path: '/api/complaints/{id}/timeline',
    ofItems: true,
    summary: 'What happened, oldest first',
    params: Id,
    query: PageQuery,
    response: pageOf(TimelineRow),
  },
  showWorkflow: {
    method: 'GET',
    path: '/api/complaints/{id}/workflow',
    ofItems: true,
    summary: 'The workflow version it is pinned to',
    params: Id,
    response: WorkflowView,
  },
  explainDeadline: {
    method: 'GET',
    path: '/api/complaints/{id}/why',
    ofItems: true,
    summary: 'How a deadline came about',
    params: Id,
    query: WhyQuery,
    response: Why,
  },
  offerPhoto: {
    method: 'POST',
    path: '/api/photos',
    summary: 'An upload form before filing',
    body: NewPhoto,
    response: PhotoForm,
    example: () => ({}),
  },
  keepPhoto: {
    method: 'POST',
    path: '/api/photos/{photo}/keep',
    summary: 'Check an uploaded photo',
    params: Photo,
    response: KeptPhoto,
  },
  offerComplaintPhoto: {
    method: 'POST',
    path: '/api/complaints/{id}/photos',
    ofItems: true,
    summary: 'An upload form for a complaint',
    params: Id,
    body: NewPhoto,
    response: PhotoForm,
    example: () => ({}),
  },
  keepComplaintPhoto: {
    method: 'POST',
    path: '/api/complaints/{id}/photos/{photo}/keep',
    ofItems: true,
    summary: 'Check an uploaded photo and attach it',
    params: IdAndPhoto,
    response: KeptPhoto,
  },
  viewPhoto: {
    method: 'GET',
    path: '/api/complaints/{id}/photos/{photo}',
    ofItems: true,
    summary: 'A short-lived address of a photo',
    params: IdAndPhoto,
    response: PhotoView,
  },
  ...householdRoutes,
  ...incidentRoutes,
  ...assetRoutes,
  ...careRoutes,
  ...planRoutes,
  ...orderRoutes,
  ...visitRoutes,
  ...learnedRoutes,
  ...recoveryRoutes,
  ...patrolRoutes,
  ...improvementRoutes,
  listArchive: {
    method: 'GET',
    path: '/api/archive',
    summary: 'Closed complaints of a site, last ended first',
    query: ArchiveQuery,
    response: ComplaintPage,
  },
  listHistories: {
    method: 'GET',
    path: '/api/histories',
    summary: 'What really happened to items of a site, without personal data: for back-tests',
    query: HistoryQuery,
    response: HistoryPage,
  },
  search: {
    method: 'GET',
    path: '/api/search',
    summary: 'One box: unit, name, phone or number, at the sites of the caller',
    query: SearchQuery,
    response: Found,
  },
  ...documentRoutes,
  ...wordsRoutes,
  ...lifecycleRoutes,
  ...deliveryRoutes,
  ...leaverRoutes,
  ...impactRoutes,
  ...transferRoutes,
  ...exchangeRoutes,
  ...actionRoutes,
} as const satisfies Record<string, Route>;

export type Routes = typeof routes;
export type OperationId = keyof Routes;
