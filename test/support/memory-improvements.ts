import { FigureTaken, ImprovementChanged } from '#domain/errors';
import { dueOn } from '#domain/improvement/course';
import { figureKey } from '#domain/improvement/figures';
import type { GoodCase } from '#domain/improvement/good-case';
import type { Improvement } from '#domain/improvement/improvement';
import type { FigureStanding, GoodCases, Improvements, Outbox } from '#ports';
import { pageOfRows } from './memory-items.ts';

/** Improvements in maps, in the store's order. */
export function createMemoryImprovements(outbox: Pick<Outbox, 'add'>): Improvements {
  const stored = new Map<string, Improvement>();
  const figures = new Map<string, FigureStanding>();
  const days = new Map<string, string>();
  const at = (company: string, site: string) =>
    [...stored.values()].filter((one) => one.company === company && one.site === site);
  const place = (one: Improvement) => `${dueOn(one) ?? one.closed?.on ?? ''}#${one.id}`;
  const sorted = (found: Improvement[]) => found.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
  return {
    get: async (company, id) => stored.get(`${company}/${id}`) ?? null,
    async put(improvement, notices) {
      const { company, id, version, state, ref, closed } = improvement;
      if ((stored.get(`${company}/${id}`)?.version ?? 0) !== version - 1) throw new ImprovementChanged(id, version - 1);
      const figure = `${company}/${figureKey(ref)}`;
      if (version === 1 && (figures.get(figure)?.open ?? null) !== null) throw new FigureTaken(figureKey(ref));
      if (version === 1) figures.set(figure, { open: id, closedOn: null });
      if (state === 'closed') figures.set(figure, { open: null, closedOn: closed?.on ?? null });
      stored.set(`${company}/${id}`, improvement);
      for (const row of notices) await outbox.add(row);
    },
    standing: async (company, ref) => figures.get(`${company}/${figureKey(ref)}`) ?? { open: null, closedOn: null },
    async open(company, site, state, page) {
      const found = at(company, site).filter((one) => one.state !== 'closed' && (state ?? one.state) === one.state);
      return pageOfRows(sorted(found), page);
    },
    async due(company, site, { from, to }, page) {
      const isDue = (date: string | null) => date !== null && (from ?? '') <= date && date <= to;
      return pageOfRows(sorted(at(company, site).filter((one) => isDue(dueOn(one)))), page);
    },
    async closed(company, site, period, page) {
      const found = at(company, site).filter(
        ({ closed }) => closed !== null && (!period || (period.from <= closed.on && closed.on <= period.to)),
      );
      return pageOfRows(sorted(found).reverse(), page);
    },
    lastDay: async (company, site) => days.get(`${company}/${site}`) ?? null,
    async dayDone(company, site, date) {
      days.set(`${company}/${site}`, date);
    },
  };
}

/** Good cases in a map, newest first. */
export function createMemoryGoodCases(): GoodCases {
  const stored = new Map<string, GoodCase>();
  return {
    get: async (company, item) => stored.get(`${company}/${item}`) ?? null,
    async put(marked) {
      stored.set(`${marked.company}/${marked.item}`, marked);
    },
    async remove(company, item) {
      stored.delete(`${company}/${item}`);
    },
    async list(company, site, { from, to }, page) {
      const found = [...stored.values()].filter(
        (one) => one.company === company && one.site === site && from <= one.at && one.at < to,
      );
      return pageOfRows(
        found.toSorted((a, b) => b.at - a.at),
        page,
      );
    },
  };
}
