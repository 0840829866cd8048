import type { Answer } from '../forms/answers.ts';
import type { ClockName, Item, PersonId, Verdict } from '../item.ts';
import type { OriginReason } from '../order.ts';
import type { Lamps, PatrolFigures } from '../patrol/patrol.ts';
import type { ScanRefusal } from '../patrol/scan.ts';
import type { Severity } from '../routing.ts';
import type { Text } from '../text.ts';
import type { Instant } from '../time.ts';
import type { Action, ActionName } from './action.ts';
import type { ItemKind, Status } from './definition.ts';
import type { MailReason } from './effect.ts';
import type { Granted, VisitFinding } from './event.ts';

/** An item as it was filed, where that may change. */
export type AsFiled = Pick<
  Item,
  'building' | 'unit' | 'category' | 'department' | 'severity' | 'major' | 'limits' | 'fields'
>;

/** What saving a section of the checklist came to; `asset` by number and name, null: of none in particular. */
export interface Found {
  asset: string | null;
  section: Text;
  /** Points answered, or answered anew. */
  answered: number;
  flagged: number;
  failed: Text[];
}

/** What happened, for the timeline (处理记录). Words are made by the reader's screen from `type` and its data. */
export type Happening =
  /**
   * `as`: what corrections and steps may change later; entries older than this have none. `answers`: to the fields of the
   * form it was filed with. `kind`: of anything but a complaint.
   */
  | { type: 'filed'; kind?: Exclude<ItemKind, 'complaint'>; as?: AsFiled; answers?: readonly Answer[] }
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
        | 'rework'
        /** A care rule; which, and about whom, is for the household's file to say. */
        | 'care'
        | 'rule';
      clock?: ClockName;
    }
  | { type: 'reminded'; people: PersonId[]; left: number }
  | { type: 'missed'; clock: ClockName; promised: boolean; deadline: Instant }
  | { type: 'kept'; deadline: Instant }
  /**
   * `via`: a click on the link in a mail; else signed in. `found`: by saving a section of the checklist. `recovered`: what was
   * given to put things right.
   */
  | {
      type: 'acted';
      action: Action;
      owner?: PersonId;
      via?: 'link';
      answers?: readonly Answer[];
      found?: Found;
      recovered?: Granted;
    }
  /** The action was not possible (any more); nothing changed. */
  | {
      type: 'refused';
      action: ActionName;
      why:
        | 'ended'
        | 'notOffered'
        | 'notAsked'
        | 'badTime'
        | 'unknownPerson'
        | 'unknownCall'
        | 'unknownChoice'
        /** Points of the checklist are missing. */
        | 'unfinished'
        /** Nobody passes their own work. */
        | 'ownWork'
        | ScanRefusal;
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
  /** A linked item is being opened; `about`: the point that failed. */
  | { type: 'opened'; kind: string; why?: OriginReason; about?: Text }
  /** A visit found that it did not hold: it is taken up again, or was open. */
  | ({ type: 'visitReopened' } & VisitFinding)
  /** Of a visit: what it asked about is taken up again. */
  | { type: 'reopens'; item: string; number: string; kind: ItemKind }
  /** A visit about it is over; `score` null: nobody was reached. Written by dispatch. */
  | {
      type: 'followedUp';
      visit: string;
      number: string;
      score: number | null;
      held: VisitFinding['held'];
      said: string | null;
    }
  /** An item that this one opened has ended. */
  | { type: 'linkedEnded'; item: string; number: string; kind: ItemKind; status: Status }
  /** Somebody was at a point of the patrol; the code that proved it is told nowhere. */
  | { type: 'scanned'; point: Text; how: 'label' | 'code'; late: boolean; lamps: Lamps | null; via?: 'link' }
  /** Windows of points passed and nobody had been there. */
  | { type: 'pointsMissed'; points: { name: Text; to: Instant }[]; people: PersonId[] }
  /** The walk is over. */
  | { type: 'walked'; figures: PatrolFigures }
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
  /** The linked item was opened: its number. */
  | { type: 'linkedOpened'; item: string; number: string; kind: ItemKind }
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
