import type { PersonId } from '../item.ts';
import type { Directory, Person } from '../organisation.ts';
import { isOnDesk, may } from '../permission.ts';
import { type Instant, localDate } from '../time.ts';
import { type Audience, type CareFacts, type CareFlag, type GivenConsent, isInForce } from './flag.ts';

export interface CareReader {
  person: Person;
  directory: Pick<Directory, 'organisation'>;
}
/** What somebody does there: whoever is asked about it or owns it has a need of its own. */
export interface CareWork {
  kind: 'complaint' | 'workOrder' | 'visit';
  owner: PersonId | null;
  asked: readonly PersonId[];
  /** Ended work is nobody's reason to read on. */
  open: boolean;
}
export interface CareContext {
  zone: string;
  /** The item that leads to the household; null: its file. */
  work: CareWork | null;
}

/** A flag as one reader may have it. `masked`: there is something, and the steward and managers know what. */
export type CareView = { shown: 'whole'; flag: VisibleFlag } | { shown: 'masked'; id: string; household: string };
export interface VisibleFlag extends CareFacts {
  id: string;
  household: string;
  consent: GivenConsent;
  version: number;
  changedBy: PersonId;
  changedAt: Instant;
  reviewedAt: Instant | null;
}

/**
 * The only way a flag reaches a reader. What expired, has not begun or lost its consent is not there for anybody;
 * whoever has neither the right nor a need is not told that there is something.
 */
export function visibleFlags(
  reader: CareReader,
  flags: readonly CareFlag[],
  context: CareContext,
  now: Instant,
): CareView[] {
  const today = localDate(now, context.zone);
  return flags.flatMap((flag): CareView[] => {
    if (!reader.person.active || !isInForce(flag, today) || flag.consent.state !== 'given') return [];
    if (sees(reader, flag, context)) return [{ shown: 'whole', flag: visible(flag, flag.consent) }];
    const { id, household } = flag;
    return may(reader.person, 'care.read', flag, reader.directory) ? [{ shown: 'masked', id, household }] : [];
  });
}

function sees({ person, directory }: CareReader, flag: CareFlag, { work }: CareContext): boolean {
  const operation = flag.sensitivity === 'sensitive' ? 'care.readSensitive' : 'care.read';
  if (may(person, operation, flag, directory)) return true;
  const audience = audienceOf(person, flag.site, directory, work);
  return flag.visibleTo.some((one) => audience.has(one));
}

function audienceOf(
  person: Person,
  site: string,
  { organisation }: Pick<Directory, 'organisation'>,
  work: CareWork | null,
): ReadonlySet<Audience> {
  const audience = new Set<Audience>();
  if (isOnDesk(person, site, organisation)) audience.add('desk');
  if (work?.open && (work.owner === person.id || work.asked.includes(person.id)))
    audience.add(work.kind === 'visit' ? 'visitor' : 'worker');
  return audience;
}

const visible = (
  {
    id,
    household,
    occasion,
    kind,
    member,
    source,
    note,
    sensitivity,
    visibleTo,
    from,
    to,
    day,
    reviewBy,
    ...rest
  }: CareFlag,
  consent: GivenConsent,
): VisibleFlag => ({
  ...{ id, household, occasion, kind, member, source, note, sensitivity, visibleTo, from, to, day, reviewBy, consent },
  version: rest.version,
  changedBy: rest.changedBy,
  changedAt: rest.changedAt,
  reviewedAt: rest.reviewedAt,
});
