import { z } from 'zod';
import { Slug } from '../organisation.ts';
import { Text } from '../text.ts';
import { type ActionName, actionNames } from '../workflow/action.ts';

/** Stable: answers are kept under it and conditions name it (`fields.<id>`). */
export const FieldId = z.string().regex(/^[a-z][a-zA-Z0-9]{0,30}$/);
const OptionId = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,30}$/);
const Option = z.object({ id: OptionId, label: Text });

const base = { id: FieldId, label: Text, help: Text.optional(), required: z.boolean() };
/** What staff or residents are asked for beyond the fixed fields. */
export const FormField = z.discriminatedUnion('type', [
  z.object({ ...base, type: z.literal('text'), long: z.boolean() }),
  /** `whole`: no decimals. Both limits are allowed values. */
  z.object({
    ...base,
    type: z.literal('number'),
    unit: Text.optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    whole: z.boolean(),
  }),
  z.object({ ...base, type: z.literal('choice'), options: z.array(Option).min(2).max(20) }),
  z.object({ ...base, type: z.literal('date') }),
  /** On pages without script photos come after the form: there it is asked for, and not insisted on. */
  z.object({ ...base, type: z.literal('photo') }),
  /** `required`: every point must be ticked. Each point is an answer of its own: `<id>.<point>`. */
  z.object({ ...base, type: z.literal('checklist'), options: z.array(Option).min(1).max(20) }),
]);
export type FormField = z.infer<typeof FormField>;
export type FieldType = FormField['type'];

const Fields = z.array(FormField).max(20);
const MOST_CHARACTERS = 90_000;
/** Fields asked for at intake, by category, and with each action. */
export const Forms = z
  .object({
    intake: z.array(z.object({ id: Slug, fields: Fields })).max(100),
    actions: z
      .array(z.object({ id: z.enum(actionNames as [ActionName, ...ActionName[]]), fields: Fields }))
      .max(actionNames.length),
  })
  .refine((body) => JSON.stringify(body).length <= MOST_CHARACTERS, { message: 'too_much_text' });
export type Forms = z.infer<typeof Forms>;

export const noForms: Forms = { intake: [], actions: [] };

export const intakeFields = (forms: Forms, category: string): FormField[] =>
  forms.intake.find(({ id }) => id === category)?.fields ?? [];
export const actionFormFields = (forms: Forms, action: ActionName): FormField[] =>
  forms.actions.find(({ id }) => id === action)?.fields ?? [];

/** Every field of the document, as first named. */
export const allFields = (forms: Forms): FormField[] => {
  const found = new Map<string, FormField>();
  for (const { fields } of [...forms.intake, ...forms.actions])
    for (const field of fields) if (!found.has(field.id)) found.set(field.id, field);
  return [...found.values()];
};
