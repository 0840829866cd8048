import type { Item } from '../item.ts';
import { postOf, siteOf } from '../item-words.ts';
import { personById } from '../recipients.ts';
import type { Language } from '../text.ts';
import type { WorkflowFacts } from '../workflow/run.ts';

const DESK = 'customer-centre';

/** The desk by its name; a site without one answers by itself. */
export function deskOf(facts: WorkflowFacts, item: Pick<Item, 'site'>, language: Language): string {
  const site = siteOf(facts, item);
  return (site.departments.find(({ id }) => id === DESK) ?? site).name[language];
}

/** Who looks after the complaint, for its resident: a post or department, never a person's name. */
export function caretakerOf(item: Item, facts: WorkflowFacts, language: Language): string {
  const id = item.owner ?? item.ask?.asked[0]?.person ?? null;
  const person = id === null ? undefined : personById(facts.directory, id);
  if (!person) return deskOf(facts, item, language);
  const works = siteOf(facts, item).departments.filter(
    ({ head, handlers }) => head === person.id || handlers.includes(person.id),
  );
  const department = works.find(({ id: one }) => one === item.department) ?? works[0];
  return postOf(person, facts, item, language) ?? department?.name[language] ?? deskOf(facts, item, language);
}
