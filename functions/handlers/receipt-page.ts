import type { Language } from '#domain/text';
import { residentActNames } from '#domain/workflow/resident-act';
import { languageFrom } from '#http/language';
import { renderReceiptPage } from '#http/pages/receipt-page';
import type { ReceiptView } from '#http/pages/receipt-view';
import { parseResidentAct } from '#http/pages/resident-form';
import { residentWords } from '#http/pages/resident-words';
import { renderVisitPage } from '#http/pages/visit-page';
import { issueMessages } from '#http/problem-messages';
import type { ActByReceipt } from '#usecases/act-by-receipt';
import { InvalidInput } from '#usecases/errors';
import { TooMany } from '#usecases/limit-requests';
import type { OpenedReceipt, OpenReceipt } from '#usecases/open-receipt';
import type { ReceiptShown } from '#usecases/show-receipt';
import type { ShowVisitPage } from '#usecases/visits/show-visit-page';
import type { Answer, Answers, Visit } from './resident-page.ts';

export interface ReceiptParts {
  openReceipt: OpenReceipt;
  showReceipt(opened: OpenedReceipt, shown: ReceiptShown): Promise<ReceiptView>;
  actByReceipt: ActByReceipt;
  showVisitPage: ShowVisitPage;
}

/** The page behind the link of a receipt. GET shows how it stands; POST nudges, adds or judges, then leads back here. */
export const createReceiptHandler =
  (parts: ReceiptParts, { page, refuse, goTo }: Answers) =>
  async (visit: Visit, token: string): Promise<Answer> => {
    const opened = await parts.openReceipt(token);
    if (!opened) return refuse(404, { why: 'invalid' }, visit.language);
    const { item } = opened.gathered;
    const reader = opened.joined ?? item.intake.reporter;
    const language = languageFrom(visit.query.lang, reader.language);
    if (opened.expired) return refuse(410, { why: 'gone', again: `/report/${item.site}` }, language);
    if (item.visit) return visitPage(parts, { page, refuse, goTo }, opened, visit, token, language);
    const show = async (statusCode: number, shown: Partial<ReceiptShown>): Promise<Answer> =>
      page(statusCode, renderReceiptPage(await parts.showReceipt(opened, { token, language, ...shown })));
    if (visit.method === 'POST') return post(parts, { refuse, goTo, show }, opened, visit, token, language);
    const { filed, uploaded, done } = visit.query;
    return show(200, {
      fresh: filed !== undefined,
      uploaded,
      done: residentActNames.find((name) => name === done) ?? null,
    });
  };

async function post(
  { actByReceipt }: ReceiptParts,
  {
    refuse,
    goTo,
    show,
  }: Pick<Answers, 'refuse' | 'goTo'> & {
    show(statusCode: number, shown: Partial<ReceiptShown>): Promise<Answer>;
  },
  opened: OpenedReceipt,
  { body }: Visit,
  token: string,
  language: Language,
): Promise<Answer> {
  const form = parseResidentAct(body);
  if (!form) return goTo(`/r/${token}`);
  const { act, values } = form;
  const again = (errors: Record<string, string[]>, problem: string | null) =>
    show(problem === null ? 422 : 409, { posted: { act, values, errors, problem } });
  try {
    if (await actByReceipt(opened, form)) return goTo(`/r/${token}?done=${act}`);
    return await again({}, residentWords(language).late);
  } catch (error) {
    if (error instanceof InvalidInput) return again(issueMessages(error.issues, language), null);
    return tooMany(error, opened, language, refuse);
  }
}

/** @throws anything but TooMany */
function tooMany(error: unknown, opened: OpenedReceipt, language: Language, refuse: Answers['refuse']): Answer {
  if (!(error instanceof TooMany)) throw error;
  const { item, facts } = opened.gathered;
  const site = facts.directory.organisation.sites.find(({ id }) => id === item.site);
  const { zone = 'UTC', phone = '', name } = site ?? {};
  const { again: when } = error;
  return refuse(
    429,
    { why: 'tooMany', again: when, now: opened.now, zone, phone, site: name?.[language] ?? '' },
    language,
  );
}

/** The questionnaire of a visit: `?score=4` is what was tapped in the mail, and is sent by the button only. */
async function visitPage(
  { actByReceipt, showVisitPage }: ReceiptParts,
  { page, refuse, goTo }: Answers,
  opened: OpenedReceipt,
  { method, query, body }: Visit,
  token: string,
  language: Language,
): Promise<Answer> {
  const show = (status: number, values: Record<string, string>, errors = {}, problem: string | null = null) =>
    page(status, renderVisitPage(showVisitPage(opened, { language, values, errors, problem })));
  if (method !== 'POST') return show(200, /^[1-5]$/.test(query.score ?? '') ? { score: query.score ?? '' } : {});
  const form = parseResidentAct(body);
  if (form?.act !== 'visited') return goTo(`/r/${token}`);
  try {
    if (await actByReceipt(opened, form)) return goTo(`/r/${token}?done=visited`);
    return show(409, form.values, {}, residentWords(language).late);
  } catch (error) {
    if (error instanceof InvalidInput) return show(422, form.values, issueMessages(error.issues, language));
    return tooMany(error, opened, language, refuse);
  }
}
