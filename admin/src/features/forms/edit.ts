import { allFields, type FieldType, type FormField, type Forms } from '#domain/forms/forms';
import type { Text } from '#domain/text';
import type { ActionName } from '#domain/workflow/action';

/** One form of the document: of a category at intake, or of an action. */
export type FormKey = { list: 'intake'; id: string } | { list: 'actions'; id: ActionName };

export const MOST_FIELDS = 20;

export const fieldsOf = (body: Forms, key: FormKey): FormField[] =>
  body[key.list].find(({ id }) => id === key.id)?.fields ?? [];

/** Where the form's fields stand in the document, for problems; -1: it has none yet. */
export const indexOf = (body: Forms, key: FormKey): number => body[key.list].findIndex(({ id }) => id === key.id);

/** A form without fields is none. */
export function withFields(body: Forms, key: FormKey, fields: FormField[]): Forms {
  const put = <T extends { id: string; fields: FormField[] }>(list: readonly T[], entry: T): T[] =>
    fields.length === 0
      ? list.filter(({ id }) => id !== key.id)
      : list.some(({ id }) => id === key.id)
        ? list.map((one) => (one.id === key.id ? entry : one))
        : [...list, entry];
  return key.list === 'intake'
    ? { ...body, intake: put(body.intake, { id: key.id, fields }) }
    : { ...body, actions: put(body.actions, { id: key.id, fields }) };
}

/** A name no field of the document has: it stays, whatever the field is called later. */
export function newFieldId(body: Forms, type: FieldType): string {
  const taken = new Set(allFields(body).map(({ id }) => id));
  for (let n = 1; ; n += 1) {
    const id = `${type}${n}`;
    if (!taken.has(id)) return id;
  }
}

const empty = (): Text => ({ 'zh-CN': '', en: '' });

export function newField(body: Forms, type: FieldType): FormField {
  const base = { id: newFieldId(body, type), label: empty(), required: false };
  switch (type) {
    case 'text':
      return { ...base, type, long: false };
    case 'number':
      return { ...base, type, whole: false };
    case 'choice':
      return { ...base, type, options: [option('a'), option('b')] };
    case 'checklist':
      return { ...base, type, options: [option('a')] };
    case 'date':
    case 'photo':
      return { ...base, type };
  }
}

const option = (id: string) => ({ id, label: empty() });
/** One more choice, under an id that none has. */
export function withOption<T extends { id: string; label: Text }>(
  options: readonly T[],
): { id: string; label: Text }[] {
  const taken = new Set(options.map(({ id }) => id));
  let n = options.length + 1;
  while (taken.has(`o${n}`)) n += 1;
  return [...options, option(`o${n}`)];
}
