import { clientAddress } from '#http/client-address';
import { languageFrom } from '#http/language';
import { type LabelView, renderLabelPage } from '#http/pages/label-page';
import { TRAP } from '#http/pages/report-page';
import type { Clock, Ids } from '#ports';
import type { DescribeLabel } from '#usecases/assets/describe-label';
import { type LimitRequests, TooMany } from '#usecases/limit-requests';
import type { FaultPhotosOffered } from '#usecases/orders/fault-photos';
import type { ReportFault } from '#usecases/orders/report-fault';
import type { Answer, Answers, Visit } from './resident-page.ts';

export interface LabelParts {
  company: string;
  clock: Clock;
  ids: Ids;
  describeLabel: DescribeLabel;
  reportFault: ReportFault;
  faultPhotos: FaultPhotosOffered;
  limitRequests: LimitRequests;
  /** Secret of our own CloudFront; null: there is none before us. */
  edgeSecret(): Promise<string | null>;
}

/** A code as `Ids` make them; anything else is asked of no table. */
const CODE = /^\w{1,60}$/;

const KEY = /^[0-9a-z]{8,40}$/;
const MOST = 1000;

/** What scanning the label of a facility shows; the same for everybody, as is the answer to a fault that is told. */
export const createLabelHandler =
  (parts: LabelParts, { page, refuse, goTo }: Answers) =>
  async ({ event, method, query, body, language: asked }: Visit, code: string): Promise<Answer> => {
    if (!CODE.test(code)) return refuse(404, { why: 'noSite' }, asked);
    const { company } = parts;
    const label = await parts.describeLabel(company, code);
    const { site } = label;
    const language = languageFrom(query.lang, languageFrom(event.headers['accept-language'], site.language));
    const shown = (
      statusCode: number,
      key: string,
      { posted = null, photos = null }: Partial<Pick<LabelView, 'posted' | 'photos'>>,
    ): Answer => page(statusCode, renderLabelPage({ ...label, code, language, key, photos, posted }));
    try {
      const address = clientAddress(event, await parts.edgeSecret());
      await parts.limitRequests(company, [{ kind: 'label', name: address }]);
      if (method !== 'POST') {
        const { reported: token, uploaded } = query;
        const photos = token
          ? await parts.faultPhotos.offer(company, { code, token, address, uploaded, language })
          : null;
        return shown(200, parts.ids.next(), { photos });
      }
      const posted = new URLSearchParams(body);
      const what = (posted.get('what') ?? '').replace(/\r\n?/g, '\n').trim().slice(0, MOST);
      const key = KEY.exec(posted.get('key') ?? '')?.[0] ?? parts.ids.next();
      if (what === '' || posted.get(TRAP)) return shown(422, key, { posted: { what, missing: what === '' } });
      const order = await parts.reportFault({ company, code, what, key, address });
      return goTo(`/e/${code}?reported=${await parts.faultPhotos.token(code, order)}&lang=${language}`);
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
      const { zone, phone, name } = site;
      const now = parts.clock.now();
      return refuse(429, { why: 'tooMany', again: error.again, now, zone, phone, site: name[language] }, language);
    }
  };
