import type { Value } from '../condition.ts';
import type { Answer } from '../forms/answers.ts';
import type { PersonId } from '../item.ts';
import type { Text } from '../text.ts';
import type { Held } from '../visit.ts';
import type { Action } from './action.ts';
import type { ItemKind, Status } from './definition.ts';
import type { Move } from './move.ts';
import type { JoiningReport, ResidentAct } from './resident-act.ts';

/** Values for the item's fields, and the answers as they stay on the timeline. */
export interface FilledForm {
  values: Readonly<Record<string, Value>>;
  answers: readonly Answer[];
}

/** What somebody's posts let them give to put things right. */
export interface Granted {
  fen: number;
  gesture: Text | null;
}

/** What a visit found, for the item it asked about. `visit`: its id. */
export interface VisitFinding {
  visit: string;
  number: string;
  score: number;
  held: Held | null;
  said: string | null;
}

/** What can happen to an item. `now` is an argument of `advance`, not part of the event. */
export type Event =
  /** `answers`: to the intake form; their values are the item's already. `care`: a care rule has it start one level higher. */
  | { type: 'filed'; answers?: readonly Answer[]; care?: true }
  /** Something may be due: everything due by `now` is done, in order of its due time. */
  | { type: 'timer' }
  /**
   * `via`: by the link in a mail; else signed in. `form`: what was filled in beside the action's own input. `granted`: to
   * recover; left out where nobody counts what it cost.
   */
  | { type: 'action'; by: PersonId | 'resident'; action: Action; via?: 'link'; form?: FilledForm; granted?: Granted }
  /** What a resident does by the link of a receipt; `report`: of one that joined, null: of the complaint itself. */
  | { type: 'resident'; act: ResidentAct; report: string | null; form?: FilledForm }
  /** The same report from the web: it joins, raises nothing, and its sender gets a receipt. */
  | { type: 'joined'; report: JoiningReport }
  /** A mail could not be delivered: a person asked (or to make `call`) was not reached; a resident is called instead. */
  | { type: 'undeliverable'; person: PersonId; ask: number | null; call?: string }
  | { type: 'residentUndeliverable'; template: string; told: string | null }
  /** Somebody left for good: `to` owns and is asked in their place, where no hand-over can be made. */
  | { type: 'replaced'; person: PersonId; to: PersonId }
  /** An item that this one opened has ended. */
  | { type: 'linkedEnded'; item: string; number: string; kind: ItemKind; status: Status }
  /** A visit found that what was done did not hold, or did not satisfy. */
  | ({ type: 'visitReopened' } & VisitFinding)
  /** A calendar, roster or the organisation was published: deadlines not yet reached are recomputed. */
  | { type: 'recomputed' }
  /** A manager has it go on by another version of its workflow: the definition given is that one. */
  | ({ type: 'moved'; by: PersonId } & Move);
