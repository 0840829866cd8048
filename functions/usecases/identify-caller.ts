import { isContractor, type Person } from '#domain/organisation';
import type { Ports } from '#ports';
import { NotFound, UnknownMember } from './errors.ts';

/** Claims of a token whose signature, issuer and expiry were checked at the door; values as the gateway gives them. */
export type Claims = Readonly<Record<string, unknown>>;

export interface IdentifyOptions {
  company: string;
  /** Audiences (client ids) whose tokens are taken. */
  clients: readonly string[];
}

/** The gateway writes a list of audiences as "[a b]". */
const listOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.filter((entry) => typeof entry === 'string');
  return typeof value === 'string' ? value.replace(/^\[|\]$/g, '').split(/[\s,]+/) : [];
};

/** An access token without audience (Cognito's) names its client instead. */
const isForUs = (claims: Claims, clients: readonly string[]): boolean =>
  listOf(claims.aud ?? claims.client_id).some((audience) => clients.includes(audience));

const verifiedEmail = ({ email, email_verified: verified }: Claims): string | null =>
  typeof email === 'string' && (verified === true || verified === 'true') ? email.trim().toLowerCase() : null;

/**
 * Token -> member. Issuer and subject once linked count for good; the first time a verified e-mail finds the person.
 * Contractors are nobody's caller. Role, sites and `active` come from the current organisation document at every request, never from the token.
 * Throws UnknownMember.
 */
export const createIdentifyCaller =
  (ports: Pick<Ports, 'documents' | 'members'>, { company, clients }: IdentifyOptions) =>
  async (claims: Claims | undefined): Promise<{ company: string; person: Person }> => {
    const { iss, sub } = claims ?? {};
    if (!claims || typeof iss !== 'string' || typeof sub !== 'string') throw new UnknownMember('noClaims');
    if (!isForUs(claims, clients)) throw new UnknownMember('otherClient');

    const [document, linked] = await Promise.all([
      ports.documents.current(company, 'organisation', 'main'),
      ports.members.bySubject(company, iss, sub),
    ]);
    if (!document) throw new NotFound('company');
    const { people } = document.body;
    if (linked !== null) {
      const person = people.find(({ id }) => id === linked);
      if (!person?.active) throw new UnknownMember('removed');
      if (isContractor(person)) throw new UnknownMember('contractor');
      return { company, person };
    }
    const email = verifiedEmail(claims);
    if (email === null) throw new UnknownMember('noVerifiedEmail');
    const found = people.filter((person) => person.active && person.email.toLowerCase() === email);
    const [person] = found;
    if (!person || found.length > 1) throw new UnknownMember('noMember');
    if (isContractor(person)) throw new UnknownMember('contractor');
    await ports.members.link(company, iss, sub, person.id);
    return { company, person };
  };
export type IdentifyCaller = ReturnType<typeof createIdentifyCaller>;
