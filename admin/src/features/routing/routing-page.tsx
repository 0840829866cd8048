import { Alert, Segmented } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { usePageTitle } from '../../components/page-title.ts';
import { useWords } from '../../i18n/language.ts';
import { DocumentBar } from '../document/document-bar.tsx';
import { HistoryButton } from '../document/history-drawer.tsx';
import type { OpenDocument } from '../document/use-document.ts';
import { SiteVersionBar } from '../overrides/site-version-bar.tsx';
import { SiteVersioned } from '../overrides/site-versioned.tsx';
import type { SiteVersion } from '../overrides/use-site-version.ts';
import { CategoriesPart } from './categories-part.tsx';
import { LimitsPart } from './limits-part.tsx';
import { RulesPart } from './rules-part.tsx';
import { Tester } from './tester.tsx';

const PARTS = ['rules', 'categories', 'limits'] as const;

/** Categories and the rules that say where a complaint goes (类别与派单规则). */
export default function RoutingPage() {
  return (
    <SiteVersioned kind="routing" base="main">
      {(document, at) => <Routing document={document} at={at} />}
    </SiteVersioned>
  );
}

function Routing({ document, at }: { document: OpenDocument<'routing'>; at: SiteVersion }) {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const part = PARTS.find((one) => one === params.get('part')) ?? 'rules';
  const name = t('nav.routing');
  usePageTitle(name);
  return (
    <div className="page">
      <div className="page-head">
        <div className="page-head-row">
          <h1>{name}</h1>
          <span className="facts-line">
            <Link to="/exchange">{t('nav.exchange')}</Link>
            <HistoryButton document={document} name={name} />
          </span>
        </div>
        <p className="quiet">{t('routing.lead')}</p>
      </div>
      <SiteVersionBar at={at} document={document} />
      {!document.editable && !at.follows && (
        <Alert className="read-only-notice" type="info" showIcon message={t('routing.readOnly')} />
      )}
      <div className="toolbar">
        <Segmented
          value={part}
          onChange={(next) =>
            setParams({ ...(at.site && { site: at.site }), ...(next !== 'rules' && { part: next }) }, { replace: true })
          }
          options={PARTS.map((one) => ({ value: one, label: t(`routing.part.${one}`) }))}
        />
      </div>
      <div className="detail">
        <div className="detail-main">
          {part === 'rules' && <RulesPart document={document} />}
          {part === 'categories' && <CategoriesPart document={document} />}
          {part === 'limits' && <LimitsPart document={document} />}
        </div>
        <section className="panel" aria-label={t('tester.title')}>
          <h2>{t('tester.title')}</h2>
          <Tester routing={document.body} />
        </section>
      </div>
      <DocumentBar document={document} />
    </div>
  );
}
