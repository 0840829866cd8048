import type { z } from 'zod';
import { CalendarDocument } from '#domain/calendar-document';
import { CareRules } from '#domain/care/rules';
import { Forms } from '#domain/forms/forms';
import { Maintenance } from '#domain/maintenance';
import { MaintenancePlans } from '#domain/maintenance-plan';
import { Absences, Organisation, Rosters } from '#domain/organisation';
import { Routing } from '#domain/routing';
import { Templates } from '#domain/templates/templates';
import { Visits } from '#domain/visit-rules';
import { Definition } from '#domain/workflow/definition';
import type { DocumentBodies, DocumentKind } from '#ports';
import { InvalidInput } from './errors.ts';

const schemas: { [K in DocumentKind]: z.ZodType<DocumentBodies[K]> } = {
  organisation: Organisation,
  rosters: Rosters,
  absences: Absences,
  calendar: CalendarDocument,
  routing: Routing,
  workflow: Definition,
  templates: Templates,
  forms: Forms,
  maintenance: Maintenance,
  visits: Visits,
  'care-rules': CareRules,
  plans: MaintenancePlans,
};

/** Documents of which a company has one, called 'main'. */
export const singleKinds: ReadonlySet<DocumentKind> = new Set([
  'organisation',
  'rosters',
  'absences',
  'routing',
  'templates',
  'forms',
  'maintenance',
  'visits',
  'care-rules',
]);

/** The body in its kind's form; unknown keys are dropped. Throws InvalidInput whose paths begin with "body". */
export function parseBody<K extends DocumentKind>(kind: K, body: unknown): DocumentBodies[K] {
  const schema: z.ZodType<DocumentBodies[K]> = schemas[kind];
  const parsed = schema.safeParse(body);
  if (!parsed.success)
    throw new InvalidInput(parsed.error.issues.map((issue) => ({ ...issue, path: ['body', ...issue.path] })));
  return parsed.data;
}
