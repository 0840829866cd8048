import { withoutContacts } from '#domain/contacts';
import type { Visit } from '#domain/visit';
import type { VisitDetail } from '#http/schemas/visit';
import { wireInstant } from '#http/schemas/wire';
import type { Asks } from './visits-at.ts';

/** All of a visit; what was said without telephone numbers for readers who see none. */
export function visitDetail(visit: Visit | null, asks: Asks | null, contacts: boolean): VisitDetail | null {
  if (!visit) return null;
  const { rule, why, of, visitor, channel, tried, due, answers } = visit;
  return {
    rule: rule?.name ?? why,
    of: of && { item: of.item, number: of.number, kind: of.kind, name: of.name ?? null },
    ...{ visitor, channel, tried, due: wireInstant(due) },
    answers: answers && {
      ...answers,
      remarks: answers.remarks && !contacts ? withoutContacts(answers.remarks) : answers.remarks,
      reason: asks?.reasons.find(({ id }) => id === answers.reason)?.name ?? null,
      at: wireInstant(answers.at),
    },
  };
}
