import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { Difference } from '../document/difference.tsx';
import { DocumentBar } from '../document/document-bar.tsx';
import type { OpenDocument } from '../document/use-document.ts';
import { stepOf } from './arrows.ts';
import { previews } from './previews.ts';
import { type Editing, WHOLE } from './use-editing.ts';
import type { ToldProblem } from './use-problems.ts';

interface PublishDrawerProps {
  document: OpenDocument<'workflow'>;
  editing: Editing;
  open: boolean;
  close: () => void;
}

/** Everything to look at before a workflow is published, and the note to publish it with. */
export function PublishDrawer({ document, editing, open, close: leave }: PublishDrawerProps) {
  const { t } = useWords();
  const { body, published, changes, kind, id } = document;
  const { list } = editing.checked;
  const [refused, setRefused] = useState(false);
  const close = () => {
    setRefused(false);
    leave();
  };
  const unlessRefused = async (send: () => Promise<boolean>) => {
    setRefused(list.length > 0);
    if (list.length > 0) return false;
    const stands = await send();
    if (stands) close();
    return stands;
  };
  return (
    <SideDrawer open={open} close={close} title={t('flow.publishTitle')} width={720}>
      <div className="flow-publish stack">
        <section aria-label={t('flow.checkTitle')}>
          <h3 className="form-heading">{t('flow.checkTitle')}</h3>
          <ProblemList editing={editing} chosen={close} />
        </section>
        <section aria-label={t('flow.changesTitle')}>
          <h3 className="form-heading">{t('flow.changesTitle')}</h3>
          {published === null ? (
            <p className="quiet">{t('flow.firstVersion')}</p>
          ) : (
            <Difference changes={changes} bodies={[body, published.body]} />
          )}
        </section>
        {open &&
          previews.map(({ name, Preview }) => (
            <Suspense key={name} fallback={<RowsSkeleton />}>
              <Preview kind={kind} id={id} draft={body} current={published} />
            </Suspense>
          ))}
        {refused && list.length > 0 && (
          <p className="field-error" role="alert">
            {t('flow.refused', { count: list.length })}
          </p>
        )}
        <DocumentBar
          document={document}
          publish={(note) => unlessRefused(() => document.save(note))}
          plan={(note, at) => unlessRefused(() => document.plan(note, at))}
        />
      </div>
    </SideDrawer>
  );
}

/** What keeps it from being published, each leading to its step. */
export function ProblemList({ editing, chosen }: { editing: Editing; chosen: () => void }) {
  const { t, language } = useWords();
  const { complete } = editing.checked;
  const list = [...editing.checked.list, ...toldByServer(editing)];
  if (list.length === 0)
    return (
      <p className="flow-sound">
        <CheckCircleFilled aria-hidden /> {t(complete ? 'flow.sound' : 'flow.soundSoFar')}
      </p>
    );
  return (
    <ul className="flow-problems">
      {list.map(({ step, path, said, advice }) => (
        <li key={`${path} ${said}`}>
          <WarningFilled aria-hidden />
          <span>
            <Button
              type="link"
              size="small"
              onClick={() => {
                editing.select(step ?? WHOLE);
                chosen();
              }}
            >
              {(step !== null && stepOf(editing.body, step)?.label[language]) || t('flow.settings')}
            </Button>
            <span>{said}</span>
            {advice && <span className="quiet">{advice}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What only the server knew of when it refused: of sites the reader does not see, say. */
function toldByServer({ problems, checked, body }: Editing): ToldProblem[] {
  return Object.entries(problems).flatMap(([path, told]) => {
    if (path === '' || path === 'note' || path in checked.byPath) return [];
    const [at, index] = path.split('.');
    const step = at === 'steps' ? (body.steps[Number(index)]?.id ?? null) : null;
    return told.map((said) => ({ step, path, said, advice: null }));
  });
}
