import type { Forms } from '#domain/forms/forms';
import type { Site } from '#domain/organisation';
import type { Language } from '#domain/text';
import type { Ports } from '#ports';
import { NotFound } from './errors.ts';
import { type LoadDirectory, routingAt } from './load-directory.ts';
import { pinsAt } from './load-facts.ts';
import { pinnedForms } from './open-item.ts';

/** What a resident may know before telling anything: the site, its buildings, and what one can report. */
export interface ReportSite {
  site: Site;
  categories: { id: string; name: string }[];
  buildings: { id: string; name: string }[];
  /** What each category asks for beside the fixed fields. */
  forms: Forms;
}

/** @throws NotFound for a site that is not there */
export const createDescribeReportSite =
  (loadDirectory: LoadDirectory, documents: Ports['documents']) =>
  async (company: string, id: string): Promise<(language: Language) => ReportSite> => {
    const facts = await loadDirectory(company);
    const { directory } = facts;
    const routing = routingAt(facts, id);
    const site = directory.organisation.sites.find((one) => one.id === id);
    if (!site) throw new NotFound('site');
    const forms = await pinnedForms(documents, { company, ...pinsAt(facts.heads, id) });
    const buildings = directory.organisation.buildings.filter((one) => one.site === id);
    const named = (list: readonly { id: string; name: Record<Language, string> }[], language: Language) =>
      list.map((one) => ({ id: one.id, name: one.name[language] }));
    return (language) => ({
      site,
      categories: named(
        routing.categories.filter(({ active }) => active),
        language,
      ),
      buildings: named(buildings, language),
      forms,
    });
  };
