import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/language.ts';

/** How forms with fields one below the other look; the first wrong field is led to. */
export const formLook = {
  className: 'form',
  layout: 'vertical',
  requiredMark: 'optional',
  scrollToFirstError: { focus: true, block: 'center' },
} as const;

interface FormButtonsProps {
  /** What the first button does. */
  label: string;
  send: () => void;
  sending: boolean;
  /** @default true */
  able?: boolean;
  cancel: () => void;
  children?: ReactNode;
}

/** Sends a form, or leaves it. */
export function FormButtons({ label, send, sending, able = true, cancel, children }: FormButtonsProps) {
  const { t } = useWords();
  return (
    <div className="form-buttons">
      <Button type="primary" loading={sending} disabled={!able} onClick={send}>
        {label}
      </Button>
      <Button onClick={cancel}>{t('action.cancel')}</Button>
      {children}
    </div>
  );
}

interface FormEndProps extends Omit<FormButtonsProps, 'sending'> {
  mutation: { error: { message: string } | null; isPending: boolean };
}

/** What went wrong in all, and the buttons. */
export function FormEnd({ mutation, ...buttons }: FormEndProps) {
  return (
    <>
      {mutation.error && <Alert type="error" showIcon role="alert" message={mutation.error.message} />}
      <FormButtons {...buttons} sending={mutation.isPending} />
    </>
  );
}
