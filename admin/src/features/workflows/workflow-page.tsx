import { PlayCircleOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import { Link, useParams } from 'react-router';
import { ItemKindContext } from '../../components/item-kind.ts';
import { usePageTitle } from '../../components/page-title.ts';
import { useWords } from '../../i18n/language.ts';
import { DraftNotes } from '../document/draft-notes.tsx';
import { HistoryButton } from '../document/history-drawer.tsx';
import { PlannedNote } from '../document/planned-note.tsx';
import type { OpenDocument } from '../document/use-document.ts';
import { InFlight } from '../impact/in-flight.tsx';
import { SiteVersionBar } from '../overrides/site-version-bar.tsx';
import { SiteVersioned } from '../overrides/site-versioned.tsx';
import type { SiteVersion } from '../overrides/use-site-version.ts';
import { Editor } from './editor.tsx';

/** One workflow (流程): its steps, as a list, as a drawing, and each by itself. */
export default function WorkflowPage() {
  const { id = '' } = useParams();
  // One that was begun and never published exists as a draft only.
  return (
    <SiteVersioned kind="workflow" base={id}>
      {(document, at) => <Workflow document={document} at={at} />}
    </SiteVersioned>
  );
}

function Workflow({ document, at }: { document: OpenDocument<'workflow'>; at: SiteVersion }) {
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
          <span className="page-head-buttons">
            <Link to={`/workflows/${document.id}/simulate`}>
              <PlayCircleOutlined aria-hidden /> {t('flow.simulate')}
            </Link>
            <HistoryButton document={document} name={name} />
          </span>
        </div>
      </div>
      <SiteVersionBar at={at} document={document} />
      {!document.editable && !at.follows && <Alert type="info" showIcon message={t('flow.readOnly')} />}
      <PlannedNote document={document} />
      <InFlight published={document.published} />
      <DraftNotes document={document} />
      <ItemKindContext value={document.body.kind}>
        <Editor document={document} />
      </ItemKindContext>
    </div>
  );
}
