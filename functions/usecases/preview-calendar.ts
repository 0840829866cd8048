import { compileCalendar } from '#domain/calendar';
import type { CalendarDocument } from '#domain/calendar-document';
import { advance } from '#domain/workflow/advance';
import { type ItemKind, itemKinds } from '#domain/workflow/definition';
import type { Entry } from '#domain/workflow/entry';
import type { Caller } from '#http/caller';
import { wireInstant } from '#http/schemas/wire';
import type { ItemSummary, Ports } from '#ports';
import { createGather } from './decide.ts';
import { InvalidInput, problem } from './errors.ts';
import type { LoadDirectory } from './load-directory.ts';
import type { LoadFacts } from './load-facts.ts';
import { createJudgeDocument, type PublishOptions } from './publish-document.ts';
import { summaryView } from './view-summary.ts';

/** Open items looked at by one call. */
const AT_ONCE = 100;

export interface PreviewRequest {
  id: string;
  body: unknown;
  /** Of the answer before; left out: from the start. */
  cursor?: string | undefined;
}

/**
 * Which open deadlines a calendar would move if it were published now, worked out as publishing itself does. One call
 * looks at a bounded number of items; `next` leads on until all sites that use the calendar are through.
 * @throws what publishing would throw
 */
export const createPreviewCalendar = (
  ports: Pick<Ports, 'assets' | 'documents' | 'items' | 'clock'> & {
    loadDirectory: LoadDirectory;
    loadFacts: LoadFacts;
  },
  options: PublishOptions,
) => {
  const judge = createJudgeDocument(ports, options);
  const gather = createGather(ports, ports.loadFacts);
  /** Lists without open items are passed over. */
  const firstFilled = async (company: string, from: Place, lists: readonly List[]) => {
    for (let place = from; ; ) {
      const [site = '', kind] = place.list.split('/') as [string, ItemKind];
      const page = await ports.items.open(company, site, { kind }, { cursor: place.cursor, limit: AT_ONCE });
      const following = lists[lists.indexOf(place.list) + 1];
      if (page.rows.length > 0 || following === undefined) return { page, place };
      place = { list: following };
    }
  };
  return async (caller: Caller, { id, body, cursor }: PreviewRequest) => {
    const { company } = caller;
    const { body: judged, at: now, issues } = await judge(caller, { kind: 'calendar', id, body });
    if (issues.length > 0) throw new InvalidInput(issues);
    const calendar = compileCalendar(judged as CalendarDocument, `${id}@draft`);
    const { directory } = await ports.loadDirectory(company);
    const sites = directory.organisation.sites.filter((site) => site.calendar === id);
    const lists = sites.flatMap((site) => itemKinds.map((kind): List => `${site.id}/${kind}`));
    const first = placeOf(cursor, lists);
    if (first === null) return { data: [], checked: 0, next: null };
    const { page, place } = await firstFilled(company, first, lists);
    const movedOf = async (row: ItemSummary) => {
      const { item, definition, facts: present } = await gather(company, row.id);
      const { entries } = advance(definition, item, { type: 'recomputed' }, now, { ...present, calendar });
      return { row, moved: entries.flatMap(movedIn) };
    };
    const rows = await Promise.all(page.rows.map(movedOf));
    const following = lists[lists.indexOf(place.list) + 1];
    return {
      data: rows.filter(({ moved }) => moved.length > 0).map(({ row, moved }) => ({ ...summaryView(row, now), moved })),
      checked: page.rows.length,
      next: page.next ? `${place.list} ${page.next}` : (following ?? null),
    };
  };
};

/** Open items of a site, one kind: "east-lake/complaint". */
type List = `${string}/${ItemKind}`;
interface Place {
  list: List;
  cursor?: string;
}

/** A cursor is a list and where to go on in it. Null: no site uses the calendar. @throws InvalidInput */
function placeOf(cursor: string | undefined, lists: readonly List[]): Place | null {
  const [named, within] = cursor?.split(' ') ?? [];
  const list = named === undefined ? lists[0] : lists.find((one) => one === named);
  if (named === undefined && list === undefined) return null;
  if (list === undefined) throw new InvalidInput([problem(['cursor'], 'bad_cursor')]);
  return { list, ...(within !== undefined && { cursor: within }) };
}

const movedIn = (entry: Entry) =>
  entry.type === 'recomputed'
    ? entry.moved.map(({ what, from, to }) => ({ what, from: wireInstant(from), to: wireInstant(to) }))
    : [];
