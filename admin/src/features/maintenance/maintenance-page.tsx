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
import { ChecklistsPart } from './checklists-part.tsx';
import { KindsPart } from './kinds-part.tsx';
import { TablePart } from './table-part.tsx';

const PARTS = ['kinds', 'table', 'checklists'] as const;

/** What is maintained and how: kinds of facility, the time-limit table (公共设施维护时限表), checklists. */
export default function MaintenancePage() {
  return (
    <SiteVersioned kind="maintenance" base="main">
      {(document, at) => <Settings document={document} at={at} />}
    </SiteVersioned>
  );
}

function Settings({ document, at }: { document: OpenDocument<'maintenance'>; at: SiteVersion }) {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const part = PARTS.find((one) => one === params.get('part')) ?? 'kinds';
  const name = t('nav.maintenance');
  usePageTitle(name);
  return (
    <div className="page">
      <div className="page-head">
        <div className="page-head-row">
          <h1>{name}</h1>
          <HistoryButton document={document} name={name} />
        </div>
        <p className="quiet">{t('maintenance.lead')}</p>
      </div>
      <SiteVersionBar at={at} document={document} />
      {!document.editable && !at.follows && (
        <Alert className="read-only-notice" type="info" showIcon message={t('maintenance.readOnly')} />
      )}
      <div className="toolbar">
        <Segmented
          value={part}
          onChange={(next) =>
            setParams({ ...(at.site && { site: at.site }), ...(next !== 'kinds' && { part: next }) }, { replace: true })
          }
          options={PARTS.map((one) => ({ value: one, label: t(`maintenance.part.${one}`) }))}
        />
      </div>
      {part === 'kinds' && <KindsPart document={document} />}
      {part === 'table' && <TablePart document={document} />}
      {part === 'checklists' && <ChecklistsPart document={document} />}
      <DocumentBar document={document} />
    </div>
  );
}
