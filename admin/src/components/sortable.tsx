import { HolderOutlined } from '@ant-design/icons';
import {
  type Announcements,
  closestCenter,
  DndContext,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/language.ts';

interface SortableProps {
  /** One a row, in order; they go with what they stand for. */
  keys: readonly string[];
  /** What a row is called, for the handle and for screen readers. */
  nameOf: (index: number) => string;
  onMove: (from: number, to: number) => void;
  disabled: boolean;
  className: string;
  /** `handle`: what the row is dragged by; null while nothing may be moved. */
  row: (index: number, handle: ReactNode) => ReactNode;
}

/** A list whose rows are put in order by mouse, touch or keyboard (space, arrows, space). */
export function Sortable({ keys, nameOf, onMove, disabled, className, row }: SortableProps) {
  const { t } = useWords();
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 120, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const said = (id: string | number) => {
    const index = keys.indexOf(String(id));
    return { name: nameOf(index), place: index + 1 };
  };
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('sort.taken', said(active.id)),
    onDragOver: ({ active, over }) =>
      over ? t('sort.over', { name: said(active.id).name, place: said(over.id).place }) : undefined,
    onDragEnd: ({ active, over }) =>
      t('sort.dropped', { name: said(active.id).name, place: said((over ?? active).id).place }),
    onDragCancel: ({ active }) => t('sort.cancelled', { name: said(active.id).name }),
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={[({ transform }) => ({ ...transform, x: 0 })]}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('sort.how') } }}
      onDragEnd={({ active, over }) => {
        const [from, to] = [keys.indexOf(String(active.id)), keys.indexOf(String(over?.id))];
        if (from >= 0 && to >= 0 && from !== to) onMove(from, to);
      }}
    >
      <SortableContext items={[...keys]} strategy={verticalListSortingStrategy} disabled={disabled}>
        <ol className={className}>
          {keys.map((key, index) => (
            <Row key={key} id={key} name={nameOf(index)} disabled={disabled}>
              {(handle) => row(index, handle)}
            </Row>
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

interface RowProps {
  id: string;
  name: string;
  disabled: boolean;
  children: (handle: ReactNode) => ReactNode;
}

function Row({ id, name, disabled, children }: RowProps) {
  const { t } = useWords();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id,
    disabled,
  });
  const handle = disabled ? null : (
    <Button
      ref={setActivatorNodeRef}
      type="text"
      className="sort-handle"
      icon={<HolderOutlined />}
      {...attributes}
      {...listeners}
      aria-roledescription={t('sort.handle')}
      aria-label={t('sort.move', { name })}
    />
  );
  return (
    <li
      ref={setNodeRef}
      className="sort-row"
      data-dragging={isDragging}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      {children(handle)}
    </li>
  );
}

/** The list with one entry moved to another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}
