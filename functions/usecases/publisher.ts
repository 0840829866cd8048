import { siteOfDocument } from '#domain/document-id';
import { may } from '#domain/permission';
import {
  absencesTouched,
  calendarTouched,
  organisationTouched,
  rostersTouched,
  sharedTouched,
  type Touched,
} from '#domain/publish-scope';
import type { Caller } from '#http/caller';
import type { DocumentBodies, DocumentKind } from '#ports';
import type { CompanyFacts } from './load-directory.ts';

export type BodyOf = { [K in DocumentKind]: { kind: K; body: DocumentBodies[K] } }[DocumentKind];

/** What publishing the body would touch. */
export function touchedBy({ kind, body }: BodyOf, id: string, { directory }: CompanyFacts): Touched {
  const { organisation, rosters, absences } = directory;
  const site = siteOfDocument({ kind, id });
  if (site !== null) return { company: false, sites: [site] };
  switch (kind) {
    case 'organisation':
      return organisationTouched(organisation, body);
    case 'rosters':
      return rostersTouched(rosters, body);
    case 'absences':
      return absencesTouched(absences, body, organisation);
    case 'calendar':
      return calendarTouched(id, organisation);
    case 'routing':
    case 'workflow':
    case 'templates':
    case 'forms':
    case 'maintenance':
    case 'visits':
    case 'care-rules':
    case 'plans':
      return sharedTouched(organisation);
  }
}

/** What nobody uses concerns the company. */
export const sitesOf = (touched: Touched): string[] | null =>
  touched.company || touched.sites.length === 0 ? null : touched.sites;

/** An admin publishes anything; a manager what touches own sites only. */
export const mayPublish = ({ person }: Caller, touched: Touched, { directory }: CompanyFacts): boolean =>
  touched.company
    ? may(person, 'document.publish', {}, directory)
    : touched.sites.every((site) => may(person, 'document.publish', { site }, directory));

/** Whoever may publish nowhere learns nothing about a body. */
export function mayPublishSomewhere({ person }: Caller, { directory }: CompanyFacts): boolean {
  const { sites } = directory.organisation;
  return (
    sites.some(({ id }) => may(person, 'document.publish', { site: id }, directory)) ||
    may(person, 'document.publish', {}, directory)
  );
}

/** Whether the caller may publish the document at all; of an organisation, rosters and absences perhaps only a part. */
export const mayEdit = (caller: Caller, document: BodyOf, id: string, facts: CompanyFacts): boolean =>
  mayPublishSomewhere(caller, facts) && mayPublish(caller, touchedBy(document, id, facts), facts);
