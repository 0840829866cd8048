import { Alert, Form, InputNumber, Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { Labelled } from '../../components/labelled.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { useWords } from '../../i18n/language.ts';
import '../../styles/care.css';
import { DocumentBar } from '../document/document-bar.tsx';
import { HistoryButton } from '../document/history-drawer.tsx';
import type { OpenDocument } from '../document/use-document.ts';
import { SiteVersionBar } from '../overrides/site-version-bar.tsx';
import { SiteVersioned } from '../overrides/site-versioned.tsx';
import type { SiteVersion } from '../overrides/use-site-version.ts';
import { CareKindsPart } from './care-kinds-part.tsx';
import { CareRulesPart } from './care-rules-part.tsx';
import { TryCareRules } from './try-care-rules.tsx';

const PARTS = ['rules', 'kinds', 'try'] as const;

/** Kinds of care flag and what is done when (关怀规则), with a trial before it is published. */
export default function CareRulesPage() {
  return (
    <SiteVersioned kind="care-rules" base="main">
      {(document, at) => <Settings document={document} at={at} />}
    </SiteVersioned>
  );
}

function Settings({ document, at }: { document: OpenDocument<'care-rules'>; at: SiteVersion }) {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const part = PARTS.find((one) => one === params.get('part')) ?? 'rules';
  const name = t('nav.careRules');
  usePageTitle(name);
  return (
    <div className="page">
      <div className="page-head">
        <div className="page-head-row">
          <h1>{name}</h1>
          <HistoryButton document={document} name={name} />
        </div>
        <p className="quiet">{t('careRules.lead')}</p>
      </div>
      <SiteVersionBar at={at} document={document} />
      {!document.editable && !at.follows && (
        <Alert className="read-only-notice" type="info" showIcon message={t('careRules.readOnly')} />
      )}
      <div className="toolbar">
        <Segmented
          value={part}
          onChange={(next) =>
            setParams({ ...(at.site && { site: at.site }), ...(next !== 'rules' && { part: next }) }, { replace: true })
          }
          options={PARTS.map((one) => ({ value: one, label: t(`careRules.part.${one}`) }))}
        />
      </div>
      {part === 'rules' && <CareRulesPart document={document} />}
      {part === 'kinds' && (
        <>
          <CareKindsPart document={document} />
          <SilentMonths document={document} />
        </>
      )}
      {part === 'try' && <TryCareRules rules={document.body} />}
      <DocumentBar document={document} />
    </div>
  );
}

function SilentMonths({ document: { body, change, field, editable } }: { document: OpenDocument<'care-rules'> }) {
  const { t } = useWords();
  return (
    <Form layout="vertical" component="div" className="care-silent-months">
      <Labelled label={t('careRules.silentMonths')} {...field('silentMonths')}>
        {(id) => (
          <InputNumber
            id={id}
            min={1}
            max={60}
            precision={0}
            value={body.silentMonths}
            disabled={!editable}
            onChange={(silentMonths) => change((now) => ({ ...now, silentMonths: silentMonths ?? 3 }))}
          />
        )}
      </Labelled>
    </Form>
  );
}
