import { withoutContacts } from '../contacts.ts';
import type { Item } from '../item.ts';
import type { Text } from '../text.ts';
import type { Instant } from '../time.ts';
import { type Held, isLow } from '../visit.ts';
import type { Questionnaire } from '../visit-rules.ts';

/** What somebody said in a visit (原话), for the list of a site: no name, no number, no more of a home than its unit. */
export interface Said {
  at: Instant;
  number: string;
  building: string | null;
  unit: string | null;
  category: string;
  rule: Text | null;
  score: number;
  held: Held | null;
  low: boolean;
  reason: string | null;
  /** `question` null: the remarks. */
  texts: { question: Text | null; text: string }[];
}

/**
 * Null: nothing was said in words. What is said to who visits out of care (关怀) is in the visit and nowhere else: it may
 * tell what a care flag does.
 */
export function saidIn(item: Item, questionnaire: Questionnaire | null): Said | null {
  const { visit } = item;
  if (!visit?.answers || visit.why !== null || (visit.rule === null && visit.of === null)) return null;
  const { at, score, held, reason, remarks } = visit.answers;
  const texts: Said['texts'] = remarks ? [{ question: null, text: remarks }] : [];
  for (const { id, label, type } of questionnaire?.fields ?? []) {
    const answer = type === 'text' ? item.fields[id] : undefined;
    if (typeof answer === 'string' && answer !== '') texts.push({ question: label, text: answer });
  }
  if (texts.length === 0) return null;
  const { number, building, unit, category } = item;
  return {
    ...{ at, number, building, unit, category, score, held, texts },
    rule: visit.rule?.name ?? null,
    low: isLow(visit, visit.answers),
    reason,
  };
}

const normal = (text: string): string => text.normalize('NFKC').toLowerCase();
const MOST_WORDS = 6;

/** What a search looks in: never numbers and addresses, which not every reader may see. */
export const searchableIn = ({ texts }: Said): string =>
  normal(texts.map(({ text }) => withoutContacts(text)).join('\n'));

/** Each must stand in what was said, wherever it is: Chinese has no blanks between its words. */
export const wordsSought = (search: string): string[] =>
  [...new Set(normal(search).split(/[\s,，。;；、]+/))].filter((word) => word !== '').slice(0, MOST_WORDS);
