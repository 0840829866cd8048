import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

/** Who published: a person's name, or the system itself. */
export function useAuthor(): (author: string) => string {
  const { t } = useWords();
  const { names } = useWorkplace();
  return (author) => (author === 'system' ? t('doc.system') : names.person(author));
}
