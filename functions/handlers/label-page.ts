import { clientAddress } from '#http/client-address';
import { languageFrom } from '#http/language';
import { renderLabelPage } from '#http/pages/label-page';
import type { Clock } from '#ports';
import type { DescribeLabel } from '#usecases/assets/describe-label';
import { type LimitRequests, TooMany } from '#usecases/limit-requests';
import type { Answer, Answers, Visit } from './resident-page.ts';

export interface LabelParts {
  company: string;
  clock: Clock;
  describeLabel: DescribeLabel;
  limitRequests: LimitRequests;
  /** Secret of our own CloudFront; null: there is none before us. */
  edgeSecret(): Promise<string | null>;
}

/** A code as `Ids` make them; anything else is asked of no table. */
const CODE = /^\w{1,60}$/;

/** What scanning the label of a facility shows; the same for everybody. */
export const createLabelHandler =
  (parts: LabelParts, { page, refuse }: Answers) =>
  async ({ event, query, language: asked }: Visit, code: string): Promise<Answer> => {
    if (!CODE.test(code)) return refuse(404, { why: 'noSite' }, asked);
    const { company } = parts;
    const label = await parts.describeLabel(company, code);
    const { site } = label;
    const language = languageFrom(query.lang, languageFrom(event.headers['accept-language'], site.language));
    try {
      const address = clientAddress(event, await parts.edgeSecret());
      await parts.limitRequests(company, [{ kind: 'label', name: address }]);
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
      const { zone, phone, name } = site;
      const now = parts.clock.now();
      return refuse(429, { why: 'tooMany', again: error.again, now, zone, phone, site: name[language] }, language);
    }
    return page(200, renderLabelPage({ ...label, language }));
  };
