import { PlusOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { Absences, Organisation } from '#domain/organisation';
import { whenWords } from '#domain/words';
import { EntityRows } from '../../components/entity-rows.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { Empty } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { DocumentBar } from '../document/document-bar.tsx';
import { HistoryButton } from '../document/history-drawer.tsx';
import { type OpenDocument, useDocument } from '../document/use-document.ts';
import { Opened } from '../organisation/opened-document.tsx';
import { useStanding } from '../organisation/standing.ts';
import { useDuties } from '../organisation/use-duties.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { AbsenceDrawer } from './absence-drawer.tsx';
import { absenceRows, type Row, type When } from './absence-list.ts';
import { Chain } from './chain.tsx';

const none: Absences = { absences: [] };
const LISTS = ['current', 'over'] as const;

/** Who is away from when to when, and who stands in. */
export default function AbsencesPage() {
  const { t } = useWords();
  usePageTitle(t('nav.absences'));
  const organisation = useDocument('organisation', 'main', undefined, 'read');
  const absences = useDocument('absences', 'main', none);
  return (
    <Opened found={organisation}>
      {({ published }) =>
        published && (
          <Opened found={absences}>{(document) => <Away document={document} organisation={published.body} />}</Opened>
        )
      }
    </Opened>
  );
}

function Away({ document, organisation }: { document: OpenDocument<'absences'>; organisation: Organisation }) {
  const { t, language } = useWords();
  const { me } = useWorkplace();
  const now = useNow();
  const standing = useStanding(organisation);
  const duties = useDuties(organisation, { absences: document.body });
  const [list, setList] = useState<(typeof LISTS)[number]>('current');
  const [shown, setShown] = useState<{ index: number | null; open: boolean } | null>(null);
  const people = new Map(organisation.people.map((person) => [person.id, person]));
  const seen = (id: string) => {
    const person = people.get(id);
    if (standing.company || person === undefined || person.sites.length === 0) return true;
    return person.sites.some((site) => me.sites.some((own) => own.id === site));
  };
  const rows = absenceRows(document.body, now, seen).filter(({ when }) => (list === 'over') === (when === 'over'));
  const mayAdd = organisation.people.some((person) => person.active && standing.absenceOf(person));
  const day = (at: number, person: string) => whenWords(at, now, duties.zoneOf(person), language);
  const state: Record<When, string> = { now: t('absence.now'), later: t('absence.later'), over: t('absence.over') };
  return (
    <div className="page">
      <div className="page-head page-head-row">
        <h1>{t('nav.absences')}</h1>
        <HistoryButton document={document} name={t('nav.absences')} />
      </div>
      <div className="toolbar">
        <Segmented
          value={list}
          onChange={setList}
          options={LISTS.map((value) => ({ value, label: t(`absence.list.${value}`) }))}
        />
        {mayAdd && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setShown({ index: null, open: true })}>
            {t('absence.add')}
          </Button>
        )}
      </div>
      {rows.length === 0 ? (
        <Empty title={t(`absence.none.${list}`)} hint={t('absence.noneHint')} />
      ) : (
        <EntityRows<Row>
          rows={rows}
          label={t('nav.absences')}
          keyOf={({ index }) => String(index)}
          head={t('absence.person')}
          title={({ absence }) => duties.names.of(absence.person)}
          sub={({ when }) => (when === 'now' ? <span className="away">{state.now}</span> : state[when])}
          columns={[
            { label: t('absence.from'), cell: ({ absence }) => day(absence.from, absence.person) },
            { label: t('absence.to'), cell: ({ absence }) => day(absence.to, absence.person) },
            { label: t('absence.deputy'), cell: ({ absence }) => duties.names.one(absence.deputy), deskOnly: true },
            {
              label: t('absence.standsIn'),
              cell: ({ absence, when }) =>
                when === 'over' ? null : (
                  <Chain person={absence.person} at={when === 'now' ? now : absence.from} duties={duties} />
                ),
            },
          ]}
          open={({ index }) => setShown({ index, open: true })}
          wrong={({ index }) => Boolean(document.field(`absences.${index}`).help)}
        />
      )}
      {shown && (
        <AbsenceDrawer
          key={shown.index ?? 'new'}
          document={document}
          index={shown.index}
          organisation={organisation}
          duties={duties}
          standing={standing}
          open={shown.open}
          close={() => setShown({ ...shown, open: false })}
          closed={() => setShown(null)}
        />
      )}
      <DocumentBar document={document} />
    </div>
  );
}
