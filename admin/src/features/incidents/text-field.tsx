import { Button, Form, type FormInstance, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useRef } from 'react';
import { textVariables, variableWords } from '#domain/incident';
import type { Language } from '#domain/text';
import { useWords } from '../../i18n/language.ts';
import type { TogetherValues } from './together.ts';

/** The text in one language; a variable is put where the cursor stands. */
export function TextField({ reader, form }: { reader: Language; form: FormInstance<TogetherValues> }) {
  const { t } = useWords();
  const area = useRef<TextAreaRef>(null);
  const insert = (word: string) => {
    const field = area.current?.resizableTextArea?.textArea;
    const text: string = form.getFieldValue(['texts', reader]) ?? '';
    const [from, to] = [field?.selectionStart ?? text.length, field?.selectionEnd ?? text.length];
    const put = `{${word}}`;
    form.setFieldValue(['texts', reader], text.slice(0, from) + put + text.slice(to));
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(from + put.length, from + put.length);
    });
  };
  return (
    <div>
      <Form.Item
        name={['texts', reader]}
        label={t(reader === 'en' ? 'incident.textEn' : 'incident.textZh')}
        rules={[{ required: true, whitespace: true, message: t('field.required') }]}
        className="text-field"
      >
        <Input.TextArea ref={area} autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1500} lang={reader} />
      </Form.Item>
      <div className="text-variables">
        <span className="quiet">{t('incident.insert')}</span>
        {textVariables.map((variable) => {
          const word = variableWords[reader][variable];
          return (
            <Button key={variable} size="small" lang={reader} onClick={() => insert(word)}>
              {word}
            </Button>
          );
        })}
      </div>
    </div>
  );
}
