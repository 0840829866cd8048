import { Form } from 'antd';
import type { Recipient } from '#domain/recipients';
import type { Editing } from './use-editing.ts';
import { useRecipientWords } from './use-recipient-words.ts';

interface PeopleFieldProps {
  editing: Editing;
  /** Path within the body. */
  path: string;
  label: string;
  hint?: string;
  value: readonly Recipient[];
  onChange: (people: Recipient[]) => void;
}

/** Who: posts and people. */
export function PeopleField({ editing, path, label, hint, value }: PeopleFieldProps) {
  const words = useRecipientWords();
  return (
    <Form.Item label={label} extra={hint} {...editing.field(path)}>
      <span>{words(value)}</span>
    </Form.Item>
  );
}
