import type { PersonId } from './item.ts';
import type { Span } from './span.ts';
import type { Instant } from './time.ts';

/** A list that a number stands for. */
export type CountedList =
  | { list: 'open'; site: string }
  | { list: 'overdue'; site: string; now: Instant }
  | { list: 'promised' | 'reopened'; site: string; span: Span }
  | { list: 'work'; person: PersonId };
/** `more`: there are more than were counted. */
export interface Counted {
  count: number;
  more: boolean;
}
