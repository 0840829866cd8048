import { Input } from 'antd';
import type { Text } from '#domain/text';
import { Labelled } from '../../components/labelled.tsx';
import { useWords } from '../../i18n/language.ts';
import type { FieldProps } from './entity-drawer.tsx';

interface NameFieldsProps {
  value: Text;
  change: (value: Text) => void;
  /** By path within the name: "zh-CN", "en". */
  field: (path: string) => FieldProps;
  /** @default the words for "name" */
  label?: { 'zh-CN': string; en: string };
  disabled?: boolean;
  required?: boolean;
}

/** Words in both languages, side by side. */
export function NameFields({ value, change, field, label, disabled = false, required = true }: NameFieldsProps) {
  const { t } = useWords();
  return (
    <div className="form-row">
      <Labelled label={label?.['zh-CN'] ?? t('entity.nameZh')} required={required} {...field('zh-CN')}>
        {(id) => (
          <Input
            id={id}
            value={value['zh-CN']}
            disabled={disabled}
            maxLength={500}
            lang="zh-CN"
            autoComplete="off"
            onChange={(event) => change({ ...value, 'zh-CN': event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label={label?.en ?? t('entity.nameEn')} required={required} {...field('en')}>
        {(id) => (
          <Input
            id={id}
            value={value.en}
            disabled={disabled}
            maxLength={500}
            lang="en"
            autoComplete="off"
            onChange={(event) => change({ ...value, en: event.target.value })}
          />
        )}
      </Labelled>
    </div>
  );
}
