import { type CareRules, noCareRules } from '#domain/care/rules';
import { idFor } from '#domain/document-id';
import type { Ports } from '#ports';
import { type CompanyFacts, versionAt } from '../load-directory.ts';

/** What holds at a site: its own rules where it has some, else the company's. */
export const careRulesAt = async (
  ports: Pick<Ports, 'documents'>,
  company: string,
  { heads }: Pick<CompanyFacts, 'heads'>,
  site: string,
): Promise<CareRules> => {
  const found = await versionAt(ports, company, heads, 'care-rules', idFor(heads, 'care-rules', 'main', site));
  return found?.body ?? noCareRules;
};
