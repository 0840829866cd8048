import type { Page, PageRequest } from '#ports';

/** All rows of a list, page by page. */
export async function* everyRow<T>(read: (page: PageRequest) => Promise<Page<T>>): AsyncGenerator<T> {
  let cursor: string | undefined;
  do {
    const page: Page<T> = await read({ cursor, limit: 100 });
    yield* page.rows;
    cursor = page.next ?? undefined;
  } while (cursor);
}
