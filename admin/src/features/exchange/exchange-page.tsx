import { Link } from 'react-router';
import { usePageTitle } from '../../components/page-title.ts';
import { useWords } from '../../i18n/language.ts';
import { useMay } from '../workplace/may.ts';
import { ExportPart } from './export-part.tsx';
import { ImportPart } from './import-part.tsx';

/** Configuration out and in as one file: from one company, or one installation, to another. */
export default function ExchangePage() {
  const { t } = useWords();
  const mayPublish = useMay('document.publish');
  usePageTitle(t('exchange.title'));
  return (
    <div className="page">
      <div className="page-head">
        <Link to="/workflows" className="back">
          {t('nav.workflows')}
        </Link>
        <h1>{t('exchange.title')}</h1>
        <p className="quiet">{t('exchange.lead')}</p>
      </div>
      <div className="stack">
        {mayPublish && <ImportPart />}
        <ExportPart />
      </div>
    </div>
  );
}
