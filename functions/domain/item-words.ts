import { fullName } from './full-name.ts';
import type { Item } from './item.ts';
import { type Directory, isContractor, type Person, type Site } from './organisation.ts';
import { personById } from './recipients.ts';
import { categoryOf } from './route.ts';
import type { Routing } from './routing.ts';
import type { Language } from './text.ts';
import type { Names } from './timeline/said.ts';
import { PLAIN_VISIT, plainVisitName } from './visit/visit-words.ts';
import type { Entry } from './workflow/entry.ts';

interface Facts {
  directory: Directory;
  routing: Routing;
}

const OFFICE: Record<Language, string> = { 'zh-CN': '物业管理处', en: 'the site office' };
const RESIDENT: Record<Language, string> = { 'zh-CN': '业主', en: 'the resident' };

/** Names for ids in one language; an id nobody knows any more stands for itself. */
export const namesIn = (facts: Facts, language: Language): Names => ({
  person: (id) => {
    if (id === 'resident') return RESIDENT[language];
    const person = personById(facts.directory, id);
    return person ? fullName(person, language) : id;
  },
  department: (id) =>
    facts.directory.organisation.sites.flatMap(({ departments }) => departments).find((one) => one.id === id)?.name[
      language
    ] ?? id,
  category: (id) =>
    (id === PLAIN_VISIT ? plainVisitName[language] : undefined) ?? categoryOf(facts.routing, id)?.name[language] ?? id,
});

/** As somebody may read them: of our people a contractor is told the post. */
export function namesFor(facts: Facts, item: Pick<Item, 'site'>, reader: Person): Names {
  const { language } = reader;
  const names = namesIn(facts, language);
  if (!isContractor(reader)) return names;
  const person = (id: string): string => {
    const found = personById(facts.directory, id);
    if (!found) return names.person(id);
    if (isContractor(found))
      return found.firm === reader.firm ? found.name[language] : (found.firm ?? OFFICE[language]);
    return postOf(found, facts, item, language) ?? OFFICE[language];
  };
  return { ...names, person };
}

/** What of a past a contractor reads: nothing that leads to other items. */
export const timelineFor = (reader: Person, timeline: readonly Entry[]): readonly Entry[] =>
  isContractor(reader) ? timeline.filter(({ type }) => !leadsElsewhere.has(type)) : timeline;

const leadsElsewhere: ReadonlySet<Entry['type']> = new Set([
  'opened',
  'linkedOpened',
  'linkedEnded',
  'followedUp',
  'visitReopened',
  'reopens',
] satisfies Entry['type'][]);

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
