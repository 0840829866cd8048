import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { EntityRows, type EntityRowsBase } from '../../components/entity-rows.tsx';
import { Empty } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { type Entity, EntityDrawer, type EntityDrawerProps } from './entity-drawer.tsx';
import { NEW, useOpening } from './opened.ts';

interface EntityListProps<T extends Entity>
  extends Omit<EntityDrawerProps<T>, 'opening' | 'mayChange'>,
    Pick<EntityRowsBase<T>, 'label' | 'head' | 'sub' | 'columns'> {
  editable: boolean;
  lead?: string;
  empty: { title: string; hint: string };
}

/** Named entries of a document as rows, each opened in a drawer; who may edit adds new ones. */
export function EntityList<T extends Entity>({
  editable,
  lead,
  empty,
  label,
  head,
  sub,
  columns,
  ...entries
}: EntityListProps<T>) {
  const { language } = useWords();
  const opening = useOpening();
  const { list, field, titles } = entries;
  return (
    <>
      <div className="section-head">
        {lead ? <p className="quiet">{lead}</p> : <span />}
        {editable && (
          <Button icon={<PlusOutlined />} onClick={() => opening.show(NEW)}>
            {titles.add}
          </Button>
        )}
      </div>
      {list.length === 0 ? (
        <Empty {...empty} />
      ) : (
        <EntityRows
          {...{ rows: list, label, head, columns, ...(sub && { sub }) }}
          keyOf={({ id }) => id}
          title={({ name }) => name[language]}
          open={({ id }) => opening.show(id)}
          wrong={(row) => Boolean(field(`${list.indexOf(row)}`).help)}
        />
      )}
      <EntityDrawer {...entries} opening={opening} mayChange={() => editable} />
    </>
  );
}
