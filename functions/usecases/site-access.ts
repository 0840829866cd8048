import type { Directory, Site } from '#domain/organisation';
import { may, type Operation } from '#domain/permission';
import type { Caller } from '#http/caller';
import { NotAllowed, NotFound } from './errors.ts';

/** Passes when the caller may do `operation` at the site. Throws NotAllowed, and NotFound for a site that is not there. */
export function requireAtSite(caller: Caller, operation: Operation, site: string, directory: Directory): void {
  if (!may(caller.person, operation, { site }, directory)) throw new NotAllowed(operation);
  siteOf(site, directory);
}

/** Throws NotFound. */
export function siteOf(id: string, { organisation }: Pick<Directory, 'organisation'>): Site {
  const site = organisation.sites.find((one) => one.id === id);
  if (!site) throw new NotFound('site');
  return site;
}
