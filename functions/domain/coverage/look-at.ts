import { type Calendar, isOpen } from '../calendar.ts';
import { absencesAt, isActive } from '../deputies.ts';
import { indexOf } from '../directory-index.ts';
import type { PersonId } from '../item.ts';
import type { Directory } from '../organisation.ts';
import { type Asker, holdersOf, type Recipient, resolveRecipients } from '../recipients.ts';
import type { Instant } from '../time.ts';
import type { Level } from '../workflow/definition.ts';
import { type CoverageState, LONG, type Reason } from './gap.ts';

/** `state` null: two or more people, and nobody who leaves. */
export interface Found {
  state: CoverageState | null;
  people: PersonId[];
  reasons: Reason[];
}
interface LookFacts {
  directory: Directory;
  calendar: Calendar;
}

/** Whom a level asks at one instant, for an item assigned at that instant. `end`: of the forecast. */
export function lookAt(
  level: Level,
  owners: readonly Recipient[],
  asker: Asker,
  facts: LookFacts,
  at: Instant,
  end: Instant,
): Found {
  const { directory, calendar } = facts;
  const to = level.outside && !isOpen(calendar, at) ? level.outside : level.to;
  const asksOwner = to.some(({ kind }) => kind === 'owner');
  const assigned = asksOwner ? resolveRecipients(owners, asker, directory, calendar, at) : null;
  const owner = assigned?.people[0] ?? null;
  const { people, substituted } = resolveRecipients(to, { ...asker, owner }, directory, calendar, at);
  if (people.length === 0) {
    const posts = to.flatMap((one) => (one.kind === 'owner' ? owners : [one]));
    // Who answers for a facility stands in its own row, who walks a patrol in its route.
    const held = posts.filter(({ kind }) => kind !== 'responsible' && kind !== 'patrol');
    return { state: 'nobody', people, reasons: unreached(held, asker, facts, at) };
  }
  const stoodIn = [...substituted, ...(assigned?.substituted.filter(({ deputy }) => deputy === owner) ?? [])];
  const gone = [...new Set(stoodIn.map(({ absent }) => absent))].filter((person) =>
    absencesAt(person, indexOf(directory), at).some(
      (absence) => absence.to >= end && absence.to - absence.from >= LONG,
    ),
  );
  if (gone.length > 0)
    return { state: 'leaving', people, reasons: gone.map((person) => ({ kind: 'awayForGood', person })) };
  return { state: people.length === 1 ? 'one' : null, people, reasons: [] };
}

function unreached(
  posts: readonly Recipient[],
  asker: Asker,
  { directory, calendar }: LookFacts,
  at: Instant,
): Reason[] {
  const index = indexOf(directory);
  const reasons = posts.flatMap((post): Reason[] => {
    const holders = holdersOf(post, asker, directory, calendar, at);
    if (holders.length === 0)
      return [post.kind === 'onDuty' ? { kind: 'noTurn', roster: post.roster } : { kind: 'vacant', post }];
    return holders.map((person) => ({ kind: isActive(person, index) ? 'away' : 'inactive', person }));
  });
  const seen = new Map(reasons.map((reason) => [JSON.stringify(reason), reason]));
  return [...seen.values()];
}
