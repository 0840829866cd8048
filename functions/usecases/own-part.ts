import type { Directory, Organisation } from '#domain/organisation';
import {
  absencesPart,
  completeAbsences,
  completeOrganisation,
  completeRosters,
  organisationPart,
  rostersPart,
  sitesRead,
  type Whole,
} from '#domain/own-part';
import { may } from '#domain/permission';
import { publisherIn } from '#domain/publish-scope';
import type { Caller } from '#http/caller';
import type { CompanyFacts } from './load-directory.ts';
import type { BodyOf } from './publisher.ts';

/** Viewers read no phone numbers: those of colleagues neither. */
const withoutPhones = (organisation: Organisation): Organisation => ({
  ...organisation,
  people: organisation.people.map(({ phone: _phone, ...person }) => person),
});

/** What the caller reads of a version: of the staff documents the own sites' part, everything of the others. */
export function partFor({ person }: Caller, document: BodyOf, { directory }: CompanyFacts): BodyOf['body'] {
  const sites = sitesRead(person, directory.organisation);
  const phones = directory.organisation.sites.some(({ id }) => may(person, 'phone.read', { site: id }, directory));
  const part = (of: Directory) => (sites === null ? of.organisation : organisationPart(of, sites));
  switch (document.kind) {
    case 'organisation': {
      const seen = part({ ...directory, organisation: document.body });
      return phones ? seen : withoutPhones(seen);
    }
    case 'rosters':
      return sites === null ? document.body : rostersPart(document.body, sites);
    case 'absences':
      return sites === null ? document.body : absencesPart(document.body, part(directory));
    default:
      return document.body;
  }
}

/** What the caller sent, with everything added that is not theirs and therefore was not sent. */
export function completeFor({ person }: Caller, sent: BodyOf, { directory }: CompanyFacts): Whole<BodyOf> {
  const publisher = publisherIn(person, directory.organisation);
  if (publisher.company) return { body: sent, sent: {}, completed: false };
  switch (sent.kind) {
    case 'organisation': {
      const { body, ...rest } = completeOrganisation(sent.body, directory.organisation, publisher);
      return { ...rest, body: { kind: sent.kind, body } };
    }
    case 'rosters': {
      const { body, ...rest } = completeRosters(sent.body, directory.rosters, publisher);
      return { ...rest, body: { kind: sent.kind, body } };
    }
    case 'absences': {
      const { body, ...rest } = completeAbsences(sent.body, directory.absences, publisher, directory.organisation);
      return { ...rest, body: { kind: sent.kind, body } };
    }
    default:
      return { body: sent, sent: {}, completed: false };
  }
}

/** A path into the completed body ("body", "people", 12, "email") as it was in what was sent. */
export function pathAsSent(path: PropertyKey[], { sent }: Pick<Whole<unknown>, 'sent'>): PropertyKey[] {
  const [root, list, index, ...rest] = path;
  const places = typeof list === 'string' && typeof index === 'number' ? sent[list] : undefined;
  if (root === undefined || list === undefined || places === undefined) return path;
  const place = places[Number(index)] ?? -1;
  return place < 0 ? [root, list] : [root, list, place, ...rest];
}
