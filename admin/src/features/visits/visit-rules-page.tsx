import { Alert, Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { usePageTitle } from '../../components/page-title.ts';
import { useWords } from '../../i18n/language.ts';
import { DocumentBar } from '../document/document-bar.tsx';
import { HistoryButton } from '../document/history-drawer.tsx';
import type { OpenDocument } from '../document/use-document.ts';
import { SiteVersionBar } from '../overrides/site-version-bar.tsx';
import { SiteVersioned } from '../overrides/site-versioned.tsx';
import type { SiteVersion } from '../overrides/use-site-version.ts';
import { QuestionnairesPart } from './questionnaires-part.tsx';
import { RulesPart } from './rules-part.tsx';
import { SettingsPart } from './settings-part.tsx';

const PARTS = ['rules', 'questionnaires', 'settings'] as const;

/** Who is asked how it went (回访), when, by whom and what. */
export default function VisitRulesPage() {
  return (
    <SiteVersioned kind="visits" base="main">
      {(document, at) => <Settings document={document} at={at} />}
    </SiteVersioned>
  );
}

function Settings({ document, at }: { document: OpenDocument<'visits'>; at: SiteVersion }) {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const part = PARTS.find((one) => one === params.get('part')) ?? 'rules';
  const name = t('nav.visitRules');
  usePageTitle(name);
  return (
    <div className="page">
      <div className="page-head">
        <div className="page-head-row">
          <h1>{name}</h1>
          <HistoryButton document={document} name={name} />
        </div>
        <p className="quiet">{t('visitRules.lead')}</p>
      </div>
      <SiteVersionBar at={at} document={document} />
      {!document.editable && !at.follows && (
        <Alert className="read-only-notice" type="info" showIcon message={t('visitRules.readOnly')} />
      )}
      <div className="toolbar">
        <Segmented
          value={part}
          onChange={(next) =>
            setParams({ ...(at.site && { site: at.site }), ...(next !== 'rules' && { part: next }) }, { replace: true })
          }
          options={PARTS.map((one) => ({ value: one, label: t(`visitRules.part.${one}`) }))}
        />
      </div>
      {part === 'rules' && <RulesPart document={document} site={at.site ?? null} />}
      {part === 'questionnaires' && <QuestionnairesPart document={document} />}
      {part === 'settings' && <SettingsPart document={document} />}
      <DocumentBar document={document} />
    </div>
  );
}
