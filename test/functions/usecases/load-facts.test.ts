import { describe, expect, test } from 'vitest';
import { directory } from '#test/support/estate';
import { createMemoryPorts } from '#test/support/memory-ports';
import { createFactsLoader } from '#usecases/load-facts';
import { defaultCalendar } from '#workflows/default-calendar';
import { defaultRouting } from '#workflows/default-routing';

async function setUp() {
  const ports = createMemoryPorts(0);
  const calendar = directory.organisation.sites[0]?.calendar ?? '';
  const seed = { author: 'system' as const, at: 0, note: '' };
  await ports.documents.publish('demo', { ...seed, kind: 'organisation', id: 'main', body: directory.organisation }, 0);
  await ports.documents.publish('demo', { ...seed, kind: 'routing', id: 'main', body: defaultRouting }, 0);
  await ports.documents.publish('demo', { ...seed, kind: 'calendar', id: calendar, body: defaultCalendar }, 0);
  let reads = 0;
  const documents = {
    ...ports.documents,
    heads: (company: string) => ports.documents.heads(company).finally(() => (reads += 1)),
  };
  const republish = () =>
    ports.documents.publish('demo', { ...seed, kind: 'calendar', id: calendar, body: defaultCalendar }, 1);
  return { documents, calendar, republish, reads: () => reads };
}

describe('loading facts', () => {
  test('gives directory, routing and the compiled calendar, the same objects while nothing changes', async () => {
    const { documents, calendar } = await setUp();
    const load = createFactsLoader({ documents });
    const [first, second] = [await load('demo', 'east-lake'), await load('demo', 'east-lake')];
    expect(first.calendarReference).toBe(`${calendar}@1`);
    expect(first.directory.rosters).toEqual({ rosters: [] });
    expect(second.calendar).toBe(first.calendar);
    expect(second.directory).toBe(first.directory);
  });

  test('sees a new version at the next call, or when the cache has run out', async () => {
    const { documents, calendar, republish, reads } = await setUp();
    let elapsed = 0;
    const fresh = createFactsLoader({ documents });
    const cached = createFactsLoader({ documents }, { cacheMs: 5000, elapsed: () => elapsed });
    await cached('demo', 'east-lake');
    await republish();
    expect((await fresh('demo', 'east-lake')).calendarReference).toBe(`${calendar}@2`);
    elapsed = 4999;
    expect((await cached('demo', 'east-lake')).calendarReference).toBe(`${calendar}@1`);
    elapsed = 5000;
    expect((await cached('demo', 'east-lake')).calendarReference).toBe(`${calendar}@2`);
    expect(reads()).toBe(3);
  });

  test('names what is missing', async () => {
    const { documents } = await setUp();
    const load = createFactsLoader({ documents });
    await expect(load('demo', 'nowhere')).rejects.toMatchObject({ name: 'NotFound', what: 'site' });
    await expect(load('other', 'east-lake')).rejects.toMatchObject({ name: 'NotFound', what: 'company' });
  });
});
