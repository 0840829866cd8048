import { Checkbox, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { FormField } from '#domain/forms/forms';
import { type Key, useWords } from '../i18n/language.ts';
import { Choice } from './choice.tsx';
import { PhotoUpload } from './photo-upload.tsx';

interface FormFieldsProps {
  fields: readonly FormField[];
  /** Where photos are uploaded to; `attaches`: they are on the complaint at once. Null: only shown, nothing is uploaded. */
  photos: { base: string; attaches: boolean } | null;
  /** Where the answers stand among the form's values. @default the API's own name */
  under?: readonly string[];
}

/** Fields of the company's own form, by the name the API knows them by: `fields.<id>`. */
export function FormFields({ fields, photos, under = ['fields'] }: FormFieldsProps) {
  const { t, language } = useWords();
  return fields.map((field) => (
    <Form.Item
      key={field.id}
      name={[...under, field.id]}
      label={
        field.type === 'number' && field.unit
          ? `${field.label[language]} (${field.unit[language]})`
          : field.label[language]
      }
      extra={field.help?.[language]}
      rules={field.required ? [{ required: true, message: t(REQUIRED[field.type] ?? 'field.required') }] : []}
    >
      <Control field={field} photos={photos} />
    </Form.Item>
  ));
}

const REQUIRED: Partial<Record<FormField['type'], Key>> = { checklist: 'field.tickAll' };

/** `rest` is what Form.Item hands to its control. */
function Control({ field, photos, ...rest }: { field: FormField; photos: FormFieldsProps['photos'] }): ReactNode {
  const { language } = useWords();
  switch (field.type) {
    case 'text':
      return field.long ? (
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} {...rest} />
      ) : (
        <Input maxLength={200} autoComplete="off" {...rest} />
      );
    case 'number':
      return (
        <Input
          inputMode={field.whole && (field.min ?? -1) >= 0 ? 'numeric' : 'decimal'}
          maxLength={24}
          autoComplete="off"
          placeholder={rangeWords(field)}
          className="number-input"
          {...rest}
        />
      );
    case 'date':
      return <Input type="date" className="date-input" {...rest} />;
    case 'choice':
      return (
        <Choice
          allowClear
          options={field.options.map((option) => ({ value: option.id, label: option.label[language] }))}
          {...rest}
        />
      );
    case 'checklist':
      return (
        <Checkbox.Group
          className="choices"
          options={field.options.map((option) => ({ value: option.id, label: option.label[language] }))}
          {...rest}
        />
      );
    case 'photo':
      return photos ? <PhotoUpload base={photos.base} attaches={photos.attaches} {...rest} /> : <NoPhoto />;
  }
}

function NoPhoto() {
  const { t } = useWords();
  return <span className="quiet">{t('photo.add')}</span>;
}

const rangeWords = ({ min, max }: Extract<FormField, { type: 'number' }>): string | undefined =>
  min === undefined ? (max === undefined ? undefined : `≤ ${max}`) : max === undefined ? `≥ ${min}` : `${min} – ${max}`;

/** What was filled in as the API takes it; empty fields are left out. Photos are evidence as well. */
export function answersSent(
  fields: readonly FormField[],
  values: Readonly<Record<string, unknown>> | undefined,
): { fields: Record<string, string | string[]>; photos: string[] } {
  const answers: Record<string, string | string[]> = {};
  const photos: string[] = [];
  for (const { id, type } of fields) {
    const value = values?.[id];
    if (value === undefined || value === null || value === '') continue;
    const list = Array.isArray(value) ? value.map(String) : null;
    if (type === 'photo') photos.push(...(list ?? []));
    const answer = type === 'photo' ? list?.[0] : (list ?? String(value));
    if (answer !== undefined && answer.length > 0) answers[id] = answer;
  }
  return { fields: answers, photos };
}
