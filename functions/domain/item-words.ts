import type { Item } from './item.ts';
import type { Directory, Person, Site } from './organisation.ts';
import { personById } from './recipients.ts';
import { categoryOf } from './route.ts';
import type { Routing } from './routing.ts';
import type { Language } from './text.ts';
import type { Names } from './timeline/said.ts';
import { PLAIN_VISIT } from './visit/new-visit.ts';

interface Facts {
  directory: Directory;
  routing: Routing;
}

const VISIT: Record<Language, string> = { 'zh-CN': '例行回访', en: 'Follow-up visit' };
const RESIDENT: Record<Language, string> = { 'zh-CN': '业主', en: 'the resident' };

/** Names for ids in one language; an id nobody knows any more stands for itself. */
export const namesIn = (facts: Facts, language: Language): Names => ({
  person: (id) =>
    (id === 'resident' ? RESIDENT[language] : undefined) ?? personById(facts.directory, id)?.name[language] ?? id,
  department: (id) =>
    facts.directory.organisation.sites.flatMap(({ departments }) => departments).find((one) => one.id === id)?.name[
      language
    ] ?? id,
  category: (id) =>
    (id === PLAIN_VISIT ? VISIT[language] : undefined) ?? categoryOf(facts.routing, id)?.name[language] ?? id,
});

/** Facts are loaded for the item's site: it is there. */
export function siteOf(facts: Pick<Facts, 'directory'>, item: Pick<Item, 'site'>): Site {
  const site = facts.directory.organisation.sites.find(({ id }) => id === item.site);
  if (!site) throw new Error(`no site ${item.site}`);
  return site;
}

/** "1 栋 1201", "Building 1, 1201", or the public place. */
export function whereWords(item: Item, facts: Pick<Facts, 'directory'>, language: Language): string {
  const building = facts.directory.organisation.buildings.find(({ id }) => id === item.building)?.name[language];
  const parts = [building, item.unit, item.place].filter((part): part is string => Boolean(part));
  return parts.join(language === 'zh-CN' ? ' ' : ', ') || siteOf(facts, item).name[language];
}

/** What the person is at the site, for "site director, because...": department and rank, or post. */
export function postOf(
  person: Person,
  facts: Pick<Facts, 'directory'>,
  item: Pick<Item, 'site'>,
  language: Language,
): string | null {
  const post = facts.directory.organisation.posts.find(({ holders }) => holders.includes(person.id));
  if (post) return post.name[language];
  const site = siteOf(facts, item);
  if (site.director === person.id) return language === 'zh-CN' ? '管理处主任' : 'site director';
  const led = site.departments.find(({ head }) => head === person.id);
  if (led) return language === 'zh-CN' ? `${led.name[language]}负责人` : `head of ${led.name[language].toLowerCase()}`;
  return null;
}
