import type { Recovery } from '#domain/care/recovery';
import { AllowanceSpent } from '#domain/errors';
import type { NewRecovery, Recoveries } from '#ports';
import { pageOfRows } from './memory-items.ts';

export interface MemoryRecoveries extends Recoveries {
  /** As the commit of an item takes it. @throws AllowanceSpent */
  take(recovery: NewRecovery): void;
}

/** Recoveries in a list, counted by person as the store does. */
export function createMemoryRecoveries(): MemoryRecoveries {
  const rows: Recovery[] = [];
  const inMonth = (company: string, site: string, month: string) =>
    rows.filter((one) => one.company === company && one.site === site && one.month === month);
  const sum = (found: readonly Recovery[]) => found.reduce((fen, one) => fen + one.fen, 0);
  const givenBy = (company: string, site: string, month: string, person: string) =>
    sum(inMonth(company, site, month).filter((one) => one.person === person));
  return {
    take({ most, ...recovery }) {
      const { company, site, month, person, fen } = recovery;
      if (fen > 0 && givenBy(company, site, month, person) + fen > most) throw new AllowanceSpent(person, month);
      rows.push(recovery);
    },
    list: async (company, site, month, page) => pageOfRows(inMonth(company, site, month).toReversed(), page),
    async given(company, site, month) {
      const found = inMonth(company, site, month);
      return [...new Set(found.map(({ person }) => person))]
        .map((person) => {
          const own = found.filter((one) => one.person === person);
          return { person, fen: sum(own), count: own.length };
        })
        .toSorted((a, b) => b.fen - a.fen);
    },
    givenBy: async (...of) => givenBy(...of),
  };
}
