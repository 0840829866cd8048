import type { Item } from './item.ts';
import { whereWords } from './item-words.ts';
import type { Directory } from './organisation.ts';
import type { Language } from './text.ts';

/** Facilities an order names before it counts the others. */
const NAMED = 2;

/** "Monthly lift check: Lift 1, Lift 2 and 4 more": the plan, else the work, and what it is done at. */
export function orderWords(item: Item, facts: { directory: Directory }, language: Language): string {
  const { order, intake } = item;
  const what = order?.plan?.name[language] ?? intake.description;
  const assets = order?.assets ?? [];
  const named = assets.slice(0, NAMED).map(({ name }) => name);
  const more = assets.length - named.length;
  if (language === 'zh-CN')
    return `${what}：${named.length > 0 ? `${named.join('、')}${more > 0 ? `等 ${assets.length} 处` : ''}` : whereWords(item, facts, language)}`;
  return `${what}: ${named.length > 0 ? `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}` : whereWords(item, facts, language)}`;
}
