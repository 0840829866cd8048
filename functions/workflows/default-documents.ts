import { noForms } from '#domain/forms/forms';
import type { Organisation } from '#domain/organisation';
import { defaultTemplates } from '#domain/templates/built-in';
import type { FirstDocument } from '#usecases/bootstrap';
import { defaultCalendar } from './default-calendar.ts';
import { defaultCare } from './default-care.ts';
import { defaultComplaint } from './default-complaint.ts';
import { defaultMaintenance } from './default-maintenance.ts';
import { defaultNightPatrol } from './default-night-patrol.ts';
import { defaultRouting } from './default-routing.ts';
import { defaultVisit } from './default-visit.ts';
import { defaultVisits } from './default-visits.ts';
import { defaultWorkOrder } from './default-work-order.ts';

/** What every company starts with; the organisation is its own. */
export const defaultDocuments = (organisation: Organisation): FirstDocument[] => [
  { kind: 'organisation', id: 'main', body: organisation },
  { kind: 'calendar', id: 'cn-office', body: defaultCalendar },
  { kind: 'routing', id: 'main', body: defaultRouting },
  { kind: 'workflow', id: 'complaint', body: defaultComplaint },
  { kind: 'workflow', id: 'work-order', body: defaultWorkOrder },
  { kind: 'workflow', id: 'night-patrol', body: defaultNightPatrol },
  { kind: 'workflow', id: 'follow-up-visit', body: defaultVisit },
  { kind: 'templates', id: 'main', body: defaultTemplates },
  { kind: 'forms', id: 'main', body: noForms },
  { kind: 'maintenance', id: 'main', body: defaultMaintenance },
  { kind: 'visits', id: 'main', body: defaultVisits },
  { kind: 'care-rules', id: 'main', body: defaultCare },
];
