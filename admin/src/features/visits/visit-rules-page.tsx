import { useWords } from '../../i18n/language.ts';
import { SettingsPage } from '../overrides/settings-page.tsx';
import { QuestionnairesPart } from './questionnaires-part.tsx';
import { RulesPart } from './rules-part.tsx';
import { SettingsPart } from './settings-part.tsx';
import { TargetsPart } from './targets-part.tsx';

const PARTS = ['rules', 'questionnaires', 'settings', 'targets'] as const;

/** Who is asked how it went (回访), when, by whom and what. */
export default function VisitRulesPage() {
  const { t } = useWords();
  return (
    <SettingsPage
      kind="visits"
      name={t('nav.visitRules')}
      lead={t('visitRules.lead')}
      readOnly={t('visitRules.readOnly')}
      parts={PARTS}
      partLabel={(part) => t(`visitRules.part.${part}`)}
    >
      {(part, document, { site }) =>
        ({
          rules: <RulesPart document={document} site={site ?? null} />,
          questionnaires: <QuestionnairesPart document={document} />,
          settings: <SettingsPart document={document} />,
          targets: <TargetsPart document={document} />,
        })[part]
      }
    </SettingsPage>
  );
}
