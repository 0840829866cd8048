import type { ComplaintSummary } from '#http/schemas/complaint';
import type { DraftState } from '#http/schemas/document';

/** What the API answered when it did not do what was asked: Refine's HttpError, so that forms show field errors by themselves. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  /** 0: no answer at all (offline, server down). */
  readonly statusCode: number;
  /** Field path ("reporter.phone") to messages in the reader's language. */
  readonly errors: Record<string, string[]>;
  /** With 409 on filing: open complaints with the same cause, for the clerk to choose. */
  readonly similar: ComplaintSummary[] | undefined;
  /** With 409 on saving a draft: the one that stands, to be merged with. */
  readonly draft: DraftState | undefined;

  constructor(
    message: string,
    statusCode: number,
    errors: Record<string, string[]> = {},
    { similar, draft }: { similar?: ComplaintSummary[]; draft?: DraftState } = {},
  ) {
    super(message);
    this.statusCode = statusCode;
    this.errors = errors;
    this.similar = similar;
    this.draft = draft;
  }
}

/** Reads an error answer of any shape; `fallback` is said when it holds no message. */
export async function failureOf(response: Response, fallback: string): Promise<ApiFailure> {
  const body: unknown = await response.json().catch(() => null);
  const found = (typeof body === 'object' && body !== null ? body : {}) as Partial<ApiFailure>;
  const message = typeof found.message === 'string' && found.message !== '' ? found.message : fallback;
  return new ApiFailure(message, response.status, found.errors ?? {}, found);
}
