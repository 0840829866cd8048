import type { Answer } from '../forms/answers.ts';
import type { ClockName, Item, PersonId, Verdict } from '../item.ts';
import type { Severity } from '../routing.ts';
import type { Text } from '../text.ts';
import type { Instant } from '../time.ts';
import type { Action, ActionName } from './action.ts';
import type { Status } from './definition.ts';
import type { MailReason } from './effect.ts';

/** An item as it was filed, where that may change. */
export type AsFiled = Pick<
  Item,
  'building' | 'unit' | 'category' | 'department' | 'severity' | 'major' | 'limits' | 'fields'
>;

/** What happened, for the timeline (处理记录). Words are made by the reader's screen from `type` and its data. */
export type Happening =
  /**
   * `as`: what corrections and steps may change later; entries older than this have none. `answers`: to the fields of the
   * form it was filed with.
   */
  | { type: 'filed'; as?: AsFiled; answers?: readonly Answer[] }
  | { type: 'assigned'; person: PersonId | null }
  | { type: 'asked'; people: PersonId[]; due: Instant | null; again: boolean }
  /** A recipient stood in for somebody absent. */
  | { type: 'substituted'; absent: PersonId; deputy: PersonId }
  | { type: 'skipped'; skippedLevel: number; why: 'empty' | 'unreachable' }
  | {
      type: 'raised';
      from: number;
      to: number;
      why:
        | 'expired'
        | 'missed'
        | 'promiseBroken'
        | 'escalated'
        | 'asked'
        | 'undeliverable'
        | 'repeat'
        | 'reopened'
        | 'rule';
      clock?: ClockName;
    }
  | { type: 'reminded'; people: PersonId[]; left: number }
  | { type: 'missed'; clock: ClockName; promised: boolean; deadline: Instant }
  | { type: 'kept'; deadline: Instant }
  /** `via`: a click on the link in a mail; else signed in. */
  | { type: 'acted'; action: Action; owner?: PersonId; via?: 'link'; answers?: readonly Answer[] }
  /** The action was not possible (any more); nothing changed. */
  | {
      type: 'refused';
      action: ActionName;
      why: 'ended' | 'notOffered' | 'notAsked' | 'badTime' | 'unknownPerson' | 'unknownCall' | 'unknownChoice';
    }
  | { type: 'resumed' } // the pause's cap was reached
  | { type: 'status'; from: Status; to: Status }
  | { type: 'severity'; from: Severity; to: Severity }
  /** A notice to the resident; 'none': nobody could be told (anonymous). */
  | { type: 'told'; template: string; via: 'mail' | 'call' | 'none'; told: string | null; call?: string }
  | { type: 'callOverdue'; call: string }
  | { type: 'informed'; people: PersonId[] }
  /** `unreached`: nobody was there or could be reached on any level. */
  | { type: 'exhausted'; unreached?: true }
  /** By the resident, as are the next two; `report`: a report that joined. */
  | { type: 'nudged'; people: PersonId[]; report?: string }
  | { type: 'information'; text: string; report?: string }
  /** What the sender of a report that joined thinks of the result: heard, and no verdict on the item. */
  | { type: 'opinion'; report: string; verdict: Verdict['verdict']; score: number | null; opinion: string | null }
  | { type: 'recomputed'; moved: { what: ClockName | 'level' | 'wait'; from: Instant; to: Instant }[] }
  /** To another version of its workflow. `place`: the step it entered for that; `due`: when its step goes on by itself. */
  | {
      type: 'moved';
      from: number;
      to: number;
      place?: Text | undefined;
      due?: { from: Instant | null; to: Instant | null };
    }
  | { type: 'opened'; kind: string }
  | { type: 'stuck'; why: string }
  | { type: 'ended'; status: Status }
  // written by use cases and dispatch, not by `advance`
  | { type: 'sent'; effect: string; to: PersonId | 'resident'; reason: MailReason | 'resident'; template: string }
  /** `transient`: only noted; the person still counts as reached. */
  | { type: 'bounced'; effect: string; to: PersonId | 'resident'; why: string; transient?: true }
  /** Somebody asked for a mail that had failed to be tried again. */
  | { type: 'retried'; effect: string; to: PersonId | 'resident' }
  | {
      type: 'joined';
      description: string;
      channel: string;
      /** From the web: its id and number, and how to reach its sender. */
      report?: string;
      number?: string;
      reporter?: { name: string | null; phone: string | null; email: string | null };
    }
  | { type: 'attached'; photos: string[] }
  | { type: 'rerouted'; category: string; department: string; severity: Severity }
  | { type: 'restarted'; epoch: number }
  /** With other complaints about the same cause (关联事件). */
  | { type: 'linked'; incident: string; number: string; title: string }
  | { type: 'unlinked'; incident: string; number: string };

export type Entry = {
  /** Order within the item, from 1; shared with the effects, so it grows with gaps. */
  seq: number;
  at: Instant;
  /** Who did it; 'system' = the engine, because a time came. */
  by: PersonId | 'resident' | 'system';
  step: string;
  level: number;
} & Happening;
