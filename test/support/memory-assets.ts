import { type Asset, assetSummary, type Condition, faulty, inUse, naturalOrder, searchText } from '#domain/asset';
import { AssetChanged, AssetNumberTaken } from '#domain/errors';
import type { AssetFilter, Assets } from '#ports';
import { pageOfRows } from './memory-items.ts';

const conditionsOf = (condition: NonNullable<AssetFilter['condition']>): readonly Condition[] =>
  condition === 'faulty' ? faulty : condition === 'inUse' ? inUse : [condition];
const isIn = ({ id, buildings }: NonNullable<AssetFilter['area']>, { area, building }: Asset): boolean => {
  const there = building !== null && buildings.includes(building);
  return id === null ? area === null && !there : area === id || (area === null && there);
};

/** The register in a map, in the store's order. */
export function createMemoryAssets(): Assets {
  const stored = new Map<string, Asset>();
  const renewed = new Map<string, string>();
  const all = (company: string) => [...stored.values()].filter((one) => one.company === company);
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  const holder = (company: string, site: string, number: string) =>
    all(company).find((one) => one.site === site && same(one.number, number));
  const order = ({ building, kind, number }: Asset) => `${building ?? ''}#${kind} ${naturalOrder(number)}`;
  return {
    get: async (company, id) => stored.get(`${company}/${id}`) ?? null,
    byCode: async (company, code) => all(company).find((one) => one.code === code)?.id ?? null,
    byNumber: async (company, site, number) => holder(company, site, number)?.id ?? null,
    async put(asset) {
      const { company, id, site, number, version } = asset;
      const before = stored.get(`${company}/${id}`);
      if ((before?.version ?? 0) !== version - 1) throw new AssetChanged(id, version - 1);
      if ((holder(company, site, number)?.id ?? id) !== id) throw new AssetNumberTaken(number);
      stored.set(`${company}/${id}`, asset);
    },
    renewals: async (until, page) =>
      pageOfRows(
        [...stored.values()].filter(
          ({ company, id, certificateUntil, renewalAt }) =>
            renewalAt !== null && renewalAt <= until && renewed.get(`${company}/${id}`) !== certificateUntil,
        ),
        page,
      ),
    async renewing(company, id, certificateUntil) {
      renewed.set(`${company}/${id}`, certificateUntil);
    },
    async list(company, which, filter, page) {
      const wanted = (one: Asset) =>
        one.site === which.site &&
        ('person' in which
          ? [one.responsible, one.deputy].includes(which.person)
          : (which.building ?? one.building) === one.building && (which.kind ?? one.kind) === one.kind) &&
        conditionsOf(filter.condition ?? one.condition).includes(one.condition) &&
        (filter.responsible === undefined || filter.responsible === one.responsible) &&
        (filter.area === undefined || isIn(filter.area, one)) &&
        (filter.kind ?? one.kind) === one.kind &&
        (filter.building ?? one.building) === one.building &&
        searchText(one).includes(filter.text ?? '');
      const found = all(company).filter(wanted);
      const sorted = found.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
      return pageOfRows(sorted.map(assetSummary), page);
    },
  };
}
