import { idFor } from '#domain/document-id';
import type { Item } from '#domain/item';
import type { Questionnaire, Visits } from '#domain/visit-rules';
import type { DocumentHead, Ports } from '#ports';
import { versionAt } from '../load-directory.ts';

/** The settings of visits that hold at a site, with what pins them; null: nobody published any. */
export const visitsAt = async (
  ports: Pick<Ports, 'documents'>,
  company: string,
  heads: readonly DocumentHead[],
  site: string,
): Promise<{ visits: Visits; pin: { id: string; version: number } } | null> => {
  const found = await versionAt(ports, company, heads, 'visits', idFor(heads, 'visits', 'main', site));
  return found ? { visits: found.body, pin: { id: found.id, version: found.version } } : null;
};

/** What a visit asks, and the reasons there are for a low score. */
export interface Asks {
  questionnaire: Questionnaire;
  reasons: Visits['reasons'];
}

/** The questionnaire a visit was opened with, and the reasons there are now: the list is managed while visits go on. Null: it is none, or they no longer have its questionnaire. */
export const pinnedAsks = async (
  documents: Ports['documents'],
  { company, visit }: Pick<Item, 'company' | 'visit'>,
): Promise<Asks | null> => {
  if (!visit) return null;
  const { id: name, version } = visit.settings;
  const [settings, now] = await Promise.all([
    documents.version(company, 'visits', name, version),
    documents.current(company, 'visits', name),
  ]);
  const questionnaire = settings?.body.questionnaires.find(({ id }) => id === visit.questionnaire);
  return settings && questionnaire ? { questionnaire, reasons: (now ?? settings).body.reasons } : null;
};
