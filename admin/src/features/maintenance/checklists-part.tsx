import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Checklist } from '#domain/maintenance';
import { EntityRows } from '../../components/entity-rows.tsx';
import { Empty } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import type { OpenDocument } from '../document/use-document.ts';
import { EntityDrawer } from '../organisation/entity-drawer.tsx';
import { NEW, useOpening } from '../organisation/opened.ts';
import { ChecklistFields } from './checklist-fields.tsx';

const blank: Checklist = { id: '', name: { 'zh-CN': '', en: '' }, sections: [] };

/** What is looked at, read and counted when work is done (检查表). */
export function ChecklistsPart({ document }: { document: OpenDocument<'maintenance'> }) {
  const { t, language } = useWords();
  const opening = useOpening();
  const { body, change, field, editable } = document;
  const usedBy = (id: string) =>
    body.kinds.filter(({ checklist }) => checklist === id).map(({ name }) => name[language]);
  const points = ({ sections }: Checklist) => sections.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <>
      <div className="section-head">
        <p className="quiet">{t('maintenance.checklistsLead')}</p>
        {editable && (
          <Button icon={<PlusOutlined />} onClick={() => opening.show(NEW)}>
            {t('maintenance.addChecklist')}
          </Button>
        )}
      </div>
      {body.checklists.length === 0 ? (
        <Empty title={t('maintenance.noChecklists')} hint={t('maintenance.checklistsLead')} />
      ) : (
        <EntityRows
          rows={body.checklists}
          label={t('maintenance.part.checklists')}
          keyOf={({ id }) => id}
          head={t('maintenance.checklist')}
          title={({ name }) => name[language]}
          columns={[
            {
              label: t('maintenance.sections'),
              cell: ({ sections }) => sections.map(({ name }) => name[language]).join(language === 'en' ? ', ' : '、'),
            },
            { label: t('maintenance.points'), cell: points },
            {
              label: t('maintenance.usedBy'),
              cell: ({ id }) => usedBy(id).join(language === 'en' ? ', ' : '、') || t('maintenance.unused'),
            },
          ]}
          open={({ id }) => opening.show(id)}
          wrong={(row) => Boolean(field(`checklists.${body.checklists.indexOf(row)}`).help)}
        />
      )}
      <EntityDrawer
        opening={opening}
        list={body.checklists}
        write={(checklists) => change((now) => ({ ...now, checklists }))}
        field={(path) => field(`checklists.${path}`)}
        blank={blank}
        kind="checklist"
        titles={{
          add: t('maintenance.addChecklist'),
          remove: { label: t('maintenance.removeChecklist'), hint: t('maintenance.removeChecklistHint') },
        }}
        mayChange={() => editable}
        fields={(props) => <ChecklistFields {...props} />}
      />
    </>
  );
}
