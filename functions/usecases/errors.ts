import type { z } from 'zod';
import type { Happening } from '#domain/workflow/entry';
import type { DraftState } from '#http/schemas/document';
import type { ItemSummary } from '#ports';

/**
 * What a use case may refuse with, one class a situation. `name` is set by hand (minifiers rename classes). None of
 * them is worth a retry; `http/error-mapping` gives each its status and its words in the caller's language.
 */
abstract class UseCaseError extends Error {
  abstract override readonly name: string;
}

/** There is no `what` of that name. Ids cannot be guessed, so a foreign one may be told apart: that is NotAllowed. */
export class NotFound extends UseCaseError {
  override readonly name = 'NotFound';
  constructor(
    readonly what:
      | 'complaint'
      | 'document'
      | 'household'
      | 'incident'
      | 'patrol'
      | 'photo'
      | 'site'
      | 'clock'
      | 'company'
      | 'person'
      | 'asset'
      | 'order'
      | 'flag'
      | 'event'
      | 'improvement'
      | 'feed',
  ) {
    super(`There is no such ${what}.`);
  }
}

/** The caller is known and may not do `operation` here. */
export class NotAllowed extends UseCaseError {
  override readonly name = 'NotAllowed';
  constructor(readonly operation: string) {
    super(`This person may not do ${operation} here.`);
  }
}

/** A valid token of somebody who is not an active member, or whose token cannot be matched to one. */
export class UnknownMember extends UseCaseError {
  override readonly name = 'UnknownMember';
  constructor(readonly why: 'noClaims' | 'otherClient' | 'noVerifiedEmail' | 'noMember' | 'removed' | 'contractor') {
    super(`The token belongs to no active member: ${why}.`);
  }
}

/** Something wrong with what was sent, in zod's shape: `path` leads to the field, words are made by `http/messages`. */
export type Issue = z.core.$ZodIssue;

/** A problem no schema can find; `code` is one of the words of `http/messages`. */
export const problem = (path: PropertyKey[], code: string, params?: Record<string, unknown>): Issue => ({
  code: 'custom',
  path,
  message: code,
  ...(params && { params }),
});

/** The input cannot be taken: it has not the form asked for, or it names things that are not there. */
export class InvalidInput extends UseCaseError {
  override readonly name = 'InvalidInput';
  constructor(readonly issues: readonly Issue[]) {
    super(`The input has ${issues.length} problem(s).`);
  }
}

/** What was shown and agreed to is not what would be done now: look again. */
export class PlanChanged extends UseCaseError {
  override readonly name = 'PlanChanged';
  constructor() {
    super('The plan is not the one that was shown.');
  }
}

/** The draft is not the one this was made from: `state` is what stands, to be merged with. */
export class DraftInTheWay extends UseCaseError {
  override readonly name = 'DraftInTheWay';
  constructor(readonly state: DraftState) {
    super(`The draft is at revision ${state.revision}.`);
  }
}

/** Filing: older open complaints have the same cause and the clerk has not chosen between joining and filing anew. */
export class SimilarOpen extends UseCaseError {
  override readonly name = 'SimilarOpen';
  constructor(readonly similar: readonly ItemSummary[]) {
    super(`${similar.length} open complaint(s) have the same cause.`);
  }
}

/** The complaint is not, or no longer, part of the incident. */
export class NotLinked extends UseCaseError {
  override readonly name = 'NotLinked';
  constructor() {
    super('The complaint is not part of the incident.');
  }
}

/** The workflow did not take the action; `why` as in the timeline's `refused`. */
export class ActionRefused extends UseCaseError {
  override readonly name = 'ActionRefused';
  constructor(
    readonly action: string,
    readonly why: Extract<Happening, { type: 'refused' }>['why'],
  ) {
    super(`The action ${action} was refused: ${why}.`);
  }
}
