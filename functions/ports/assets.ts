import type { Asset, AssetSummary, Condition } from '#domain/asset';
import type { Instant } from '#domain/time';
import type { Page, PageRequest } from '../ports.ts';

/** Which of a site's: all (`building` and `kind` narrow, each served by an index), or those of one person, as deputy too. */
export type AssetList =
  | { site: string; building?: string | undefined; kind?: string | undefined }
  | { site: string; person: string };
/** Tested on the rows of a list. `text`: as `searchText` has it. */
export interface AssetFilter {
  condition?: Condition | 'faulty' | 'inUse' | undefined;
  kind?: string | undefined;
  building?: string | undefined;
  /** Who answers for it, deputies aside; null: nobody. */
  responsible?: string | null | undefined;
  /** Put in this area, or in none and of one of these buildings. `id` null: in none, and of none of these buildings. */
  area?: { id: string | null; buildings: readonly string[] } | undefined;
  text?: string | undefined;
}
export interface Assets {
  get(company: string, id: string): Promise<Asset | null>;
  /** Id by the code of the label. */
  byCode(company: string, code: string): Promise<string | null>;
  /** Id by number, letter case aside. */
  byNumber(company: string, site: string, number: string): Promise<string | null>;
  /**
   * Stores it as version `asset.version`, over the version before (1: there is none yet). Site and code never change.
   * @throws AssetChanged when another version stands there | AssetNumberTaken
   */
  put(asset: Asset): Promise<void>;
  /** Whose certificate is to be renewed by `until` and nobody ordered it yet, all companies, for the sweeper. */
  renewals(until: Instant, page: PageRequest): Promise<Page<{ company: string; id: string }>>;
  /** The renewal of the certificate that ends on this date was ordered. Told again after each change of the asset. */
  renewing(company: string, id: string, certificateUntil: string): Promise<void>;
  /** By building, kind and number; one person's by number. */
  list(company: string, which: AssetList, filter: AssetFilter, page: PageRequest): Promise<Page<AssetSummary>>;
}
