import type { Item } from '../item.ts';
import { type Directory, isContractor } from '../organisation.ts';
import { personById } from '../recipients.ts';
import type { Effect } from '../workflow/effect.ts';
import { joinedReport } from '../workflow/resident-acts.ts';

/** Where the mail goes; a removed member, a resident without an address, or a contractor but for work orders, is not reached. */
export function addressOf(
  { item, facts }: { item: Item; facts: { directory: Directory } },
  effect: Extract<Effect, { type: 'mail' | 'mailResident' }>,
): string | null {
  if (effect.type === 'mailResident')
    return effect.report ? (joinedReport(item, effect.report)?.email ?? null) : item.intake.reporter.email;
  const person = personById(facts.directory, effect.to);
  if (!person?.active || (isContractor(person) && item.kind !== 'workOrder')) return null;
  return person.email;
}
