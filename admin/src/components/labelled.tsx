import { Form, type FormItemProps } from 'antd';
import { type ReactNode, useId } from 'react';

interface LabelledProps extends Omit<FormItemProps, 'children' | 'htmlFor'> {
  /** Gets the id that its control must carry. */
  children: (id: string) => ReactNode;
}

/** A field whose value lives outside the form: its label is tied to the control all the same. */
export function Labelled({ children, ...item }: LabelledProps) {
  const id = useId();
  return (
    <Form.Item {...item} htmlFor={id}>
      {children(id)}
    </Form.Item>
  );
}
