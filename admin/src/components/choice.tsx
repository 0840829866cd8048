import { Radio, type RadioGroupProps, Select, type SelectProps } from 'antd';

/** A Select for use in forms: the library puts the form's aria-required on an element whose role does not allow it. */
export function Choice({ 'aria-required': _required, ...props }: SelectProps) {
  return <Select {...props} />;
}

/** Radio buttons one below the other, as the group that they are to a screen reader. */
export function Radios({ label, ...props }: RadioGroupProps & { label: string }) {
  const group = { role: 'radiogroup', 'aria-label': label };
  return <Radio.Group className="choices" {...group} {...props} />;
}
