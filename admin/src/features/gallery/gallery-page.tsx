import { type HttpError, useList } from '@refinedev/core';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { slugOf } from '#domain/slug-of';
import { type GalleryTemplate, gallery } from '#workflows/gallery/gallery';
import { usePageTitle } from '../../components/page-title.ts';
import { Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import type { DocumentRow } from '../document/kinds.ts';
import { useDrafts } from '../document/use-drafts.ts';
import { documentDraft } from '../document/use-editing.ts';
import { useMay } from '../workplace/may.ts';
import { mainPath } from './main-path.ts';
import { MiniLadder } from './mini-ladder.tsx';

/** Workflows to begin from; nothing is published before the reader has looked at it in the editor. */
export default function GalleryPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const mayPublish = useMay('document.publish');
  const { query } = useList<DocumentRow, HttpError>({ resource: 'documents', errorNotification: false });
  const { taken: drafts } = useDrafts('workflow');
  const taken = query.data?.data.filter(({ kind }) => kind === 'workflow').map(({ id }) => id);
  usePageTitle(t('gallery.title'));
  const begin = ({ definition }: GalleryTemplate) => {
    const id = slugOf(definition.name.en, [...(taken ?? []), ...drafts], 'workflow');
    documentDraft('workflow', id).write({ expected: 0, body: definition, revision: 0, seen: null });
    navigate(`/workflows/${id}`);
  };
  return (
    <div className="page">
      <div className="page-head">
        <Link to="/workflows">{t('gallery.back')}</Link>
        <h1>{t('gallery.title')}</h1>
        <p className="quiet">{t('gallery.lead')}</p>
      </div>
      {query.isPending && <RowsSkeleton />}
      {query.error && !query.data && <Failed message={query.error.message} retry={() => void query.refetch()} />}
      {taken && (
        <ul className="gallery">
          {gallery.map((template) => (
            <TemplateTile key={template.id} template={template} begin={mayPublish ? () => begin(template) : null} />
          ))}
        </ul>
      )}
    </div>
  );
}

function TemplateTile({ template, begin }: { template: GalleryTemplate; begin: (() => void) | null }) {
  const { t, language } = useWords();
  const { definition, description } = template;
  const path = mainPath(definition).filter(({ type }) => type === 'ask' || type === 'notify' || type === 'end');
  return (
    <li className="tile gallery-tile">
      <h2 className="card-title">{definition.name[language]}</h2>
      <p>{description[language]}</p>
      <ol className="gallery-path" aria-label={t('gallery.path')}>
        {path.map(({ id, label, type }) => (
          <li key={id} data-type={type}>
            {label[language]}
          </li>
        ))}
      </ol>
      <MiniLadder definition={definition} />
      {begin && (
        <Button
          className="gallery-begin"
          aria-label={t('gallery.beginWith', { name: definition.name[language] })}
          onClick={begin}
        >
          {t('gallery.begin')}
        </Button>
      )}
    </li>
  );
}
