import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import type { Text } from '#domain/text';
import { useWords } from '../../i18n/language.ts';
import type { FieldProps } from '../organisation/entity-drawer.tsx';
import { withOption } from './edit.ts';

interface Option {
  id: string;
  label: Text;
}
interface OptionRowsProps {
  title: string;
  hint?: string;
  options: readonly Option[];
  least: number;
  disabled: boolean;
  change: (options: Option[]) => void;
  field: (path: string) => FieldProps;
}

/** The choices of a field, or the points of a checklist, in both languages. */
export function OptionRows({ title, hint, options, least, disabled, change, field }: OptionRowsProps) {
  const { t } = useWords();
  const set = (index: number, label: Text) => change(options.map((one, i) => (i === index ? { ...one, label } : one)));
  return (
    <fieldset className="option-rows">
      <legend>{title}</legend>
      {hint !== undefined && <p className="quiet">{hint}</p>}
      {options.map(({ id, label }, index) => {
        const n = index + 1;
        return (
          <div key={id} className="option-row">
            {(['zh-CN', 'en'] as const).map((language) => (
              <Form.Item key={language} {...field(`${index}.label.${language}`)}>
                <Input
                  aria-label={t(language === 'en' ? 'forms.optionEn' : 'forms.optionZh', { n })}
                  placeholder={t(language === 'en' ? 'forms.optionEn' : 'forms.optionZh', { n })}
                  lang={language}
                  value={label[language]}
                  disabled={disabled}
                  maxLength={200}
                  onChange={(event) => set(index, { ...label, [language]: event.target.value })}
                />
              </Form.Item>
            ))}
            <Button
              type="text"
              icon={<CloseOutlined />}
              aria-label={t('forms.removeOption', { n })}
              disabled={disabled || options.length <= least}
              onClick={() => change(options.filter((_, i) => i !== index))}
            />
          </div>
        );
      })}
      <Button
        type="link"
        size="small"
        icon={<PlusOutlined />}
        disabled={disabled || options.length >= 20}
        onClick={() => change(withOption(options))}
      >
        {t('forms.addOption')}
      </Button>
    </fieldset>
  );
}
