import type { PlannedEvent } from '#domain/care/event';
import type { CareFlag } from '#domain/care/flag';
import type { CareContact, CareLook } from '#domain/care/look';
import type { Instant } from '#domain/time';
import type { Asked, Page, PageRequest } from '../ports.ts';

/** What a change of a flag was, as the log of changes tells it. */
export type CareChange = 'noted' | 'reviewed' | 'ended' | 'erased';

/** What comes by the calendar: a flag to be looked at again, or an event ahead. `at`: when it was due. */
export type CareDue = { company: string; at: Instant } & ({ household: string; flag: string } | { event: string });

/** A visit that was opened before an event; `round`: how often the event had been moved. */
export interface CareOpened {
  item: string;
  round: number;
}

export interface Care {
  /** Of one household, ended ones as well, oldest first: at most 100. */
  ofHousehold(company: string, household: string): Promise<CareFlag[]>;
  /**
   * Stores it as version `flag.version`, with a link in the site's log that has nothing but a salted hash of it.
   * `remindAt`: when its steward is told that it must be looked at again.
   * @throws CareFlagChanged when another version stands there
   */
  put(flag: CareFlag, change: CareChange, asked: Asked, remindAt: Instant | null): Promise<void>;
  /** Of a site, or of one building, by building and unit. Ended ones are not among them. */
  atSite(company: string, site: string, building: string | null, page: PageRequest): Promise<Page<CareFlag>>;
  /** What is due, all companies, for the sweeper. */
  due(until: Instant, page: PageRequest): Promise<Page<CareDue>>;
  /** When it is due next, null: never. False: it was changed, or done, in between. */
  again(due: CareDue, next: Instant | null): Promise<boolean>;
  /** Kept before anything is shown. */
  look(company: string, look: CareLook): Promise<void>;
  /** Newest first. */
  looks(company: string, of: { household: string } | { site: string }, page: PageRequest): Promise<Page<CareLook>>;
  /** The later one stays. */
  contact(company: string, contact: CareContact): Promise<void>;
  /** At most 100 households. */
  contacts(company: string, households: readonly string[]): Promise<Map<string, CareContact>>;

  event(company: string, id: string): Promise<PlannedEvent | null>;
  /** Stores it as version `event.version`; `dueAt`: when its visits are looked for. @throws CareEventChanged */
  putEvent(event: PlannedEvent, dueAt: Instant | null): Promise<void>;
  /** Noted before the visit is opened, so that none is lost. */
  noteOpened(company: string, event: string, opened: CareOpened): Promise<void>;
  opened(company: string, event: string, page: PageRequest): Promise<Page<CareOpened>>;
  /** A member's mail about it did not arrive. */
  notReached(company: string, event: string, household: string, member: number): Promise<void>;
  /** Places of members whom no mail reached, of these households, at most 100. */
  notReachedOf(company: string, event: string, households: readonly string[]): Promise<Map<string, number[]>>;
  /** A household that gets no mail was told in person; the first stays. */
  told(company: string, event: string, contact: CareContact): Promise<void>;
  /** Of these households, at most 100. */
  toldOf(company: string, event: string, households: readonly string[]): Promise<Map<string, CareContact>>;
  /** `ahead`: that have not ended at `now`, first to end first; else those that have, last ended first. */
  events(company: string, site: string, ahead: boolean, now: Instant, page: PageRequest): Promise<Page<PlannedEvent>>;
}
