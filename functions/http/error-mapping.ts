import type { Language } from '#domain/text';
import type { Instant } from '#domain/time';
import type { ComplaintSummary } from '#http/schemas/complaint';
import type { DraftState } from '#http/schemas/document';
import {
  ActionRefused,
  DraftInTheWay,
  InvalidInput,
  type Issue,
  NotAllowed,
  NotFound,
  PlanChanged,
  problem,
  SimilarOpen,
  UnknownMember,
} from '#usecases/errors';
import { summaryView } from '#usecases/view-summary';
import { statusWords } from './error-words.ts';
import { issueMessages } from './problem-messages.ts';
import { refusalWords } from './refusal-words.ts';

/** Refine's HttpError; `similar` with a 409 of filing, `draft` with one of saving a draft. */
export interface ApiProblem {
  message: string;
  statusCode: number;
  errors?: Record<string, string[]>;
  similar?: ComplaintSummary[];
  draft?: DraftState;
}

/** The request as a whole cannot be read: too large, not JSON. Thrown by the stack itself. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
  constructor(readonly statusCode: 400 | 413 | 415) {
    super(`The request was refused with ${statusCode}.`);
  }
}

/** Where an error of the store or the domain belongs by its name; all else is ours, a 500. */
const statusOfName: Record<string, number> = {
  DocumentChanged: 409,
  PlanInTheWay: 409,
  HouseholdChanged: 409,
  AssetChanged: 409,
  CareFlagChanged: 409,
  CareEventChanged: 409,
  ImprovementChanged: 409,
  FigureTaken: 409,
  InOtherIncident: 409,
  IncidentFull: 409,
  NotLinked: 409,
  ItemChanged: 409,
  KeyUsed: 409,
  StoreBusy: 503,
  TooMany: 429,
  MailFailed: 503,
  MailRefused: 409,
};
const ownWords: Record<string, Parameters<typeof statusWords>[0]> = {
  TooMany: 'tooMany',
  MailFailed: 'mailFailed',
  MailRefused: 'mailFailed',
  DocumentChanged: 'documentChanged',
  PlanInTheWay: 'planInTheWay',
  HouseholdChanged: 'householdChanged',
  AssetChanged: 'assetChanged',
  CareFlagChanged: 'careFlagChanged',
  CareEventChanged: 'careEventChanged',
  ImprovementChanged: 'improvementChanged',
  FigureTaken: 'figureTaken',
  InOtherIncident: 'inOtherIncident',
  IncidentFull: 'incidentFull',
  NotLinked: 'notLinked',
};

const refusalStatus = (why: ActionRefused['why']): number => {
  if (why === 'badTime' || why.startsWith('unknown')) return 422;
  return 409;
};
const refusalField = ({ action, why }: ActionRefused): Issue[] => {
  if (why === 'unknownPerson') return [problem(['to'], 'unknown_person_chosen')];
  if (why === 'unknownCall') return [problem(['call'], 'unknown_call')];
  if (why !== 'badTime') return [];
  const field = { pause: 'until', reply: 'nextReplyAt' }[action] ?? 'at';
  return [problem([field], 'bad_time')];
};

/** Every error as the API answers it, in the reader's language. Words never come from the error's own message. */
export function toApiProblem(error: unknown, language: Language, now: Instant): ApiProblem {
  const plain = (statusCode: number, key: Parameters<typeof statusWords>[0]): ApiProblem => ({
    message: statusWords(key, language),
    statusCode,
  });
  const invalid = (issues: readonly Issue[]): ApiProblem => ({
    ...plain(422, 'invalid'),
    errors: issueMessages(issues, language),
  });
  if (error instanceof InvalidInput) return invalid(error.issues);
  if (error instanceof UnknownMember) return plain(error.why === 'noClaims' ? 401 : 403, error.why);
  if (error instanceof NotAllowed) return plain(403, 'notAllowed');
  if (error instanceof NotFound) return plain(404, error.what);
  if (error instanceof PlanChanged) return plain(409, 'planChanged');
  if (error instanceof BadRequest) return plain(error.statusCode, `${error.statusCode}`);
  if (error instanceof DraftInTheWay) return { ...plain(409, 'draftChanged'), draft: error.state };
  if (error instanceof SimilarOpen) {
    const message = statusWords('similar', language);
    const similar = error.similar.map((row) => summaryView(row, now));
    return { message, statusCode: 409, errors: { similar: [message] }, similar };
  }
  if (error instanceof ActionRefused) {
    const errors = issueMessages(refusalField(error), language);
    const statusCode = refusalStatus(error.why);
    return {
      message: refusalWords(error.why, language),
      statusCode,
      ...(Object.keys(errors).length > 0 && { errors }),
    };
  }
  const name = error instanceof Error ? error.name : '';
  if (name === 'BadCursor') return invalid([problem(['cursor'], 'bad_cursor')]);
  const statusCode = statusOfName[name] ?? 500;
  return plain(statusCode, ownWords[name] ?? `${statusCode as 409 | 500 | 503}`);
}
