import { BookChanged } from '#domain/errors';
import type { Booking, HouseholdPage, VisitBook } from '#ports';

/** The book of visits in maps; the store's contract holds for it as well. */
export function createMemoryVisitBook(): VisitBook {
  const bookings = new Map<string, Booking>();
  const households = new Map<string, HouseholdPage>();
  const days = new Map<string, Map<string, number>>();
  const done = new Map<string, string>();
  const page = (company: string, household: string): HouseholdPage =>
    households.get(`${company}/${household}`) ?? { askings: [], version: 0 };
  const daysOf = (company: string, visitor: string) => days.get(`${company}/${visitor}`) ?? new Map<string, number>();
  return {
    booked: async (company, key) => bookings.get(`${company}/${key}`) ?? null,
    household: async (company, household) => structuredClone(page(company, household)),
    days: async (company, visitor, from) => new Map([...daysOf(company, visitor)].filter(([date]) => date >= from)),
    lastDay: async (company, site) => done.get(`${company}/${site}`) ?? null,
    async dayDone(company, site, date) {
      done.set(`${company}/${site}`, date);
    },
    async book(company, booking, { version, onDay }) {
      const { key, household, visitor, date, due, of } = booking;
      const before = page(company, household);
      const taken = daysOf(company, visitor);
      const place = `${company}/${key}`;
      if (bookings.has(place) || before.version !== version || (taken.get(date) ?? 0) !== onDay)
        throw new BookChanged(key);
      bookings.set(place, booking);
      households.set(`${company}/${household}`, {
        askings: [...before.askings, { at: due, of }],
        version: version + 1,
      });
      days.set(`${company}/${visitor}`, new Map([...taken, [date, onDay + 1]]));
    },
  };
}
