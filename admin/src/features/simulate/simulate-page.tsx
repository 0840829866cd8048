import { Link, useParams } from 'react-router';
import { baseOf, siteOf } from '#domain/document-id';
import { usePageTitle } from '../../components/page-title.ts';
import { useWords } from '../../i18n/language.ts';
import { type OpenDocument, useDocument } from '../document/use-document.ts';
import { Opened } from '../organisation/opened-document.tsx';
import SimulatePanel from './simulate-panel.tsx';

/** The simulator by itself, on a workflow as it is edited. */
export default function SimulatePage() {
  const { id = '' } = useParams();
  const found = useDocument('workflow', id);
  return <Opened found={found}>{(document) => <Simulated document={document} />}</Opened>;
}

function Simulated({ document }: { document: OpenDocument<'workflow'> }) {
  const { t, language } = useWords();
  const name = document.body.name[language];
  const site = siteOf(document.id);
  usePageTitle(t('sim.of', { name }));
  return (
    <div className="page page-sim">
      <div className="page-head">
        <Link to={`/workflows/${baseOf(document.id)}${site === null ? '' : `?site=${site}`}`} className="back">
          {name}
        </Link>
        <h1>{t('sim.title')}</h1>
        <p className="quiet">{t(document.dirty ? 'sim.hintDraft' : 'sim.hint')}</p>
      </div>
      <SimulatePanel
        beside
        kind="workflow"
        id={document.id}
        draft={document.body}
        current={document.dirty ? document.published : null}
      />
    </div>
  );
}
