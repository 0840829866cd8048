import fc from 'fast-check';
import type { Directory } from '#domain/organisation';
import { DAY, type Instant } from '#domain/time';
import { directory } from '#test/support/estate';

export const ids = directory.organisation.people.map(({ id }) => id);

/** The demo site with people away, gone, and posts without a holder. */
export const directoriesAround = (start: Instant): fc.Arbitrary<Directory> =>
  fc
    .record({
      gone: fc.subarray(ids, { maxLength: 12 }),
      away: fc.array(
        fc.record({
          person: fc.constantFrom(...ids),
          deputy: fc.option(fc.constantFrom(...ids)),
          from: fc.integer({ min: -2, max: 10 }),
          days: fc.integer({ min: 1, max: 20 }),
        }),
        { maxLength: 8 },
      ),
      headless: fc.boolean(),
    })
    .map(({ gone, away, headless }) => ({
      ...directory,
      organisation: {
        ...directory.organisation,
        people: directory.organisation.people.map((one) => (gone.includes(one.id) ? { ...one, active: false } : one)),
        sites: directory.organisation.sites.map((site) => (headless ? { ...site, director: null } : site)),
      },
      absences: {
        absences: away.map(({ person, deputy, from, days }) => ({
          person,
          deputy,
          from: start + from * DAY,
          to: start + (from + days) * DAY,
        })),
      },
    }));
