import { useWords } from '../../i18n/language.ts';
import { SettingsPage } from '../overrides/settings-page.tsx';
import { ChecklistsPart } from './checklists-part.tsx';
import { KindsPart } from './kinds-part.tsx';
import { TablePart } from './table-part.tsx';

const PARTS = ['kinds', 'table', 'checklists'] as const;

/** What is maintained and how: kinds of facility, the time-limit table (公共设施维护时限表), checklists. */
export default function MaintenancePage() {
  const { t } = useWords();
  return (
    <SettingsPage
      kind="maintenance"
      name={t('nav.maintenance')}
      lead={t('maintenance.lead')}
      readOnly={t('maintenance.readOnly')}
      parts={PARTS}
      partLabel={(part) => t(`maintenance.part.${part}`)}
    >
      {(part, document) =>
        ({
          kinds: <KindsPart document={document} />,
          table: <TablePart document={document} />,
          checklists: <ChecklistsPart document={document} />,
        })[part]
      }
    </SettingsPage>
  );
}
