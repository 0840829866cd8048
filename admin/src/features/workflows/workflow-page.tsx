import { Alert } from 'antd';
import { Link, useParams } from 'react-router';
import { usePageTitle } from '../../components/page-title.ts';
import { useWords } from '../../i18n/language.ts';
import { HistoryButton } from '../document/history-drawer.tsx';
import { documentDraft, type OpenDocument, useDocument } from '../document/use-document.ts';
import { Opened } from '../organisation/opened-document.tsx';
import { Editor } from './editor.tsx';

/** One workflow (流程): its steps, as a list, as a drawing, and each by itself. */
export default function WorkflowPage() {
  const { id = '' } = useParams();
  // One that was begun and never published exists as a working copy only.
  const found = useDocument('workflow', id, documentDraft('workflow', id).read().body);
  return <Opened found={found}>{(document) => <Workflow key={id} document={document} />}</Opened>;
}

function Workflow({ document }: { document: OpenDocument<'workflow'> }) {
  const { t, language } = useWords();
  const name = document.body.name[language] || t('flow.unnamed');
  usePageTitle(name);
  return (
    <div className="page page-flow">
      <div className="page-head">
        <Link to="/workflows" className="back">
          {t('nav.workflows')}
        </Link>
        <div className="page-head-row">
          <h1>{name}</h1>
          <HistoryButton document={document} name={name} />
        </div>
      </div>
      {!document.editable && <Alert type="info" showIcon message={t('flow.readOnly')} />}
      <Editor document={document} />
    </div>
  );
}
