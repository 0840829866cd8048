import type { PersonId } from './item.ts';

/**
 * One class a situation, one sentence each. `name` is set by hand: minifiers rename classes, state machines match
 * names. Whether to retry is decided in one function elsewhere, never by the words of a message.
 */
export abstract class DomainError extends Error {
  abstract override readonly name: string;
}

/** The zone is not an IANA name this runtime knows. */
export class UnknownZone extends DomainError {
  override readonly name = 'UnknownZone';
  constructor(
    readonly zone: string,
    options?: ErrorOptions,
  ) {
    super(`"${zone}" is not a time zone.`, options);
  }
}

/** A limit counts working time and the calendar has none left from `from` (epoch ms) on. */
export class CalendarNeverOpens extends DomainError {
  override readonly name = 'CalendarNeverOpens';
  constructor(
    /** 'id@version' */
    readonly calendar: string,
    readonly from: number,
  ) {
    super(`Calendar ${calendar} never opens any more.`);
  }
}

/** The receiving side will never take this mail for this address: the person was not reached. Do not repeat. */
export class MailRefused extends DomainError {
  override readonly name = 'MailRefused';
  constructor(
    /** The provider's answer in one line, without the address. */
    readonly why: string,
    options?: ErrorOptions,
  ) {
    super('The mail was refused for this address.', options);
  }
}

/** The mail could not be handed over now: connection, quota, sign-in. Repeat later. */
export class MailFailed extends DomainError {
  override readonly name = 'MailFailed';
  constructor(
    readonly why: string,
    options?: ErrorOptions,
  ) {
    super('The mail could not be handed over.', options);
  }
}

/** The token in an action link was not signed by us, or by a key no longer known. */
export class LinkInvalid extends DomainError {
  override readonly name = 'LinkInvalid';
  constructor(options?: ErrorOptions) {
    super('The link is not valid.', options);
  }
}

/** The upload claims to be a picture but its structure cannot be read, so location metadata cannot be removed for sure. */
export class PhotoUnreadable extends DomainError {
  override readonly name = 'PhotoUnreadable';
  constructor(
    readonly why: string,
    options?: ErrorOptions,
  ) {
    super('The photo cannot be read.', options);
  }
}

/** Somebody committed to this item in between: read it again and decide anew. */
export class ItemChanged extends DomainError {
  override readonly name = 'ItemChanged';
  constructor(
    readonly item: string,
    options?: ErrorOptions,
  ) {
    super(`Item ${item} has changed in the meantime.`, options);
  }
}

/** This business key was committed before: show what it led to. */
export class KeyUsed extends DomainError {
  override readonly name = 'KeyUsed';
  constructor(
    readonly key: string,
    /** The item of the first commit; null where the key belongs to no item. */
    readonly item: string | null,
    options?: ErrorOptions,
  ) {
    super(`Key "${key}" has been used before.`, options);
  }
}

/** Somebody published in between: `expected` is not the current version. */
export class DocumentChanged extends DomainError {
  override readonly name = 'DocumentChanged';
  constructor(
    readonly document: string,
    readonly expected: number,
    options?: ErrorOptions,
  ) {
    super(`Document ${document} is no longer at version ${expected}.`, options);
  }
}

/** Somebody saved or ended this draft in between. */
export class DraftChanged extends DomainError {
  override readonly name = 'DraftChanged';
  constructor(
    readonly document: string,
    readonly revision: number,
    options?: ErrorOptions,
  ) {
    super(`The draft of ${document} is no longer at revision ${revision}.`, options);
  }
}

/** A publication of this document is planned already. */
export class PlanInTheWay extends DomainError {
  override readonly name = 'PlanInTheWay';
  constructor(
    readonly document: string,
    options?: ErrorOptions,
  ) {
    super(`A publication of ${document} is planned already.`, options);
  }
}

/** The planned publication was carried out or cancelled in between. */
export class PlanGone extends DomainError {
  override readonly name = 'PlanGone';
  constructor(
    readonly plan: string,
    options?: ErrorOptions,
  ) {
    super(`The planned publication ${plan} is not to come any more.`, options);
  }
}

/** Somebody else settled this maintenance plan in between: `expected` is not the version of its row. */
export class PlanMoved extends DomainError {
  override readonly name = 'PlanMoved';
  constructor(
    readonly plan: string,
    readonly expected: number,
    options?: ErrorOptions,
  ) {
    super(`The maintenance plan ${plan} is not at version ${expected} any more.`, options);
  }
}

/** What somebody may give in a month would be more than their post allows. */
export class AllowanceSpent extends DomainError {
  override readonly name = 'AllowanceSpent';
  constructor(
    readonly person: PersonId,
    readonly month: string,
    options?: ErrorOptions,
  ) {
    super(`What ${person} may give in ${month} does not reach for it.`, options);
  }
}

/** Somebody took a place of the same household or visitor in between: the visit is planned anew. */
export class BookChanged extends DomainError {
  override readonly name = 'BookChanged';
  constructor(
    readonly key: string,
    options?: ErrorOptions,
  ) {
    super(`The book of visits changed while ${key} was planned.`, options);
  }
}

/** Somebody changed this household's file in between: `expected` is not its version. */
export class HouseholdChanged extends DomainError {
  override readonly name = 'HouseholdChanged';
  constructor(
    readonly household: string,
    readonly expected: number,
    options?: ErrorOptions,
  ) {
    super(`Household ${household} is no longer at version ${expected}.`, options);
  }
}

/** Somebody changed this asset in between: `expected` is not its version. */
export class AssetChanged extends DomainError {
  override readonly name = 'AssetChanged';
  constructor(
    readonly asset: string,
    readonly expected: number,
    options?: ErrorOptions,
  ) {
    super(`Asset ${asset} is no longer at version ${expected}.`, options);
  }
}

/** Another asset of the site has this number. */
export class AssetNumberTaken extends DomainError {
  override readonly name = 'AssetNumberTaken';
  constructor(
    readonly number: string,
    options?: ErrorOptions,
  ) {
    super(`Another asset has the number "${number}".`, options);
  }
}

/** Somebody changed this care flag in between. */
export class CareFlagChanged extends DomainError {
  override readonly name = 'CareFlagChanged';
  constructor(
    readonly flag: string,
    readonly expected: number,
    options?: ErrorOptions,
  ) {
    super(`Care flag ${flag} is no longer at version ${expected}.`, options);
  }
}

/** Somebody changed, announced or cancelled this planned event in between. */
export class CareEventChanged extends DomainError {
  override readonly name = 'CareEventChanged';
  constructor(
    readonly event: string,
    readonly expected: number,
    options?: ErrorOptions,
  ) {
    super(`Planned event ${event} is no longer at version ${expected}.`, options);
  }
}

/** Somebody changed this improvement in between. */
export class ImprovementChanged extends DomainError {
  override readonly name = 'ImprovementChanged';
  constructor(
    readonly improvement: string,
    readonly expected: number,
    options?: ErrorOptions,
  ) {
    super(`Improvement ${improvement} is no longer at version ${expected}.`, options);
  }
}

/** An improvement is open for this figure: there is never a second one. */
export class FigureTaken extends DomainError {
  override readonly name = 'FigureTaken';
  constructor(
    readonly figure: string,
    options?: ErrorOptions,
  ) {
    super(`An improvement is open for the figure ${figure}.`, options);
  }
}

/** The complaint belongs to another incident: it must be unlinked there first. */
export class InOtherIncident extends DomainError {
  override readonly name = 'InOtherIncident';
  constructor(
    readonly item: string,
    readonly incident: string,
    options?: ErrorOptions,
  ) {
    super(`Item ${item} belongs to incident ${incident}.`, options);
  }
}

/** The incident has as many complaints as one may have. */
export class IncidentFull extends DomainError {
  override readonly name = 'IncidentFull';
  constructor(
    readonly incident: string,
    options?: ErrorOptions,
  ) {
    super(`Incident ${incident} takes no more complaints.`, options);
  }
}

/** The page cursor is damaged or belongs to another list. */
export class BadCursor extends DomainError {
  override readonly name = 'BadCursor';
  constructor(
    readonly list: string,
    options?: ErrorOptions,
  ) {
    super(`This cursor does not belong to the list "${list}".`, options);
  }
}

/** The database is throttling, contended or out of reach: the same call may succeed later. */
export class StoreBusy extends DomainError {
  override readonly name = 'StoreBusy';
  constructor(
    readonly operation: string,
    options?: ErrorOptions,
  ) {
    super(`The database did not take "${operation}" now.`, options);
  }
}

/** One decision wants more rows than one transaction holds (100). */
export class CommitTooLarge extends DomainError {
  override readonly name = 'CommitTooLarge';
  constructor(
    readonly item: string,
    readonly rows: number,
  ) {
    super(`The decision on item ${item} needs ${rows} rows and one transaction holds 100.`);
  }
}
