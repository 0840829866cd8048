import { Form } from 'antd';
import type { PropsWithChildren } from 'react';
import { residentCommon } from '#domain/templates/built-in';
import { type CommonName, commonNames, type Notice, type StaffMail, type Templates } from '#domain/templates/templates';
import type { Language } from '#domain/text';
import { useWords } from '../../i18n/language.ts';
import type { OpenDocument } from '../document/use-document.ts';
import type { Cursor } from './cursor.ts';
import { commonIn, withCommon, withNotice, withStaff } from './edit.ts';
import { WordField } from './word-field.tsx';

interface FormProps {
  document: OpenDocument<'templates'>;
  cursor: Cursor;
}

const Words = ({ children }: PropsWithChildren) => (
  <Form component="div" layout="vertical" className="form">
    {children}
  </Form>
);

const saidAt =
  (document: OpenDocument<'templates'>, list: keyof Templates, id: string, field: string) =>
  (language: Language): readonly string[] => {
    const index = document.body[list].findIndex((one) => one.id === id);
    return document.problems[`${list}.${index}.${field}.${language}`] ?? [];
  };

/** The words of a notice to residents, from top to bottom as they read them. */
export function NoticeForm({ document, cursor, notice }: FormProps & { notice: Notice }) {
  const { t } = useWords();
  const field = (name: 'subject' | 'headline' | 'before' | 'after' | 'button' | 'toldLabel') => (
    <WordField
      label={t(`tpl.${name}`)}
      value={notice[name]}
      change={(words) => document.change((body) => withNotice(body, { ...notice, [name]: words }))}
      audience="resident"
      inSubject={name === 'subject'}
      lines={name === 'before' || name === 'after'}
      required={name === 'subject' || name === 'headline' || name === 'button'}
      disabled={!document.editable}
      cursor={cursor}
      said={saidAt(document, 'notices', notice.id, name)}
    />
  );
  return (
    <Words>
      {field('subject')}
      {field('headline')}
      {field('before')}
      {field('toldLabel')}
      {field('after')}
      {field('button')}
    </Words>
  );
}

/** The company's part of a mail to staff; the rest are the system's own sentences. */
export function StaffForm({ document, cursor, mail }: FormProps & { mail: StaffMail }) {
  const { t } = useWords();
  const field = (name: 'subject' | 'headline' | 'intro') => (
    <WordField
      label={t(`tpl.${name}`)}
      value={mail[name]}
      change={(words) => document.change((body) => withStaff(body, { ...mail, [name]: words }))}
      audience="staff"
      inSubject={name === 'subject'}
      lines={name === 'intro'}
      required={name !== 'intro'}
      disabled={!document.editable}
      cursor={cursor}
      said={saidAt(document, 'staff', mail.id, name)}
    />
  );
  return (
    <Words>
      {field('subject')}
      {field('headline')}
      {field('intro')}
    </Words>
  );
}

export function CommonForm({ document, cursor }: FormProps) {
  const { t } = useWords();
  const field = (id: CommonName) => (
    <WordField
      key={id}
      label={t(`tpl.common.${id}`)}
      value={commonIn(document.body, id)}
      change={(words) => document.change((body) => withCommon(body, id, words))}
      audience={residentCommon.has(id) ? 'resident' : 'staff'}
      lines={id === 'residentFooter' || id === 'staffFooter'}
      required
      disabled={!document.editable}
      cursor={cursor}
      said={saidAt(document, 'common', id, 'words')}
    />
  );
  return <Words>{commonNames.map(field)}</Words>;
}
