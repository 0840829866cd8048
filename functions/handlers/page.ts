import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { LinkInvalid } from '#domain/errors';
import type { Language } from '#domain/text';
import { actionNames } from '#domain/workflow/action';
import { languageFrom } from '#http/language';
import { renderActionPage } from '#http/pages/action-page';
import { CARE_FIELD } from '#http/pages/care-part';
import { parseActionForm } from '#http/pages/form';
import { pageHeaders } from '#http/pages/frame';
import { renderResultPage } from '#http/pages/result-page';
import { renderInvalidLinkPage, renderStatePage } from '#http/pages/state-page';
import { issueMessages } from '#http/problem-messages';
import { refusalWords } from '#http/refusal-words';

import type { Logger } from '#ports';
import type { LinkActed } from '#usecases/act-by-link';
import { NotFound } from '#usecases/errors';
import type { OpenedLink } from '#usecases/open-link';
import type { LinkPage } from '#usecases/show-action-page';
import { type CheckParts, createCheckPages } from './check-page.ts';
import { createWalkPages, type WalkParts } from './walk-page.ts';

export interface PageParts {
  openLink(token: string): Promise<OpenedLink | null>;
  show(
    opened: OpenedLink,
    shown: {
      open: (typeof actionNames)[number] | null;
      posted: Extract<LinkPage, { page: 'action' }>['view']['posted'];
      care?: 'open';
    },
  ): Promise<LinkPage>;
  act(opened: OpenedLink, form: NonNullable<ReturnType<typeof parseActionForm>>, returnTo: string): Promise<LinkActed>;
  /** After an upload came back by redirect. */
  uploaded(opened: OpenedLink, kept: boolean, returnTo: string): Promise<string>;
  /** Whether the photo arrived and could be taken. */
  isKept(opened: OpenedLink, photo: string): Promise<boolean>;
  checks: CheckParts;
  walks: WalkParts;
  photoUrl(opened: OpenedLink, photo: string): Promise<string | null>;
  /** Of the page itself, absolute: storage leads back to no other. */
  address(token: string): string;
  /** Origin uploads are posted to. */
  uploadOrigin: string;
  logger: Logger;
}
type Answer = APIGatewayProxyStructuredResultV2;

/** The staff page behind a link in a mail. GET and HEAD show and change nothing; POST acts. No script anywhere. */
export const createPageHandler = (parts: PageParts) => {
  const headers = pageHeaders(parts.uploadOrigin);
  const page = (statusCode: number, body: string): Answer => ({ statusCode, headers, body });
  const invalid = (language: Language) => page(404, renderInvalidLinkPage(language));
  const goTo = (location: string): Answer => ({ statusCode: 303, headers: { ...headers, location }, body: '' });
  const checks = createCheckPages(parts.checks, { page, goTo });
  const walks = createWalkPages(parts.walks, { page, goTo, openLink: parts.openLink, act: parts.act });
  const rendered = (shown: LinkPage): Answer =>
    page(200, shown.page === 'action' ? renderActionPage(shown.view) : renderStatePage(shown.view));

  const get = async (opened: OpenedLink, query: Record<string, string | undefined>, self: string): Promise<Answer> => {
    if (query.uploaded) {
      const kept = await parts.isKept(opened, query.uploaded);
      return (
        (await checks.uploaded(opened, query.uploaded, self, kept)) ??
        page(200, await parts.uploaded(opened, kept, self))
      );
    }
    if (query.photo) {
      const location = await parts.photoUrl(opened, query.photo);
      return location ? { statusCode: 302, headers: { ...headers, location } } : invalid(opened.person.language);
    }
    const checked = await checks.get(opened, query, self);
    if (checked) return checked;
    const open = actionNames.find((name) => name === query.do) ?? null;
    return rendered(await parts.show(opened, { open, posted: null }));
  };

  const post = async (opened: OpenedLink, token: string, body: string, self: string): Promise<Answer> => {
    const { language } = opened.person;
    /** What was read before somebody else acted is no longer so. */
    const late = async () => {
      const present = await parts.openLink(token);
      return present ? rendered(await parts.show(present, { open: null, posted: null })) : invalid(language);
    };
    const checked = await checks.post(opened, body, self);
    if (checked) return checked === 'late' ? late() : checked;
    if (new URLSearchParams(body).get(CARE_FIELD) === 'open')
      return rendered(await parts.show(opened, { open: null, posted: null, care: 'open' }));
    const form = parseActionForm(body, zoneOf(opened));
    if (!form) return rendered(await parts.show(opened, { open: null, posted: null }));
    const acted = await parts.act(opened, form, self);
    if (acted.result === 'done') return page(200, renderResultPage(acted.view));
    if (acted.result === 'late') return late();
    const problem = acted.problem ? refusalWords(acted.problem.why, language) : null;
    const errors = issueMessages(acted.issues, language);
    const posted = { action: form.action, values: form.values, errors, problem };
    return { ...rendered(await parts.show(opened, { open: form.action, posted })), statusCode: 422 };
  };

  return async (event: APIGatewayProxyEventV2): Promise<Answer> => {
    const language = languageFrom(event.headers['accept-language']);
    const token = event.pathParameters?.token ?? event.rawPath.split('/')[2] ?? '';
    const { method } = event.requestContext.http;
    try {
      const opened = await parts.openLink(token);
      if (!opened) return invalid(language);
      const request = { event, token, self: parts.address(token) };
      if (method === 'POST') {
        const body = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString() : (event.body ?? '');
        return (await walks.post(opened, body, request)) ?? (await post(opened, token, body, request.self));
      }
      const query = event.queryStringParameters ?? {};
      const walked = query.uploaded || query.photo ? null : await walks.get(opened, request);
      return walked ?? (await get(opened, query, request.self));
    } catch (error) {
      if (error instanceof LinkInvalid || error instanceof NotFound) return invalid(language);
      parts.logger.error('A staff page failed', { method, error: String(error) });
      return { statusCode: 500, headers, body: renderInvalidLinkPage(language) };
    }
  };
};

const zoneOf = ({ gathered: { item, facts } }: OpenedLink): string =>
  facts.directory.organisation.sites.find(({ id }) => id === item.site)?.zone ?? 'UTC';
