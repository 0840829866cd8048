import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { LinkInvalid } from '#domain/errors';
import type { Language } from '#domain/text';
import { languageFrom } from '#http/language';
import { errorDetails } from '#http/logger';
import { pageHeaders } from '#http/pages/frame';
import { type Refusal, renderResidentRefusal } from '#http/pages/resident-refusal';
import type { Logger } from '#ports';
import { NotFound } from '#usecases/errors';
import type { ScanLabel } from '#usecases/patrols/scan-label';
import { createFeedHandler, type FeedParts } from './calendar-feed.ts';
import { createLabelHandler, type LabelParts } from './label-page.ts';
import { createPointPages } from './point-page.ts';
import { createReceiptHandler, type ReceiptParts } from './receipt-page.ts';
import { createReportHandler, type ReportParts } from './report-page.ts';

/** One public request, read. */
export interface Visit {
  event: APIGatewayProxyEventV2;
  method: string;
  query: Record<string, string | undefined>;
  body: string;
  /** Of the refusals; a page has its reader's own. */
  language: Language;
}
export type Answer = APIGatewayProxyStructuredResultV2;
/** How pages answer. */
export interface Answers {
  page(statusCode: number, body: string): Answer;
  refuse(statusCode: number, refusal: Refusal, language: Language): Answer;
  /** After a POST: the browser reads on with GET, and reloading posts nothing. */
  goTo(path: string): Answer;
}
export interface ResidentPageParts extends ReportParts, ReceiptParts, LabelParts, FeedParts {
  scanLabel: ScanLabel;
  /** Origin uploads are posted to. */
  uploadOrigin: string;
  logger: Logger;
}

/** Forms are text: what is larger is nobody's form. */
const MOST_BODY = 64 * 1024;

/**
 * The residents' pages, without account and without script: `/report/<site>` takes a report, `/r/<token>` shows how it
 * stands, `/e/<code>` what stands on a facility's label, `/calendar/<secret>.ics` a calendar feed. GET and HEAD change nothing.
 */
export const createResidentPageHandler = (parts: ResidentPageParts) => {
  const headers = pageHeaders(parts.uploadOrigin);
  const answers: Answers = {
    page: (statusCode, body) => ({ statusCode, headers, body }),
    refuse: (statusCode, refusal, language) => ({
      statusCode,
      headers,
      body: renderResidentRefusal(refusal, language),
    }),
    goTo: (location) => ({ statusCode: 303, headers: { ...headers, location }, body: '' }),
  };
  const report = createReportHandler(parts, answers);
  const receipt = createReceiptHandler(parts, answers);
  const label = createLabelHandler(parts, answers);
  const point = createPointPages(parts.scanLabel, answers);
  const feed = createFeedHandler(parts);

  return async (event: APIGatewayProxyEventV2): Promise<Answer> => {
    const { method } = event.requestContext.http;
    const query = event.queryStringParameters ?? {};
    const language = languageFrom(query.lang, languageFrom(event.headers['accept-language']));
    const [, place, name = '', ...rest] = event.rawPath.split('/');
    const visit: Visit = { event, method, query, body: bodyOf(event), language };
    try {
      if (visit.body.length > MOST_BODY) return answers.refuse(413, { why: 'failed' }, language);
      if (rest.length === 0 && place === 'report') return await report(visit, name);
      if (rest.length === 0 && place === 'r') return await receipt(visit, name);
      if (rest.length === 0 && place === 'e') return (await point(visit, name)) ?? (await label(visit, name));
      if (rest.length === 0 && place === 'calendar') return await feed(visit, name);
      return answers.refuse(404, { why: 'invalid' }, language);
    } catch (error) {
      if (error instanceof LinkInvalid) return answers.refuse(404, { why: 'invalid' }, language);
      if (error instanceof NotFound) return answers.refuse(404, { why: 'noSite' }, language);
      parts.logger.error('A public page failed', { method, place, ...errorDetails(error) });
      return answers.refuse(500, { why: 'failed' }, language);
    }
  };
};

const bodyOf = ({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string =>
  isBase64Encoded ? Buffer.from(body, 'base64').toString() : body;
