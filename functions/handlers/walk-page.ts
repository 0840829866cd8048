import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { HOUR } from '#domain/time';
import { type PostedForm, parseActionForm } from '#http/pages/form';
import { renderResultPage } from '#http/pages/result-page';
import { renderWalkPage } from '#http/pages/walk-page';
import type { WalkView } from '#http/pages/walk-view';
import { patrolCookie, walkIn } from '#http/patrol-cookie';
import { issueMessages } from '#http/problem-messages';
import { refusalWords } from '#http/refusal-words';
import type { LinkActed } from '#usecases/act-by-link';
import type { OpenedLink } from '#usecases/open-link';
import { patrolOf, type WalkShown } from '#usecases/patrols/walk-view';

type Answer = APIGatewayProxyStructuredResultV2;
export interface WalkParts {
  /** Null: the link is of no patrol. */
  view(opened: OpenedLink, shown: WalkShown): WalkView | null;
  /** Whether a link is of the same person and item. */
  isSame(opened: OpenedLink, token: string): Promise<boolean>;
}
interface Shared {
  page(statusCode: number, body: string): Answer;
  goTo(location: string): Answer;
  openLink(token: string): Promise<OpenedLink | null>;
  act(opened: OpenedLink, form: PostedForm, returnTo: string): Promise<LinkActed>;
}
interface Request {
  event: APIGatewayProxyEventV2;
  token: string;
  /** Address of the page. */
  self: string;
}

/** A walk is remembered a little longer than it lasts: whoever scans too late learns that it is over. */
const AFTERWARDS = 2 * HOUR;

/**
 * The page of a night's walk behind a mail. GET shows; POST records a point, tells a superior, notes something, or opens the
 * walk: from then on labels scanned in that browser lead to it. Null: the link is of no patrol.
 */
export const createWalkPages = (parts: WalkParts, { page, goTo, openLink, act }: Shared) => {
  const scansIn = async (opened: OpenedLink, { cookies }: APIGatewayProxyEventV2): Promise<boolean> => {
    const token = walkIn(cookies);
    return token !== null && parts.isSame(opened, token);
  };
  const shown = async (opened: OpenedLink, event: APIGatewayProxyEventV2, more: Partial<WalkShown>) =>
    parts.view(opened, { point: null, saved: null, posted: null, scans: await scansIn(opened, event), ...more });
  const openWalk = (opened: OpenedLink, { token, self }: Request): Answer => {
    const ends = patrolOf(opened)?.ends ?? opened.now;
    const cookie = patrolCookie(token, (ends + AFTERWARDS - opened.now) / 1_000, self.startsWith('https:'));
    return { ...goTo(self), cookies: [cookie] };
  };

  return {
    async get(opened: OpenedLink, { event }: Request): Promise<Answer | null> {
      if (!patrolOf(opened)) return null;
      const query: Record<string, string | undefined> = event.queryStringParameters ?? {};
      const view = await shown(opened, event, { point: query.point ?? null, saved: query.saved ?? null });
      return view && page(200, renderWalkPage(view));
    },

    async post(opened: OpenedLink, body: string, request: Request): Promise<Answer | null> {
      if (!patrolOf(opened)) return null;
      if (new URLSearchParams(body).get('walk') === 'open') return openWalk(opened, request);
      const form = parseActionForm(body, 'UTC');
      const acted = form && (await act(opened, form, request.self));
      if (!form || !acted || acted.result === 'late') {
        // What was read before somebody else acted is no longer so.
        const present = await openLink(request.token);
        const view = present && (await shown(present, request.event, {}));
        return view ? page(200, renderWalkPage(view)) : goTo(request.self);
      }
      if (acted.result === 'done')
        return form.action === 'scan'
          ? goTo(`${request.self}?saved=${encodeURIComponent(form.values.point ?? '')}`)
          : page(200, renderResultPage(acted.view));
      const { language } = opened.person;
      const problem = acted.problem ? refusalWords(acted.problem.why, language) : null;
      const errors = issueMessages(acted.issues, language);
      const posted = { action: form.action, values: form.values, errors, problem };
      const view = await shown(opened, request.event, { posted });
      return view && page(422, renderWalkPage(view));
    },
  };
};
