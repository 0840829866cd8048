import type { ImprovementNews } from '../improvement/news.ts';
import type { PersonId } from '../item.ts';
import type { OriginReason } from '../order.ts';
import type { Together } from '../plan/digest.ts';
import type { Instant } from '../time.ts';
import type { ItemKind, Status } from './definition.ts';

/** Why a mail is sent; it decides the default template and the sentence "why you". */
export type MailReason =
  | 'asked' // you are asked to act (level 0 or first)
  | 'raised' // escalated to you, level > 0
  | 'reminder'
  | 'nextStep' // you acted; this is what waits for you next
  | 'handedOver'
  | 'broughtIn'
  | 'informed' // notify step
  | 'call' // call the resident
  | 'callOverdue'
  | 'overdue' // your clock passed and your superior was told
  | 'nudged' // the resident presses for an answer: the owner and the next level
  | 'information' // the resident added something
  | 'pointMissed' // a point of the patrol was missed: whoever the route names and the next level
  | 'linkedEnded' // what was opened for it is done: the owner goes on
  | 'ended'; // you were escalated to: this is how it ended

/** What a linked item is opened about. */
export interface Opening {
  why: OriginReason;
  /** Who wants it, or found the point. */
  by: PersonId;
  /** Null: of no asset. */
  asset: string | null;
  /** What is to be done. */
  work: string;
  /** In few words: the point that failed. */
  detail: string | null;
}

/** Without anybody's name or address: a member is told by the place in their household's file. */
export type NoticeAbout =
  | { what: 'event'; event: string; cancelled: boolean; household: string; member: number }
  | { what: 'reviews'; to: PersonId; site: string }
  | { what: 'improvement'; improvement: string; why: ImprovementNews; to: PersonId };

/** Effects carried out by `dispatch`, in order. `id` is `<item>/<seq>` and makes them idempotent. */
export type Effect =
  | {
      type: 'mail';
      id: string;
      to: PersonId;
      reason: MailReason;
      template: string;
      level: number;
      step: string;
      /** Id of the asking the link acts on; null: the link only shows. */
      ask: number | null;
      due: Instant | null;
      /** Timeline seq of what caused it. */
      cause: number;
      call?: string;
      /** Orders opened together that this one mail asks for as well. */
      together?: readonly Together[];
    }
  /** `report`: to the sender of a report that joined. */
  | { type: 'mailResident'; id: string; template: string; told: string | null; cause: number; report?: string }
  /** `what`: left out where a step of the workflow opens it. */
  | { type: 'open'; id: string; kind: ItemKind; step: string; cause: number; what?: Opening }
  /** To the item that opened this one: it ended. */
  | { type: 'tellOrigin'; id: string; origin: string; status: Status; cause: number }
  /** Belongs to no item: its row's `item` is what it is about. Who reads it and what it says is found when it is sent. */
  | { type: 'notice'; id: string; about: NoticeAbout }
  /** What a visit asked about is taken up again. */
  | { type: 'reopen'; id: string; item: string; cause: number }
  /** A visit is over: what it asked about hears what it came to. */
  | { type: 'tellVisited'; id: string; item: string; cause: number }
  /** An item ended: whether somebody asks how it went is decided. Written by use cases, not by `advance`. */
  | { type: 'followUp'; id: string }
  /** A visit was recorded: its household was spoken to. Written by use cases, not by `advance`. */
  | { type: 'contact'; id: string }
  /** Start (or restart) the execution `<item>-<epoch>`. Written by use cases, not by `advance`. */
  | { type: 'start'; id: string; epoch: number }
  /** Wake the sleeping execution: the item ended or its next deadline came nearer. */
  | { type: 'wake'; id: string }
  /** To the maintenance plan that opened it: it ended. Written by use cases, as the two before. */
  | { type: 'tellPlan'; id: string };
