import { intakeFields } from '#domain/forms/forms';
import { Slug } from '#domain/organisation';
import { clientAddress } from '#http/client-address';
import { languageFrom } from '#http/language';
import { type ReportView, renderReportPage } from '#http/pages/report-page';
import { type PostedReport, parseReportForm } from '#http/pages/resident-form';
import { issueMessages } from '#http/problem-messages';
import { NewReport } from '#http/schemas/report';
import type { Clock, Ids } from '#ports';
import type { ReportSite } from '#usecases/describe-report-site';
import { InvalidInput, type Issue, NotFound } from '#usecases/errors';
import type { FileReport } from '#usecases/file-report';
import { TooMany } from '#usecases/limit-requests';
import type { Answer, Answers, Visit } from './resident-page.ts';

export interface ReportParts {
  company: string;
  clock: Clock;
  ids: Ids;
  describeSite(company: string, site: string): Promise<(language: ReportView['language']) => ReportSite>;
  fileReport: FileReport;
  /** Secret of our own CloudFront; null: there is none before us. */
  edgeSecret(): Promise<string | null>;
}

/** GET shows the form, POST files it and leads on to its receipt; what cannot be taken comes back as typed. */
export const createReportHandler =
  (parts: ReportParts, { page, refuse, goTo }: Answers) =>
  async ({ event, method, query, body }: Visit, siteId: string): Promise<Answer> => {
    if (!Slug.safeParse(siteId).success) throw new NotFound('site');
    const described = await parts.describeSite(parts.company, siteId);
    const own = described('zh-CN').site.language;
    const language = languageFrom(query.lang, languageFrom(event.headers['accept-language'], own));
    const { site, categories, buildings, forms } = described(language);
    const formOf = (category: string | undefined) => {
      const fields = intakeFields(forms, category ?? '');
      return fields.length > 0 ? fields : null;
    };
    const form = (statusCode: number, key: string, posted: ReportView['posted']): Answer =>
      page(
        statusCode,
        renderReportPage({
          language,
          site: site.name[language],
          siteLanguage: site.language,
          phone: site.phone,
          categories,
          buildings,
          building: buildings.some(({ id }) => id === query.b) ? (query.b ?? null) : null,
          place: (query.place ?? '').slice(0, 120),
          key,
          form: formOf(posted?.values.category),
          posted,
        }),
      );
    if (method !== 'POST') return form(200, parts.ids.next(), null);

    const posted = parseReportForm(body);
    const key = posted.key || parts.ids.next();
    const again = (issues: readonly Issue[], trapped = false): Answer =>
      form(422, key, { values: posted.values, errors: issueMessages(issues, language), trapped });
    const checked = check(posted);
    if (posted.trapped || !checked.report) return again(checked.issues, posted.trapped);
    const { category } = checked.report;
    // Without script a form of the category can only be asked for once the category is known.
    if (formOf(category) && posted.form !== category)
      return form(200, key, { values: posted.values, errors: {}, trapped: false, more: true });
    try {
      const address = clientAddress(event, await parts.edgeSecret());
      const { company } = parts;
      const token = await parts.fileReport({ company, site: siteId, report: checked.report, language, key, address });
      return goTo(`/r/${token}?filed=1`);
    } catch (error) {
      if (error instanceof InvalidInput) return again(error.issues);
      if (!(error instanceof TooMany)) throw error;
      const { zone, phone, name } = site;
      const now = parts.clock.now();
      return refuse(429, { why: 'tooMany', again: error.again, now, zone, phone, site: name[language] }, language);
    }
  };

function check({ values, answers }: PostedReport): { report?: NewReport; issues: readonly Issue[] } {
  const parsed = NewReport.safeParse({ ...values, fields: answers });
  return parsed.success ? { report: parsed.data, issues: [] } : { issues: parsed.error.issues };
}
