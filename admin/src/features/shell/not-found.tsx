import { Link } from 'react-router';
import { usePageTitle } from '../../components/page-title.ts';
import { Empty } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';

export default function NotFound() {
  const { t } = useWords();
  usePageTitle(t('notFound.title'));
  return (
    <Empty title={t('notFound.title')} hint={t('notFound.hint')}>
      <Link to="/">{t('notFound.start')}</Link>
    </Empty>
  );
}
