import type { Recipient } from '#domain/recipients';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

/** Posts as people call them: "维修工程部主管", "the owner". */
export function useRecipientWords(): (people: readonly Recipient[]) => string {
  const { t, language } = useWords();
  const { names, directory } = useWorkplace();
  const department = (id: string) =>
    id === 'item'
      ? t('flow.department.item')
      : (directory.departments.find((one) => one.id === id)?.name[language] ?? id);
  const one = (recipient: Recipient): string => {
    switch (recipient.kind) {
      case 'handler':
      case 'head':
        return t(`flow.to.${recipient.kind}`, { department: department(recipient.department) });
      case 'onDuty':
        return t('flow.to.onDuty');
      case 'companyPost':
        return directory.posts.find(({ id }) => id === recipient.post)?.name[language] ?? recipient.post;
      case 'person':
        return names.person(recipient.person);
      default:
        return t(`flow.to.${recipient.kind}`);
    }
  };
  return (people) => people.map(one).join(language === 'en' ? ', ' : '、');
}
