import { againstOf } from '#domain/order-rates';
import type { Counted, DaySums } from '#domain/rate-sums';
import type { FactRow, Mark, Rates } from '#ports';
import { pageOfRows } from './memory-items.ts';

/** Sums are kept as the list of all that was added: whoever reads them adds up. */
export function createMemoryRates(): Rates {
  const marks = new Map<string, { mark: Mark; site: string }>();
  const sums = new Map<string, Counted>();
  const keyOf = (company: string, { type, id }: { type: string; id: string }) => `${company}/${type}/${id}`;
  return {
    mark: async (company, subject) => marks.get(keyOf(company, subject))?.mark ?? null,
    async count(company, subject, before, after, moves) {
      const key = keyOf(company, subject);
      if (marks.get(key)?.mark.version !== before?.version) return false;
      marks.set(key, { mark: after, site: subject.site });
      const at = `${company}/${subject.site}`;
      const known = sums.get(at) ?? { days: [], standing: [] };
      sums.set(at, { days: [...known.days, ...moves.days], standing: [...known.standing, ...moves.standing] });
      return true;
    },
    async sums(company, site, { from, to }) {
      const known = sums.get(`${company}/${site}`) ?? { days: [], standing: [] };
      const days = new Map<string, DaySums>();
      for (const { day, cells } of known.days)
        if (from <= day && day <= to) days.set(day, { day, cells: [...(days.get(day)?.cells ?? []), ...cells] });
      return { days: [...days.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1)), standing: known.standing };
    },
    async facts(company, site, rate, span, { against, ...filter }, page) {
      const rows = [...marks].flatMap(([key, { mark, site: of }]): FactRow[] =>
        key.startsWith(`${company}/item/`) && of === site
          ? mark.facts.map((fact) => ({ ...fact, item: key.slice(`${company}/item/`.length) }))
          : [],
      );
      const isMeant = (row: FactRow) =>
        row.rate === rate &&
        row.at !== null &&
        row.at >= span.from &&
        row.at < span.to &&
        (against === undefined || againstOf(rate, row) > 0 === against) &&
        Object.entries(filter).every(([name, value]) => value === undefined || row[name as 'area'] === value);
      return pageOfRows(
        rows.filter(isMeant).toSorted((a, b) => Number(b.at) - Number(a.at)),
        page,
      );
    },
  };
}
