import type { Checklist, ChecklistItem, ChecklistSection } from '#domain/maintenance';

export type ItemType = ChecklistItem['type'];
const empty = () => ({ 'zh-CN': '', en: '' });

/** An id that none of them has. */
export function freshId(prefix: string, taken: readonly { id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  let n = taken.length + 1;
  while (ids.has(`${prefix}-${n}`)) n += 1;
  return `${prefix}-${n}`;
}

export const newSection = (checklist: Checklist): ChecklistSection => ({
  id: freshId('section', checklist.sections),
  name: empty(),
  items: [],
});

type Common = Pick<ChecklistItem, 'id' | 'label' | 'help' | 'photo' | 'required'>;

/** The same point, answered in another way; what it is called stays. */
export function ofType({ id, label, help, photo, required }: Common, type: ItemType): ChecklistItem {
  const common = { id, label, photo, required, ...(help && { help }) };
  switch (type) {
    case 'reading':
      return { ...common, type, unit: '', min: null, max: null };
    case 'count':
      return { ...common, type, total: null };
    case 'choice':
      return { ...common, type, options: ['a', 'b'].map((option) => ({ id: option, name: empty() })) };
    case 'check':
    case 'text':
      return { ...common, type };
  }
}

export const newItem = (section: ChecklistSection, type: ItemType): ChecklistItem =>
  ofType({ id: freshId('point', section.items), label: empty(), photo: 'none', required: true }, type);
