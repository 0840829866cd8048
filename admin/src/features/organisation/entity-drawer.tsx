import { Button, Form, Popconfirm } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { slugOf } from '#domain/slug-of';
import type { Text } from '#domain/text';
import { createDraft } from '../../components/draft.ts';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { useWords } from '../../i18n/language.ts';
import { NEW, type Opening } from './opened.ts';

/** What a Form.Item needs to show the problems of its field. */
export interface FieldProps {
  validateStatus?: 'error';
  help?: string;
}
export interface Fields<T> {
  value: T;
  set: (change: Partial<T>) => void;
  /** By path within the entry: "name.en". */
  field: (path: string) => FieldProps;
  disabled: boolean;
}
export interface Entity {
  id: string;
  name: Text;
}
export interface EntityDrawerProps<T extends Entity> {
  opening: Opening;
  list: readonly T[];
  write: (next: T[]) => void;
  /** Problems of the list's entries, by path: "3.name.en". */
  field: (path: string) => FieldProps;
  /** An entry that is being made begins as this. */
  blank: T;
  /** Ids that a new one may not have beside those of the list. */
  taken?: readonly string[];
  /** "area": names its draft, and is the id of one whose name gives none. */
  kind: string;
  /** What the id of a new one is made from. @default the English name */
  idFrom?: (entry: T) => string;
  titles: { add: string; remove?: { label: string; hint: string } | undefined };
  mayChange: (entry: T) => boolean;
  /** Paths of fields that a new one cannot do without. @default none beside the names */
  missing?: (entry: T) => string[];
  fields: (props: Fields<T>) => ReactNode;
}

/**
 * One entry of a document in a drawer. What is typed goes into the working copy at once; a new entry is kept aside, over
 * closing and reload, until it is added. Ids are made from the English name and never change.
 */
export function EntityDrawer<T extends Entity>(props: EntityDrawerProps<T>) {
  const { opening, list, kind, titles } = props;
  const { t, language } = useWords();
  const { opened, close, closed } = opening;
  if (opened === null) return null;
  const entry = list.find(({ id }) => id === opened.id);
  const title = opened.id === NEW ? titles.add : entry?.name[language] || t('entity.unnamed');
  return (
    <SideDrawer open={opened.open} close={close} closed={closed} title={title}>
      {opened.id === NEW ? (
        <Adding key={kind} {...props} />
      ) : (
        entry && <Editing key={entry.id} {...props} entry={entry} />
      )}
    </SideDrawer>
  );
}

function Editing<T extends Entity>(props: EntityDrawerProps<T> & { entry: T }) {
  const { opening, list, write, field, titles, mayChange, fields, entry } = props;
  const { t } = useWords();
  const index = list.indexOf(entry);
  const may = mayChange(entry);
  const remove = () => {
    write(list.filter((one) => one !== entry));
    opening.close();
  };
  return (
    <Form layout="vertical" component="div">
      {!may && <p className="notice">{t('entity.notYours')}</p>}
      {fields({
        value: entry,
        set: (change) => write(list.map((one) => (one === entry ? { ...one, ...change } : one))),
        field: (path) => field(`${index}.${path}`),
        disabled: !may,
      })}
      <div className="form-buttons drawer-buttons">
        <Button type="primary" onClick={opening.close}>
          {t('entity.done')}
        </Button>
        {may && titles.remove && (
          <Popconfirm
            title={titles.remove.label}
            description={titles.remove.hint}
            okText={t('entity.remove')}
            cancelText={t('entity.cancel')}
            okButtonProps={{ danger: true }}
            onConfirm={remove}
          >
            <Button danger>{t('entity.remove')}</Button>
          </Popconfirm>
        )}
      </div>
      {may && <p className="quiet">{t('entity.publishLater')}</p>}
    </Form>
  );
}

function Adding<T extends Entity>(props: EntityDrawerProps<T>) {
  const { opening, list, write, blank, taken = [], kind, idFrom = ({ name }) => name.en, missing, fields } = props;
  const { t } = useWords();
  const draft = useMemo(() => createDraft<T>(`new.${kind}`), [kind]);
  const [value, setValue] = useState<T>(() => ({ ...blank, ...draft.read() }));
  const [asked, setAsked] = useState(false);
  const empty = [
    ...(['zh-CN', 'en'] as const).filter((language) => value.name[language].trim() === '').map((one) => `name.${one}`),
    ...(missing?.(value) ?? []),
  ];
  const add = () => {
    setAsked(true);
    if (empty.length > 0) return;
    const id = slugOf(idFrom(value), [...taken, ...list.map((one) => one.id)], kind);
    write([...list, { ...value, id }]);
    draft.clear();
    opening.close();
  };
  return (
    <Form layout="vertical" component="div">
      {fields({
        value,
        set: (change) => {
          const next = { ...value, ...change };
          draft.write(next);
          setValue(next);
        },
        field: (path) => (asked && empty.includes(path) ? { validateStatus: 'error', help: t('field.required') } : {}),
        disabled: false,
      })}
      <div className="form-buttons drawer-buttons">
        <Button type="primary" onClick={add}>
          {t('entity.add')}
        </Button>
        <Button onClick={opening.close}>{t('entity.cancel')}</Button>
      </div>
      <p className="quiet">{t('entity.publishLater')}</p>
    </Form>
  );
}
