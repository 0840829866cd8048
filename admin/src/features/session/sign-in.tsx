import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { LanguageSwitch } from '../../components/language-switch.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { useWords } from '../../i18n/language.ts';
import { ownPath } from '../../providers/session.ts';
import { Brand } from '../shell/brand.tsx';
import { useSession } from './session-context.ts';

/** One calm page, one button; who people are is the issuer's business. */
export function SignIn() {
  const { t } = useWords();
  const { session, local } = useSession();
  const [params] = useSearchParams();
  const [state, setState] = useState<'idle' | 'leaving' | 'failed'>('idle');
  const to = ownPath(params.get('to') ?? '/');
  usePageTitle(t('signIn.title'));

  const leave = () => {
    setState('leaving');
    session.signIn(to).catch(() => setState('failed'));
  };
  return (
    <div className="sign-in">
      <div className="sign-in-language">
        <LanguageSwitch />
      </div>
      <main className="sign-in-card">
        <Brand large />
        <p className="sign-in-lead">{t('signIn.lead')}</p>
        {to !== '/' && <Alert type="info" showIcon message={t('signIn.comeBack')} />}
        {state === 'failed' && <Alert type="error" showIcon role="alert" message={t('signIn.unreachable')} />}
        <Button type="primary" size="large" block loading={state === 'leaving'} onClick={leave}>
          {t('signIn.button')}
        </Button>
        <p className="quiet">{local ? t('signIn.localHint') : t('signIn.hint')}</p>
      </main>
    </div>
  );
}
