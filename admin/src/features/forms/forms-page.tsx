import { ArrowLeftOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { noForms } from '#domain/forms/forms';
import { actionLabel } from '#domain/words';
import { actionNames } from '#domain/workflow/action';
import { capital } from '../../components/capital.ts';
import { usePhone } from '../../components/media.ts';
import { usePageTitle } from '../../components/page-title.ts';
import { useWords } from '../../i18n/language.ts';
import { DocumentBar } from '../document/document-bar.tsx';
import { HistoryButton } from '../document/history-drawer.tsx';
import type { OpenDocument } from '../document/use-document.ts';
import { SiteVersionBar } from '../overrides/site-version-bar.tsx';
import { SiteVersioned } from '../overrides/site-versioned.tsx';
import type { SiteVersion } from '../overrides/use-site-version.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { type FormKey, fieldsOf } from './edit.ts';
import { FormEditor } from './form-editor.tsx';

/** Fields beyond the fixed ones: at intake by category, and with actions (表单). */
export default function FormsPage() {
  return (
    <SiteVersioned kind="forms" base="main" blank={noForms}>
      {(document, at) => <FormsOf document={document} at={at} />}
    </SiteVersioned>
  );
}

function FormsOf({ document, at }: { document: OpenDocument<'forms'>; at: SiteVersion }) {
  const { t } = useWords();
  const phone = usePhone();
  const [params] = useSearchParams();
  const groups = useGroups(document);
  const all = groups.flatMap(({ forms }) => forms);
  const wanted = all.find(({ form }) => addressOf(form) === params.get('f'));
  const chosen = wanted ?? (phone ? undefined : all[0]);
  const here = (form: string | null) => {
    const next = new URLSearchParams(params);
    if (form === null) next.delete('f');
    else next.set('f', form);
    return next;
  };
  const name = t('nav.forms');
  usePageTitle(name);
  const list = (
    <nav className="template-list" aria-label={t('forms.list')}>
      {groups.map(({ title, forms }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul>
            {forms.map((one) => {
              const count = fieldsOf(document.body, one.form).length;
              return (
                <li key={addressOf(one.form)}>
                  <Link to={`?${here(addressOf(one.form))}`} aria-current={one === chosen ? 'page' : undefined}>
                    <span>{one.name}</span>
                    {count > 0 && <small className="quiet">{t('forms.count', { count })}</small>}
                  </Link>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </nav>
  );
  const editor = chosen && (
    <FormEditor key={addressOf(chosen.form)} document={document} form={chosen.form} title={chosen.name} />
  );
  return (
    <div className="page">
      <div className="page-head">
        <div className="page-head-row">
          <h1>{name}</h1>
          <HistoryButton document={document} name={name} />
        </div>
        {(!chosen || !phone) && <p className="quiet">{t('forms.lead')}</p>}
      </div>
      <SiteVersionBar at={at} document={document} />
      {!document.editable && !at.follows && (
        <Alert className="read-only-notice" type="info" showIcon message={t('forms.readOnly')} />
      )}
      {phone && editor && (
        <div className="stack">
          <Link to={`?${here(null)}`}>
            <ArrowLeftOutlined /> {t('forms.back')}
          </Link>
          {editor}
        </div>
      )}
      {phone && !editor && list}
      {!phone && (
        <div className="templates">
          {list}
          {editor}
        </div>
      )}
      <DocumentBar document={document} />
    </div>
  );
}

const addressOf = ({ list, id }: FormKey): string => `${list}.${id}`;

/** Every category and action, and forms of categories that are gone. */
function useGroups({ body }: OpenDocument<'forms'>): { title: string; forms: { form: FormKey; name: string }[] }[] {
  const { t, language } = useWords();
  const { directory } = useWorkplace();
  const known = new Set(directory.categories.map(({ id }) => id));
  const categories = directory.categories
    .filter(({ id, active }) => active || body.intake.some((one) => one.id === id))
    .map(({ id, name, active }) => ({
      form: { list: 'intake' as const, id },
      name: active ? name[language] : t('forms.gone', { name: name[language] }),
    }));
  const gone = body.intake
    .filter(({ id }) => !known.has(id))
    .map(({ id }) => ({ form: { list: 'intake' as const, id }, name: t('forms.gone', { name: id }) }));
  return [
    { title: t('forms.intake'), forms: [...categories, ...gone] },
    {
      title: t('forms.actions'),
      forms: actionNames.map((id) => ({
        form: { list: 'actions' as const, id },
        name: capital(actionLabel(id, language)),
      })),
    },
  ];
}
