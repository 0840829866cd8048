import type { CalendarDocument } from './calendar-document.ts';
import type { CareRules } from './care/rules.ts';
import type { Forms } from './forms/forms.ts';
import type { Maintenance } from './maintenance.ts';
import type { MaintenancePlans } from './maintenance-plan.ts';
import type { Absences, Organisation, Rosters } from './organisation.ts';
import type { Routing } from './routing.ts';
import type { Templates } from './templates/templates.ts';
import type { Visits } from './visit-rules.ts';
import type { Definition } from './workflow/definition.ts';

/** Kinds of configuration documents and their bodies, stored as on the wire. */
export interface DocumentBodies {
  organisation: Organisation;
  rosters: Rosters;
  absences: Absences;
  calendar: CalendarDocument;
  routing: Routing;
  workflow: Definition;
  templates: Templates;
  forms: Forms;
  maintenance: Maintenance;
  visits: Visits;
  'care-rules': CareRules;
  plans: MaintenancePlans;
}
export type DocumentKind = keyof DocumentBodies;

export const documentKinds = [
  'organisation',
  'rosters',
  'absences',
  'calendar',
  'routing',
  'workflow',
  'templates',
  'forms',
  'maintenance',
  'visits',
  'care-rules',
  'plans',
] as const satisfies readonly DocumentKind[];
