import type { AssetSummary } from '#domain/asset';
import { AssetChanged } from '#domain/errors';
import { replaceInAsset } from '#domain/leaver/named-assets';
import type { Replacement } from '#domain/leaver/replace-person';
import type { Organisation } from '#domain/organisation';
import { may } from '#domain/permission';
import type { Caller } from '#http/caller';
import type { Ports } from '#ports';
import { NotAllowed } from '../errors.ts';

type AssetPorts = Pick<Ports, 'assets'>;

/** Every facility the person answers for, as deputy too, at all sites. */
export async function assetsOf(
  { assets }: AssetPorts,
  company: string,
  person: string,
  { sites }: Organisation,
): Promise<AssetSummary[]> {
  const found: AssetSummary[] = [];
  for (const { id: site } of sites) {
    let cursor: string | undefined;
    do {
      const page = await assets.list(company, { site, person }, {}, { cursor });
      found.push(...page.rows);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
  }
  return found;
}

/** Throws NotAllowed when one of them stands at a site whose register the caller does not keep. */
export function requireAssets({ person }: Caller, assets: readonly AssetSummary[], organisation: Organisation): void {
  if (assets.some(({ site }) => !may(person, 'asset.write', { site }, { organisation })))
    throw new NotAllowed('asset.write');
}

/** How often a facility is read anew because somebody else wrote it first. */
const ATTEMPTS = 5;

/** One facility goes to whoever takes over; one that names the person no more is left alone. @throws AssetChanged */
export async function passAssetOn(
  { assets }: AssetPorts,
  company: string,
  id: string,
  person: string,
  replacement: Replacement,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const asset = await assets.get(company, id);
    if (!asset || (asset.responsible !== person && asset.deputy !== person)) return;
    try {
      return await assets.put(replaceInAsset(person, asset, replacement));
    } catch (error) {
      if (!(error instanceof AssetChanged) || attempt === ATTEMPTS) throw error;
    }
  }
}
