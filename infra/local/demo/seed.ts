import type { Asset } from '#domain/asset';
import { rememberedOf } from '#domain/asset-history';
import { AssetChanged } from '#domain/errors';
import { noForms } from '#domain/forms/forms';
import type { Organisation } from '#domain/organisation';
import { localDate } from '#domain/time';
import type { System } from '#local/system';
import type { Assets, Ports } from '#ports';
import type { LoadDirectory } from '#usecases/load-directory';
import { defaultRouting } from '#workflows/default-routing';
import { demoAssets } from './assets.ts';
import { seedCare } from './care.ts';
import { demoCompany, demoEstate } from './estate.ts';

const ABREAST = 16;
/** Read by people of either language. */
const NOTE = '示范数据 · Demo estate';

/** Publishes the demo company where it is not there yet; what people changed since stays. */
export async function seedDemo(
  { bootstrap, ports }: Pick<System, 'bootstrap' | 'ports'>,
  { documents, households, sites, organisation: wanted } = demoEstate,
): Promise<void> {
  const [rest, last] = [documents.slice(0, -1), documents.slice(-1)];
  const heads = await ports.documents.heads(demoCompany);
  // Published when all is there, which its row then says; facilities are counted by the organisation they find.
  if (last.every((one) => heads.some(({ kind, id }) => kind === one.kind && id === one.id))) return;
  await bootstrap(demoCompany, rest, NOTE);
  const now = ports.clock.now();
  const assets = sites.flatMap((one) =>
    demoAssets(one, localDate(now, one.site.zone)).map(({ hours, ...facts }): Asset => {
      const meter = hours === null ? null : { unit: hours, reading: 1200, at: now };
      const asset = { ...facts, company: demoCompany, meter, code: ports.ids.next(), version: 1 };
      return { ...asset, ...rememberedOf(null, asset, now, one.site.zone) };
    }),
  );
  const puts = [
    ...households.map((household) => () => ports.households.put(demoCompany, household)),
    ...assets.map((asset) => () => putOnce(ports.assets, asset)),
  ].values();
  const worker = async () => {
    for (const put of puts) await put();
  };
  await Promise.all(Array.from({ length: ABREAST }, worker));
  await seedCare(ports, beforePublishing(ports, wanted), wanted, households);
  await bootstrap(demoCompany, last, NOTE);
}

/** As it will be once the last is published. */
const beforePublishing =
  ({ documents }: Pick<Ports, 'documents'>, organisation: Organisation): LoadDirectory =>
  async (company) => ({
    directory: { organisation, rosters: { rosters: [] }, absences: { absences: [] } },
    ...{ routing: defaultRouting, ownRouting: new Map(), words: null, forms: noForms },
    heads: await documents.heads(company),
  });

/** A seeding cut short is done again: what it put stays. */
async function putOnce(assets: Assets, asset: Asset): Promise<void> {
  try {
    await assets.put(asset);
  } catch (error) {
    if (!(error instanceof AssetChanged)) throw error;
  }
}
