import { absenceProblems } from '#domain/absence-problems';
import { type Calendar, compileCalendar, nextOpen } from '#domain/calendar';
import type { CalendarDocument } from '#domain/calendar-document';
import { careRulesProblems } from '#domain/care/rules-problems';
import { siteOf, siteOfDocument } from '#domain/document-id';
import type { DocumentProblem } from '#domain/document-problem';
import { CalendarNeverOpens, UnknownZone } from '#domain/errors';
import { formsProblems } from '#domain/forms/check';
import { formFieldNames } from '#domain/forms/condition-fields';
import { maintenanceProblems } from '#domain/maintenance-problems';
import { onlySite } from '#domain/only-site';
import { departmentsInUse, organisationProblems, rosterProblems } from '#domain/organisation-problems';
import { type RouteFacts, routesProblems } from '#domain/patrol/route-problems';
import { type PlanFacts, planProblems } from '#domain/plan/problems';
import { routingProblems } from '#domain/routing-problems';
import { templateIds } from '#domain/templates/built-in';
import { templatesProblems } from '#domain/templates/check';
import type { Instant } from '#domain/time';
import { visitProblems } from '#domain/visit-problems';
import { check } from '#domain/workflow/check';
import { namedDetail } from '#domain/workflow/problem-words';
import type { DocumentBodies, DocumentKind } from '#ports';
import { type Issue, problem } from './errors.ts';
import { type CompanyFacts, routingAt } from './load-directory.ts';

/**
 * What a document is judged against. `templates` are the ids there are words for without any document; `plans`: of the
 * site whose plans are judged.
 */
export interface JudgingFacts extends CompanyFacts {
  templates: readonly string[];
  plans: PlanFacts & RouteFacts;
  now: Instant;
}

type JudgingParts = Pick<JudgingFacts, 'templates' | 'words' | 'forms'>;

const issuesOf = (problems: readonly DocumentProblem[]): Issue[] =>
  problems.map(({ path, code, value, at }) =>
    problem(['body', ...path], code, value === undefined && !at ? undefined : { value, ...at }),
  );

function calendarIssues(body: CalendarDocument, now: Instant): Issue[] {
  let calendar: Calendar;
  try {
    calendar = compileCalendar(body, 'draft@0');
    nextOpen(calendar, now);
  } catch (error) {
    if (error instanceof UnknownZone) return [problem(['body', 'zone'], 'unknown_zone', { value: body.zone })];
    if (error instanceof CalendarNeverOpens) return [problem(['body', 'week'], 'calendar_never_opens')];
    throw error;
  }
  const opensByWeek = Object.values(body.week).some((day) => day.length > 0);
  return opensByWeek ? [] : [problem(['body', 'week'], 'calendar_never_opens')];
}

type Judges = { [K in DocumentKind]: (body: DocumentBodies[K], facts: JudgingFacts) => Issue[] };

/** The company's own: what others name, a site's version stands in for at its site. */
const idsOf = ({ heads }: CompanyFacts, wanted: DocumentKind) =>
  heads.filter(({ kind, id }) => kind === wanted && siteOf(id) === null).map(({ id }) => id);

/** Words and forms as they are published, for the check of a workflow. */
export const checkFacts = <F extends JudgingParts>(facts: F) => ({
  ...facts,
  templates: [...facts.templates, ...templateIds(facts.words)],
  formFields: formFieldNames(facts.forms),
});

const judges: Judges = {
  organisation: (body, facts) =>
    issuesOf([
      ...organisationProblems(body, idsOf(facts, 'calendar')),
      ...departmentsInUse(body, facts.directory.organisation, facts),
    ]),
  rosters: (body, { directory }) => issuesOf(rosterProblems(body, directory.organisation)),
  absences: (body, { directory }) => issuesOf(absenceProblems(body, directory.organisation)),
  calendar: (body, { now }) => calendarIssues(body, now),
  routing: (body, facts) =>
    issuesOf(
      routingProblems(body, facts.directory.organisation, idsOf(facts, 'workflow'), formFieldNames(facts.forms)),
    ),
  workflow: (body, facts) =>
    check(body, checkFacts(facts)).map(({ step, field, code, ...found }) => {
      const detail = namedDetail(found.detail, facts.directory.organisation);
      const index = body.steps.findIndex(({ id }) => id === step);
      const path = [...(index < 0 ? [] : ['steps', index]), ...field.split('.')];
      return problem(['body', ...path], code, { ...detail, ...(step !== null && { step }) });
    }),
  templates: (body) => issuesOf(templatesProblems(body)),
  forms: (body, { routing, ownRouting }) =>
    issuesOf(
      formsProblems(
        body,
        [routing, ...ownRouting.values()].flatMap(({ categories }) => categories.map(({ id }) => id)),
      ),
    ),
  maintenance: (body, { directory }) => issuesOf(maintenanceProblems(body, directory.organisation)),
  visits: (body, { directory, forms }) => issuesOf(visitProblems(body, directory.organisation, formFieldNames(forms))),
  'care-rules': (body) => issuesOf(careRulesProblems(body)),
  plans: (body, { plans }) => issuesOf([...planProblems(body, plans), ...routesProblems(body, plans)]),
};

/** The company as if it had this site only. */
export function atSite<F extends CompanyFacts>(facts: F, site: string): F {
  return { ...facts, directory: onlySite(facts.directory, site), routing: routingAt(facts, site) };
}

/**
 * What keeps a well-formed document from being published; paths begin with "body". Empty: nothing does. A site's own
 * version must work at that site, all others everywhere.
 */
export function documentIssues<K extends DocumentKind>(
  { kind, id }: { kind: K; id: string },
  body: DocumentBodies[K],
  facts: JudgingFacts,
): Issue[] {
  const site = siteOfDocument({ kind, id });
  return judges[kind](body, site === null ? facts : atSite(facts, site));
}
