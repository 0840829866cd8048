import type { Recipient } from '#domain/recipients';
import { useStaffDirectory } from '../features/workplace/staff-directory.ts';
import { useWorkplace } from '../features/workplace/workplace.tsx';
import { useWords } from '../i18n/language.ts';

export interface RecipientWords {
  one: (recipient: Recipient) => string;
  all: (recipients: readonly Recipient[]) => string;
}

/** Posts as people call them: "工程部负责人", "值班经理值班人员", "the owner". */
export function useRecipientWords(): RecipientWords {
  const { t, language } = useWords();
  const { names, directory } = useWorkplace();
  const staff = useStaffDirectory();
  const department = (id: string) =>
    id === 'item'
      ? t('people.itemDepartment')
      : (directory.departments.find((one) => one.id === id)?.name[language] ?? id);
  const one = (recipient: Recipient): string => {
    switch (recipient.kind) {
      case 'handler':
      case 'head':
        return t(`people.${recipient.kind}`, { department: department(recipient.department) });
      case 'onDuty': {
        const roster = staff?.rosters.rosters.find(({ id }) => id === recipient.roster);
        return t('people.onDuty', { roster: roster?.name[language] ?? recipient.roster });
      }
      case 'companyPost':
        return directory.posts.find(({ id }) => id === recipient.post)?.name[language] ?? recipient.post;
      case 'person':
        return names.person(recipient.person);
      default:
        return t(`people.${recipient.kind}`);
    }
  };
  return { one, all: (some) => some.map(one).join(language === 'en' ? ', ' : '、') };
}
