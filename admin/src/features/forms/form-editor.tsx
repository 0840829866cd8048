import { CopyOutlined, DeleteOutlined, DownOutlined, PlusOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import { type FieldType, type FormField, FormField as Schema } from '#domain/forms/forms';
import { FormFields } from '../../components/form-fields.tsx';
import { moved, Sortable } from '../../components/sortable.tsx';
import { Empty } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import type { OpenDocument } from '../document/use-document.ts';
import { type FormKey, fieldsOf, indexOf, MOST_FIELDS, newField, newFieldId, withFields } from './edit.ts';
import { FieldSettings } from './field-settings.tsx';

interface EditorProps {
  document: OpenDocument<'forms'>;
  form: FormKey;
  title: string;
}
const TYPES = ['text', 'number', 'choice', 'date', 'photo', 'checklist'] as const satisfies FieldType[];

/** The fields of one form: add, put in order, copy, delete; and the form itself beside them. */
export function FormEditor({ document, form, title }: EditorProps) {
  const { t, language } = useWords();
  const { body, editable } = document;
  const fields = fieldsOf(body, form);
  const [open, setOpen] = useState<string | null>(null);
  const set = (next: (now: FormField[]) => FormField[]) =>
    document.change((now) => withFields(now, form, next(fieldsOf(now, form))));
  const at = `${form.list}.${indexOf(body, form)}.fields`;
  const nameOf = (field: FormField | undefined) => field?.label[language] || t('forms.unnamed');
  const add = (type: FieldType) => {
    const field = newField(body, type);
    set((now) => [...now, field]);
    setOpen(field.id);
  };
  const copy = (field: FormField) => {
    const id = newFieldId(body, field.type);
    const label = { 'zh-CN': `${field.label['zh-CN']}（副本）`, en: `${field.label.en} (copy)` };
    set((now) => now.flatMap((one) => (one.id === field.id ? [one, { ...one, id, label }] : [one])));
    setOpen(id);
  };
  const row = (index: number, handle: ReactNode) => {
    const field = fields[index];
    if (!field) return null;
    return (
      <FieldRow
        field={field}
        name={nameOf(field)}
        handle={handle}
        open={open === field.id}
        toggle={() => setOpen(open === field.id ? null : field.id)}
        tools={
          editable
            ? {
                copy: fields.length < MOST_FIELDS ? () => copy(field) : null,
                remove: () => set((now) => now.filter(({ id }) => id !== field.id)),
              }
            : null
        }
      >
        <FieldSettings
          value={field}
          disabled={!editable}
          change={(next) => set((now) => now.map((one) => (one.id === field.id ? next : one)))}
          field={(path) => document.field(`${at}.${index}.${path}`)}
        />
      </FieldRow>
    );
  };
  return (
    <div className="form-editing">
      <section className="panel">
        <h2>{title}</h2>
        <p className="quiet">{t(form.list === 'intake' ? 'forms.intakeLead' : 'forms.actionLead')}</p>
        {fields.length === 0 && (
          <Empty title={t('forms.empty')} hint={t(editable ? 'forms.emptyHint' : 'forms.emptyRead')} />
        )}
        <Form component="div" layout="vertical">
          <Sortable
            keys={fields.map(({ id }) => id)}
            nameOf={(index) => nameOf(fields[index])}
            onMove={(from, to) => set((now) => moved(now, from, to))}
            disabled={!editable}
            className="field-rows"
            row={row}
          />
        </Form>
        {editable && fields.length < MOST_FIELDS && (
          <fieldset className="field-types" aria-label={t('forms.add')}>
            {TYPES.map((type) => (
              <Button key={type} size="small" icon={<PlusOutlined />} onClick={() => add(type)}>
                {t(`forms.type.${type}`)}
              </Button>
            ))}
          </fieldset>
        )}
        {fields.length >= MOST_FIELDS && <p className="quiet">{t('forms.most')}</p>}
      </section>
      {fields.length > 0 && (
        <section className="panel form-preview" aria-label={t('forms.preview')}>
          <h2>{t('forms.preview')}</h2>
          <Form layout="vertical" requiredMark="optional">
            <FormFields fields={fields.filter((field) => Schema.safeParse(field).success)} photos={null} />
          </Form>
        </section>
      )}
    </div>
  );
}

interface RowProps {
  field: FormField;
  name: string;
  handle: ReactNode;
  open: boolean;
  toggle: () => void;
  tools: { copy: (() => void) | null; remove: () => void } | null;
  children: ReactNode;
}

function FieldRow({ field, name, handle, open, toggle, tools, children }: RowProps) {
  const { t } = useWords();
  return (
    <div className="field-row" data-open={open}>
      <div className="field-row-head">
        {handle}
        <button type="button" className="field-row-name" aria-expanded={open} onClick={toggle}>
          <span>{name}</span>
          <small className="quiet">
            {t(`forms.type.${field.type}`)}
            {field.required && ` · ${t('forms.required')}`}
          </small>
          {open ? <UpOutlined aria-hidden /> : <DownOutlined aria-hidden />}
        </button>
        {tools && (
          <>
            <Button
              type="text"
              icon={<CopyOutlined />}
              aria-label={t('forms.copy', { name })}
              disabled={tools.copy === null}
              onClick={() => tools.copy?.()}
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('forms.remove', { name })}
              onClick={tools.remove}
            />
          </>
        )}
      </div>
      {open && children}
    </div>
  );
}
