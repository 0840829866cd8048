import { Form } from 'antd';
import type { Recipient } from '#domain/recipients';
import { PeoplePicker } from '../../components/people-picker.tsx';
import { messagesAt } from '../document/problems.ts';
import type { Editing } from './use-editing.ts';

interface PeopleFieldProps {
  editing: Editing;
  /** Path within the body. */
  path: string;
  label: string;
  hint?: string;
  value: readonly Recipient[];
  onChange: (people: Recipient[]) => void;
  /** Only the first who is there counts. */
  ordered?: boolean;
}

/** Who: posts and people. */
export function PeopleField({ editing, path, label, hint, ...picker }: PeopleFieldProps) {
  return (
    <Form.Item label={label} extra={hint}>
      <PeoplePicker
        label={label}
        problems={[...new Set(messagesAt(editing.problems, path))]}
        disabled={!editing.editable}
        {...picker}
      />
    </Form.Item>
  );
}
