import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Checklist, ChecklistItem, ChecklistSection } from '#domain/maintenance';
import { useWords } from '../../i18n/language.ts';
import '../../styles/maintenance.css';
import type { FieldProps, Fields } from '../organisation/entity-drawer.tsx';
import { NameFields } from '../organisation/name-fields.tsx';
import { newItem, newSection } from './edit.ts';
import { PointFields } from './point-fields.tsx';

const replaced = <T extends { id: string }>(list: readonly T[], next: T): T[] =>
  list.map((one) => (one.id === next.id ? next : one));
const without = <T extends { id: string }>(list: readonly T[], id: string): T[] => list.filter((one) => one.id !== id);

/** A checklist with its sections and the points in them. */
export function ChecklistFields({ value, set, field, disabled }: Fields<Checklist>) {
  const { t } = useWords();
  const { sections } = value;
  return (
    <div className="checklist-fields">
      <NameFields
        value={value.name}
        change={(name) => set({ name })}
        field={(one) => field(`name.${one}`)}
        disabled={disabled}
      />
      {sections.map((section, index) => (
        <SectionFields
          key={section.id}
          n={index + 1}
          value={section}
          change={(next) => set({ sections: replaced(sections, next) })}
          remove={() => set({ sections: without(sections, section.id) })}
          field={(path) => field(`sections.${index}.${path}`)}
          disabled={disabled}
        />
      ))}
      {!disabled && (
        <Button icon={<PlusOutlined />} onClick={() => set({ sections: [...sections, newSection(value)] })}>
          {t('maintenance.addSection')}
        </Button>
      )}
    </div>
  );
}

interface SectionProps {
  n: number;
  value: ChecklistSection;
  change: (next: ChecklistSection) => void;
  remove: () => void;
  field: (path: string) => FieldProps;
  disabled: boolean;
}

function SectionFields({ n, value, change, remove, field, disabled }: SectionProps) {
  const { t } = useWords();
  const setItems = (items: ChecklistItem[]) => change({ ...value, items });
  return (
    <fieldset className="checklist-section" aria-label={t('maintenance.sectionNth', { n })}>
      <div className="panel-head">
        <h3>{t('maintenance.sectionNth', { n })}</h3>
        {!disabled && (
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('maintenance.removeSection', { n })}
            onClick={remove}
          />
        )}
      </div>
      <NameFields
        value={value.name}
        change={(name) => change({ ...value, name })}
        field={(one) => field(`name.${one}`)}
        disabled={disabled}
      />
      {value.items.map((item, index) => (
        <PointFields
          key={item.id}
          n={index + 1}
          value={item}
          change={(next) => setItems(replaced(value.items, next))}
          remove={() => setItems(without(value.items, item.id))}
          field={(path) => field(`items.${index}.${path}`)}
          disabled={disabled}
        />
      ))}
      {!disabled && (
        <Button type="link" icon={<PlusOutlined />} onClick={() => setItems([...value.items, newItem(value, 'check')])}>
          {t('maintenance.addPoint')}
        </Button>
      )}
    </fieldset>
  );
}
