import type { Directory } from '#domain/organisation';
import { may, type Operation } from '#domain/permission';
import type { Caller } from '#http/caller';
import { NotAllowed, NotFound } from './errors.ts';

/** Passes when the caller may do `operation` at the site. Throws NotAllowed, and NotFound for a site that is not there. */
export function requireAtSite(caller: Caller, operation: Operation, site: string, directory: Directory): void {
  if (!may(caller.person, operation, { site }, directory)) throw new NotAllowed(operation);
  if (!directory.organisation.sites.some(({ id }) => id === site)) throw new NotFound('site');
}
