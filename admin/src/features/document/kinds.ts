import type { CalendarDocument } from '#domain/calendar-document';
import type { CareRules } from '#domain/care/rules';
import type { Forms } from '#domain/forms/forms';
import type { Maintenance } from '#domain/maintenance';
import type { MaintenancePlans } from '#domain/maintenance-plan';
import type { Absences, Organisation, Rosters } from '#domain/organisation';
import type { Routing } from '#domain/routing';
import type { Templates } from '#domain/templates/templates';
import type { Text } from '#domain/text';
import type { Visits } from '#domain/visit-rules';
import type { Definition } from '#domain/workflow/definition';

/** Kinds of configuration documents and their bodies, as on the wire. */
export interface Bodies {
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
export type Kind = keyof Bodies;
export const kinds = [
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
] as const satisfies readonly Kind[];

/** A row of the list of all documents; `name` is null for kinds of which there is one. */
export interface DocumentRow extends Head {
  name: Text | null;
}

/** A version without its body. `author` is a person's id or "system". */
export interface Head {
  kind: Kind;
  id: string;
  version: number;
  author: string;
  at: string;
  note: string;
  /** A site's own version, put away: the company's default holds there again. */
  retired: boolean;
}
export interface Version<K extends Kind = Kind> extends Head {
  kind: K;
  body: Bodies[K];
  /** Whether the reader may publish it, at least in part. */
  editable: boolean;
}
