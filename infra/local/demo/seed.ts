import type { System } from '#local/system';
import { demoCompany, demoEstate } from './estate.ts';

const ABREAST = 16;
/** Read by people of either language. */
const NOTE = '示范数据 · Demo estate';

/** Publishes the demo company where it is not there yet; what people changed since stays. */
export async function seedDemo(
  { bootstrap, ports }: Pick<System, 'bootstrap' | 'ports'>,
  { documents, households } = demoEstate,
): Promise<void> {
  const heads = await ports.documents.heads(demoCompany);
  if (heads.some(({ kind }) => kind === 'organisation')) return;
  // Households first: the organisation's row says that all is there.
  const rest = households.values();
  const worker = async () => {
    for (const household of rest) await ports.households.put(demoCompany, household);
  };
  await Promise.all(Array.from({ length: ABREAST }, worker));
  const [organisation, ...others] = documents;
  await bootstrap(demoCompany, others, NOTE);
  if (organisation) await bootstrap(demoCompany, [organisation], NOTE);
}
