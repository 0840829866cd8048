import { ArrowLeftOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { defaultTemplates } from '#domain/templates/built-in';
import { usePhone } from '../../components/media.ts';
import { usePageTitle } from '../../components/page-title.ts';
import { useWords } from '../../i18n/language.ts';
import { DocumentBar } from '../document/document-bar.tsx';
import { HistoryButton } from '../document/history-drawer.tsx';
import type { OpenDocument } from '../document/use-document.ts';
import { SiteVersionBar } from '../overrides/site-version-bar.tsx';
import { SiteVersioned } from '../overrides/site-versioned.tsx';
import type { SiteVersion } from '../overrides/use-site-version.ts';
import { noticesOf, type Part, staffOf, withOwn } from './edit.ts';
import { NewTemplate } from './new-template.tsx';
import { TemplateEditor } from './template-editor.tsx';
import { TemplateList } from './template-list.tsx';

/** Words of all mails (文字模板). */
export default function TemplatesPage() {
  return (
    <SiteVersioned kind="templates" base="main" blank={defaultTemplates}>
      {(document, at) => <Templates document={document} at={at} />}
    </SiteVersioned>
  );
}

function Templates({ document, at }: { document: OpenDocument<'templates'>; at: SiteVersion }) {
  const { t } = useWords();
  const phone = usePhone();
  const [params, setParams] = useSearchParams();
  const [adding, setAdding] = useState<Part | null>(null);
  const { body, editable } = document;
  const wanted = params.get('t');
  const known = wanted === 'common' || [...noticesOf(body), ...staffOf(body)].some(({ id }) => id === wanted);
  const chosen = known ? wanted : phone ? null : 'received';
  const here = addressIn(params);
  const name = t('nav.templates');
  usePageTitle(name);
  const list = <TemplateList body={body} chosen={chosen} here={here} add={editable ? setAdding : null} />;
  return (
    <div className="page">
      <div className="page-head">
        <div className="page-head-row">
          <h1>{name}</h1>
          <HistoryButton document={document} name={name} />
        </div>
        {(chosen === null || !phone) && <p className="quiet">{t('tpl.lead')}</p>}
      </div>
      <SiteVersionBar at={at} document={document} />
      {!editable && !at.follows && (
        <Alert className="read-only-notice" type="info" showIcon message={t('tpl.readOnly')} />
      )}
      {phone ? (
        chosen === null ? (
          list
        ) : (
          <div className="stack">
            <Link to={`?${here(null)}`}>
              <ArrowLeftOutlined /> {t('tpl.back')}
            </Link>
            <TemplateEditor key={chosen} document={document} chosen={chosen} gone={() => setParams(here(null))} />
          </div>
        )
      ) : (
        <div className="templates">
          {list}
          {chosen !== null && (
            <TemplateEditor key={chosen} document={document} chosen={chosen} gone={() => setParams(here(null))} />
          )}
        </div>
      )}
      <NewTemplate
        part={adding}
        close={() => setAdding(null)}
        add={(part, words) => {
          const added = withOwn(body, part, words);
          document.change(() => added.body);
          setParams(here(added.id));
        }}
      />
      <DocumentBar document={document} />
    </div>
  );
}

/** The address of a template, on the site's version that is looked at; null: of the list. */
const addressIn =
  (params: URLSearchParams) =>
  (template: string | null): URLSearchParams => {
    const next = new URLSearchParams(params);
    if (template === null) next.delete('t');
    else next.set('t', template);
    return next;
  };
