import { Button, Form } from 'antd';
import { useState } from 'react';
import type { Text } from '#domain/text';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { useWords } from '../../i18n/language.ts';
import { NameFields } from '../organisation/name-fields.tsx';
import type { Part } from './edit.ts';

interface NewTemplateProps {
  part: Part | null;
  close: () => void;
  add: (part: Part, name: Text) => void;
}

/** A template of the company's own: named first, worded next. */
export function NewTemplate({ part, close, add }: NewTemplateProps) {
  const { t } = useWords();
  const [name, setName] = useState<Text>({ 'zh-CN': '', en: '' });
  const [asked, setAsked] = useState(false);
  const missing = (language: keyof Text) => asked && name[language].trim() === '';
  const leave = () => {
    setName({ 'zh-CN': '', en: '' });
    setAsked(false);
    close();
  };
  const create = () => {
    setAsked(true);
    if (part === null || name['zh-CN'].trim() === '' || name.en.trim() === '') return;
    add(part, { 'zh-CN': name['zh-CN'].trim(), en: name.en.trim() });
    leave();
  };
  return (
    <SideDrawer open={part !== null} title={t(part === 'staff' ? 'tpl.addStaff' : 'tpl.addNotice')} close={leave}>
      <Form component="div" layout="vertical" className="form">
        <p className="quiet">{t('tpl.newHint')}</p>
        <NameFields
          value={name}
          change={setName}
          field={(path) => (missing(path as keyof Text) ? { validateStatus: 'error', help: t('tpl.nameNeeded') } : {})}
        />
        <div className="form-buttons">
          <Button type="primary" onClick={create}>
            {t('tpl.create')}
          </Button>
          <Button onClick={leave}>{t('tpl.cancel')}</Button>
        </div>
      </Form>
    </SideDrawer>
  );
}
