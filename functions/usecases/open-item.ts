import { type Forms, noForms } from '#domain/forms/forms';
import type { Item } from '#domain/item';
import type { Checklist } from '#domain/maintenance';
import { may, type Operation } from '#domain/permission';
import type { Templates } from '#domain/templates/templates';
import type { Text } from '#domain/text';
import type { Definition } from '#domain/workflow/definition';
import type { Caller } from '#http/caller';
import type { Ports } from '#ports';
import { NotAllowed, NotFound } from './errors.ts';
import type { Facts, LoadFacts } from './load-facts.ts';

/** The item with its site's facts, when the caller may do `operation` with it. Throws NotFound | NotAllowed. */
export const openItem = async (
  { items, loadFacts }: { items: Ports['items']; loadFacts: LoadFacts },
  caller: Caller,
  id: string,
  operation: Operation,
): Promise<{ item: Item; facts: Facts }> => {
  const item = await items.get(caller.company, id);
  if (!item) throw new NotFound('complaint');
  const facts = await loadFacts(caller.company, item.site);
  if (!may(caller.person, operation, { item }, facts.directory)) throw new NotAllowed(operation);
  return { item, facts };
};

/** The version an item is pinned to. Throws NotFound, which only a damaged store gives. */
export const pinnedDefinition = async (documents: Ports['documents'], item: Item): Promise<Definition> => {
  const { id, version } = item.workflow;
  const document = await documents.version(item.company, 'workflow', id, version);
  if (!document) throw new NotFound('document');
  return document.body;
};

/** Words the item was filed with; null: the built-in ones. */
export const pinnedTemplates = async (
  documents: Ports['documents'],
  { company, templates }: Pick<Item, 'company' | 'templates'>,
): Promise<Templates | null> =>
  templates ? ((await documents.version(company, 'templates', templates.id, templates.version))?.body ?? null) : null;

/**
 * The checklist of an order and what it is called: by its plan, else by its kind of facility, as of the settings it is pinned
 * to. A visit is called what it asks about.
 */
export const pinnedWork = async (
  documents: Ports['documents'],
  { company, order, visit }: Pick<Item, 'company' | 'order' | 'visit'>,
): Promise<{ checklist: Checklist | null; workName: Text | null }> => {
  if (!order) return { checklist: null, workName: visit?.of?.name ?? null };
  const { id, version } = order.maintenance;
  const { checklists = [], kinds = [] } = (await documents.version(company, 'maintenance', id, version))?.body ?? {};
  return {
    checklist: checklists.find((one) => one.id === order.checklist) ?? null,
    workName: order.plan?.name ?? kinds.find((one) => one.id === order.kind)?.name ?? null,
  };
};

/** Forms the item was filed with. */
export const pinnedForms = async (
  documents: Ports['documents'],
  { company, forms }: Pick<Item, 'company' | 'forms'>,
): Promise<Forms> =>
  forms ? ((await documents.version(company, 'forms', forms.id, forms.version))?.body ?? noForms) : noForms;
