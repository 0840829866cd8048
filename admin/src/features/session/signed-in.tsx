import { Button, Result } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { PageSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { useSession } from './session-context.ts';

/** A code can be exchanged once, and effects may run twice. */
let completing: Promise<string> | null = null;

/** Where the issuer sends the reader back to. */
export function SignedIn() {
  const { t } = useWords();
  const { session } = useSession();
  const navigate = useNavigate();
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    completing ??= session.complete();
    completing.then(
      (to) => navigate(to, { replace: true }),
      () => setFailed(true),
    );
  }, [session, navigate]);

  if (!failed) return <PageSkeleton />;
  return (
    <Result
      status="warning"
      title={t('signIn.refused')}
      extra={
        <Link to="/sign-in" reloadDocument>
          <Button type="primary">{t('signIn.again')}</Button>
        </Link>
      }
    />
  );
}
