import type { PersonId } from './item.ts';
import type { Span } from './span.ts';
import type { Instant } from './time.ts';
import type { ItemKind } from './workflow/definition.ts';

/** A list that a number stands for. */
export type CountedList =
  /** `kind`: left out, complaints. */
  | { list: 'open'; site: string; kind?: ItemKind }
  | { list: 'overdue'; site: string; now: Instant; kind?: ItemKind }
  | { list: 'promised' | 'reopened'; site: string; span: Span }
  /** Open ones due within the span. */
  | { list: 'due'; site: string; span: Span; kind?: ItemKind }
  /** Open orders that put right a failed check. */
  | { list: 'corrective'; site: string }
  | { list: 'work'; person: PersonId };
/** `more`: there are more than were counted. */
export interface Counted {
  count: number;
  more: boolean;
}
