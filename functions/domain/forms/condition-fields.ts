import type { Field } from '../fields.ts';
import type { Text } from '../text.ts';
import { allFields, type FormField, type Forms } from './forms.ts';

const STORED = 'fields.';
const of = (label: Text, point: Text): Text => ({
  'zh-CN': `${label['zh-CN']}：${point['zh-CN']}`,
  en: `${label.en}: ${point.en}`,
});

/** What conditions may ask about the answers of forms, beside the published list. A photo is not asked about. */
export const formConditionFields = (forms: Forms): Field[] => allFields(forms).flatMap(conditionFieldsOf);

/** Their names alone. */
export const formFieldNames = (forms: Forms): string[] => formConditionFields(forms).map(({ name }) => name);

function conditionFieldsOf(field: FormField): Field[] {
  const name = `${STORED}${field.id}`;
  const { label } = field;
  switch (field.type) {
    case 'text':
    case 'date':
      return [{ name, type: 'text', label }];
    case 'number':
      return [{ name, type: 'number', label }];
    case 'choice':
      return [
        {
          name,
          type: 'choice',
          label,
          options: field.options.map((option) => ({ value: option.id, label: option.label })),
        },
      ];
    case 'checklist':
      return field.options.map((option) => ({
        name: `${name}.${option.id}`,
        type: 'boolean',
        label: of(label, option.label),
      }));
    case 'photo':
      return [];
  }
}
