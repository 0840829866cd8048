import type { PersonId } from '../item.ts';
import type { FeedEvent } from '../plan/calendar-feed.ts';
import type { ItemSummary } from '../summary.ts';
import type { Language } from '../text.ts';

const NAME: Record<Language, string> = { 'zh-CN': '回访', en: 'Follow-up visit' };

/** Whose a visit is: whoever took it, else whoever it is planned for. */
export const visitorOf = ({
  owner,
  visit,
}: {
  owner: PersonId | null;
  visit?: { visitor: PersonId } | undefined;
}): PersonId | null => owner ?? visit?.visitor ?? null;

/**
 * A person's visits as entries of a calendar, each when it is to be made. Names the home and nobody, and tells one kind of
 * visit from another by nothing: why somebody is visited may be sensitive, and calendars are shared.
 */
export const visitEvents = (
  rows: readonly ItemSummary[],
  person: PersonId,
  { language, building }: { language: Language; building: (id: string) => string },
): FeedEvent[] =>
  rows.flatMap((row) => {
    if (!row.visit || visitorOf(row) !== person) return [];
    const where = [row.building && building(row.building), row.unit].filter(Boolean).join(' ');
    return [
      {
        id: `${row.site}/visit/${row.id}@steward`,
        at: row.visit.at,
        summary: [NAME[language], where].filter(Boolean).join(' · '),
        description: row.number,
        location: where,
      },
    ];
  });
