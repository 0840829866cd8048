import { searchableIn } from '#domain/learned/said';
import { idsIn, isAgainst } from '#domain/rate-facts';
import type { Counted, DaySums } from '#domain/rate-sums';
import type { FactRow, Learned, Mark, Rates } from '#ports';
import { pageOfRows } from './memory-items.ts';

/** Sums are kept as the list of all that was added: whoever reads them adds up. */
export function createMemoryRates(): { rates: Rates; learned: Learned } {
  const marks = new Map<string, { mark: Mark; site: string }>();
  const sums = new Map<string, Counted>();
  const keyOf = (company: string, { type, id }: { type: string; id: string }) => `${company}/${type}/${id}`;
  const ofVisits = (type: string) => (type === 'visit' ? 'visits' : 'maintenance');
  const marked = (company: string, site: string) =>
    [...marks].flatMap(([key, { mark, site: of }]) => {
      const [at, type, id] = key.split('/');
      return at === company && of === site && type !== 'asset' && id !== undefined ? [{ mark, id }] : [];
    });
  const rates: Rates = {
    mark: async (company, subject) => marks.get(keyOf(company, subject))?.mark ?? null,
    async count(company, subject, before, after, moves) {
      const key = keyOf(company, subject);
      if (marks.get(key)?.mark.version !== before?.version) return false;
      marks.set(key, { mark: after, site: subject.site });
      const at = `${company}/${subject.site}/${ofVisits(subject.type)}`;
      const known = sums.get(at) ?? { days: [], standing: [] };
      sums.set(at, { days: [...known.days, ...moves.days], standing: [...known.standing, ...moves.standing] });
      return true;
    },
    async sums(company, site, { from, to }, of) {
      const known = sums.get(`${company}/${site}/${of}`) ?? { days: [], standing: [] };
      const days = new Map<string, DaySums>();
      for (const { day, cells } of known.days)
        if (from <= day && day <= to) days.set(day, { day, cells: [...(days.get(day)?.cells ?? []), ...cells] });
      return { days: [...days.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1)), standing: known.standing };
    },
    async facts(company, site, rate, span, { against, ...filter }, page) {
      const rows = marked(company, site).flatMap(({ mark, id }): FactRow[] =>
        mark.facts.map((fact) => ({ ...fact, item: id })),
      );
      const isMeant = (row: FactRow) =>
        row.rate === rate &&
        row.at !== null &&
        row.at >= span.from &&
        row.at < span.to &&
        (against === undefined || isAgainst(row) === against) &&
        Object.entries(filter).every(
          ([name, value]) => value === undefined || idsIn(row, name as 'area').includes(value),
        );
      return pageOfRows(
        rows.filter(isMeant).toSorted((a, b) => Number(b.at) - Number(a.at)),
        page,
      );
    },
  };
  const learned: Learned = {
    async said(company, site, span, { words, low, reason }, page) {
      const rows = marked(company, site).flatMap(({ mark, id }) => (mark.said ? [{ ...mark.said, item: id }] : []));
      const isMeant = (row: (typeof rows)[number]) =>
        row.at >= span.from &&
        row.at < span.to &&
        words.every((word) => searchableIn(row).includes(word)) &&
        (!low || row.low) &&
        (reason === null || row.reason === reason);
      return pageOfRows(
        rows.filter(isMeant).toSorted((a, b) => b.at - a.at),
        page,
      );
    },
  };
  return { rates, learned };
}
