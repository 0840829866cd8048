import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { readCheckFields } from '#http/pages/check-fields';
import { renderCheckPage, renderCheckPhotos } from '#http/pages/check-page';
import type { CheckPageView, CheckPhotosView } from '#http/pages/check-view';
import { issueMessages } from '#http/problem-messages';
import { refusalWords } from '#http/refusal-words';
import type { PartSaved, PostedPart } from '#usecases/checklists/check-part';
import type { OpenedLink } from '#usecases/open-link';

type Answer = APIGatewayProxyStructuredResultV2;
export interface CheckParts {
  viewPart(
    opened: OpenedLink,
    at: string,
    shown: { saved: boolean; posted: CheckPageView['posted'] },
  ): CheckPageView | null;
  viewPhotos(
    opened: OpenedLink,
    at: string,
    self: string,
    uploaded: CheckPhotosView['uploaded'],
  ): Promise<CheckPhotosView | null>;
  /** The part a photo was taken for, as its id says; null: for none. */
  partOf(opened: OpenedLink, photo: string): string | null;
  savePart(opened: OpenedLink, posted: PostedPart): Promise<PartSaved>;
}
interface Answers {
  page(statusCode: number, body: string): Answer;
  goTo(location: string): Answer;
}

/**
 * The pages of a checklist, a section each: `?check=<part>` and `?photos=<part>` of the staff page. After saving the browser
 * reads on with GET: what was saved is not sent again by going back or reloading. Null: no page of these.
 */
export const createCheckPages = (parts: CheckParts, { page, goTo }: Answers) => ({
  async get(opened: OpenedLink, query: Record<string, string | undefined>, self: string): Promise<Answer | null> {
    const view = query.check && parts.viewPart(opened, query.check, { saved: query.saved === '1', posted: null });
    if (view) return page(200, renderCheckPage(view));
    const photos = query.photos && (await parts.viewPhotos(opened, query.photos, self, null));
    return photos ? page(200, renderCheckPhotos(photos)) : null;
  },
  /** After an upload came back by redirect. */
  async uploaded(opened: OpenedLink, photo: string, self: string, kept: boolean): Promise<Answer | null> {
    const at = parts.partOf(opened, photo);
    const view = at && (await parts.viewPhotos(opened, at, self, kept ? 'kept' : 'rejected'));
    return view ? page(200, renderCheckPhotos(view)) : null;
  },
  async post(opened: OpenedLink, body: string, self: string): Promise<Answer | 'late' | null> {
    const posted = new URLSearchParams(body);
    if (posted.get('action') !== 'check') return null;
    const { language } = opened.person;
    const at = posted.get('at') ?? '';
    const { typed, sent } = readCheckFields(posted);
    const saved = await parts.savePart(opened, { at, sent });
    if (saved.result === 'late') return 'late';
    if (saved.result === 'nowhere') return goTo(self);
    if (saved.result === 'saved') {
      const { next, missing } = saved;
      return goTo(next ? `${self}?${next.what}=${next.at}${missing && next.what === 'check' ? '&saved=1' : ''}` : self);
    }
    const errors: Record<string, string[]> = {};
    // Everything about a point is said at the point.
    for (const [path, lines] of Object.entries(issueMessages(saved.issues, language))) {
      const [item = ''] = path.split('.');
      errors[item] = [...(errors[item] ?? []), ...lines];
    }
    const problem = saved.problem ? refusalWords(saved.problem.why, language) : null;
    const view = parts.viewPart(saved.opened, at, { saved: false, posted: { typed, errors, problem } });
    return view ? page(422, renderCheckPage(view)) : goTo(self);
  },
});
