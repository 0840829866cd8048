import { z } from 'zod';
import { HOUR, type Instant, toIso } from '#domain/time';
import type { Route } from './route.ts';
import {
  GroupOutcome,
  GroupReply,
  GroupResolve,
  IncidentDetail,
  IncidentMemberView,
  IncidentQuery,
  IncidentView,
  SameCause,
  Unlink,
} from './schemas/incident.ts';
import { PageQuery, pageOf } from './schemas/wire.ts';

const Id = z.object({ id: z.string().min(1).max(60) });
const texts = {
  'zh-CN': '{姓名}您好，{房号}停水是因为水泵故障，预计今晚八点前恢复。',
  en: 'Dear {name}, the water in {unit} is off because a pump failed. We expect it back by 8 pm.',
};

/** Several complaints about one cause (关联事件). */
export const incidentRoutes = {
  listIncidents: {
    method: 'GET',
    path: '/api/incidents',
    summary: 'Incidents of a site, newest first',
    query: IncidentQuery,
    response: pageOf(IncidentView),
  },
  linkComplaints: {
    method: 'POST',
    path: '/api/incidents',
    summary: 'Link complaints about the same cause; a new incident where none of them has one',
    keyed: true,
    body: SameCause,
    response: IncidentView,
    status: 201,
    example: () => ({ title: '1 栋水泵故障停水', complaints: ['c1', 'c2'] }),
  },
  showIncident: {
    method: 'GET',
    path: '/api/incidents/{id}',
    summary: 'One incident',
    params: Id,
    response: IncidentDetail,
  },
  listIncidentMembers: {
    method: 'GET',
    path: '/api/incidents/{id}/members',
    summary: 'Its complaints, by number',
    params: Id,
    query: PageQuery.extend({ limit: z.coerce.number().int().min(1).max(50).default(50) }),
    response: pageOf(IncidentMemberView),
  },
  replyTogether: {
    method: 'POST',
    path: '/api/incidents/{id}/reply',
    summary: 'Answer several at once, each resident in their own words and language',
    keyed: true,
    params: Id,
    body: GroupReply,
    response: GroupOutcome,
    example: (now: Instant) => ({ complaints: ['c1', 'c2'], texts, nextReplyAt: toIso(now + 2 * HOUR) }),
  },
  resolveTogether: {
    method: 'POST',
    path: '/api/incidents/{id}/resolve',
    summary: 'Resolve several at once',
    keyed: true,
    params: Id,
    body: GroupResolve,
    response: GroupOutcome,
    example: () => ({ complaints: ['c1', 'c2'], texts, done: '更换水泵并恢复供水。' }),
  },
  unlinkComplaint: {
    method: 'POST',
    path: '/api/incidents/{id}/unlink',
    summary: 'Take a complaint out of the incident; it goes on by itself',
    params: Id,
    body: Unlink,
    response: IncidentView,
    example: () => ({ complaint: 'c1' }),
  },
} as const satisfies Record<string, Route>;
