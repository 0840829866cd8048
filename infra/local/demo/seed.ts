import type { System } from '#local/system';
import type { FirstDocument } from '#usecases/bootstrap';
import { defaultDocuments } from '#workflows/default-documents';
import { absences, demoCompany, households, organisation, rosters } from './estate.ts';

/** Publishes the demo company where it is not there yet; what people changed since stays. */
export async function seedDemo({ bootstrap, ports }: Pick<System, 'bootstrap' | 'ports'>): Promise<void> {
  const heads = await ports.documents.heads(demoCompany);
  if (heads.some(({ kind }) => kind === 'organisation')) return;
  // Households first: the organisation's row says that all is there.
  for (const household of households) await ports.households.put(demoCompany, household);
  const [organisationFirst, ...others] = defaultDocuments(organisation);
  const duties: FirstDocument[] = [
    { kind: 'rosters', id: 'main', body: rosters },
    { kind: 'absences', id: 'main', body: absences },
  ];
  await bootstrap(demoCompany, [...others, ...duties], 'Demo estate');
  if (organisationFirst) await bootstrap(demoCompany, [organisationFirst], 'Demo estate');
}
