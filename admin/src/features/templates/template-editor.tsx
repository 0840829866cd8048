import { Button, Popconfirm } from 'antd';
import { builtInFor, defaultTemplates } from '#domain/templates/built-in';
import { useWords } from '../../i18n/language.ts';
import { same } from '../document/structure.ts';
import type { OpenDocument } from '../document/use-document.ts';
import { useCursor } from './cursor.ts';
import { noticesOf, staffOf, withNotice, without, withStaff } from './edit.ts';
import { Preview } from './preview.tsx';
import { CommonForm, NoticeForm, StaffForm } from './template-forms.tsx';
import { useWhereUsed } from './use-where-used.ts';
import { VariablePicker } from './variable-picker.tsx';

interface EditorProps {
  document: OpenDocument<'templates'>;
  /** Id of a template, or 'common'. */
  chosen: string;
  /** After it was deleted. */
  gone: () => void;
}

/** One template: its words in both languages, what may be named in them, and the mail itself. */
export function TemplateEditor({ document, chosen, gone }: EditorProps) {
  const { t, language } = useWords();
  const cursor = useCursor();
  const { body, editable } = document;
  const notice = noticesOf(body).find(({ id }) => id === chosen);
  const mail = staffOf(body).find(({ id }) => id === chosen);
  const one = notice ?? mail;
  const previewed = one ? one.id : 'received';
  return (
    <div className="stack">
      <section className="panel">
        <div className="panel-head template-head">
          <h2>{one ? one.name[language] : t('tpl.common')}</h2>
          {one && editable && <Tools document={document} id={one.id} name={one.name[language]} gone={gone} />}
        </div>
        {one ? <WhereUsed id={one.id} /> : <p className="quiet">{t('tpl.commonHint')}</p>}
        <div className="template-words">
          {notice && <NoticeForm document={document} cursor={cursor} notice={notice} />}
          {mail && <StaffForm document={document} cursor={cursor} mail={mail} />}
          {!one && <CommonForm document={document} cursor={cursor} />}
          {editable && <VariablePicker audience={mail ? 'staff' : 'resident'} cursor={cursor} />}
        </div>
      </section>
      <Preview key={previewed} template={previewed} body={body} />
    </div>
  );
}

function WhereUsed({ id }: { id: string }) {
  const { t, language } = useWords();
  const usesOf = useWhereUsed();
  if (!usesOf) return null;
  const uses = usesOf(id);
  if (uses.length === 0)
    return <p className="quiet">{t(builtInFor(id) === null ? 'tpl.unused' : 'tpl.usedBySystem')}</p>;
  const places = uses.map(({ workflow, step }) => `${workflow[language]} › ${step[language]}`);
  return <p className="quiet">{t('tpl.usedIn', { places: places.join(language === 'en' ? ', ' : '、') })}</p>;
}

interface ToolsProps {
  document: OpenDocument<'templates'>;
  id: string;
  name: string;
  gone: () => void;
}

/** Back to the built-in words; one of the company's own may go, unless a workflow needs it. */
function Tools({ document, id, name, gone }: ToolsProps) {
  const { t } = useWords();
  const usesOf = useWhereUsed();
  const notice = defaultTemplates.notices.find((one) => one.id === id);
  const mail = defaultTemplates.staff.find((one) => one.id === id);
  const now = [...document.body.notices, ...document.body.staff].find((one) => one.id === id);
  if (notice ?? mail) {
    if (!now || same(now, notice ?? mail)) return null;
    return (
      <Popconfirm
        title={t('tpl.restoreAsk')}
        okText={t('tpl.restore')}
        cancelText={t('tpl.cancel')}
        onConfirm={() =>
          document.change((body) => (notice ? withNotice(body, notice) : mail ? withStaff(body, mail) : body))
        }
      >
        <Button size="small">{t('tpl.restore')}</Button>
      </Popconfirm>
    );
  }
  const used = usesOf === null || usesOf(id).length > 0;
  return (
    <Popconfirm
      title={used ? t('tpl.deleteUsed') : t('tpl.deleteAsk', { name })}
      okText={t('tpl.delete')}
      cancelText={t('tpl.cancel')}
      okButtonProps={{ danger: true, disabled: used }}
      onConfirm={() => {
        document.change((body) => without(body, id));
        gone();
      }}
    >
      <Button size="small" danger>
        {t('tpl.delete')}
      </Button>
    </Popconfirm>
  );
}
