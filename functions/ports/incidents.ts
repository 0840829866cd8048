import type { Incident, IncidentMember } from '#domain/incident';
import type { Item } from '#domain/item';
import type { Instant } from '#domain/time';
import type { Page, PageRequest } from '#ports';

export interface Incidents {
  /** With an id used before nothing happens: the same request twice makes one incident. */
  create(incident: Incident): Promise<void>;
  get(company: string, id: string): Promise<Incident | null>;
  byNumber(company: string, number: string): Promise<string | null>;
  /** The incident a complaint belongs to, and since when. */
  of(company: string, item: string): Promise<(IncidentMember & { incident: string }) | null>;
  /** Newest first; `open`: only those with something left to do. */
  bySite(company: string, site: string, open: boolean, page: PageRequest): Promise<Page<Incident>>;
  /** By complaint number. */
  members(company: string, id: string, page: PageRequest): Promise<Page<IncidentMember>>;
  /** Opens a closed incident again. The member as stored: that of before when it was linked already. @throws InOtherIncident | IncidentFull */
  link(incident: Incident, member: IncidentMember): Promise<IncidentMember>;
  /** False: not linked (any more). */
  unlink(incident: Incident, item: Pick<Item, 'id' | 'number'>): Promise<boolean>;
  /** False: a complaint was linked or unlinked since `incident` was read. */
  close(incident: Incident, at: Instant): Promise<boolean>;
}
