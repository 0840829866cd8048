import { LeftOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Organisation, Roster, Rosters } from '#domain/organisation';
import { addDays, localDate } from '#domain/time';
import { usePageTitle } from '../../components/page-title.ts';
import { Empty } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { DocumentBar } from '../document/document-bar.tsx';
import { HistoryButton } from '../document/history-drawer.tsx';
import { type OpenDocument, useDocument } from '../document/use-document.ts';
import { NEW, useOpening } from '../organisation/opened.ts';
import { Opened } from '../organisation/opened-document.tsx';
import { useStanding } from '../organisation/standing.ts';
import { useDuties } from '../organisation/use-duties.ts';
import { useMay } from '../workplace/may.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { DutyList } from './duty-list.tsx';
import { OnDutyNow } from './on-duty-now.tsx';
import { RosterDrawer } from './roster-drawer.tsx';
import { mondayOf, weekWords } from './week.ts';
import { WeekGrid } from './week-grid.tsx';

const none: Rosters = { rosters: [] };

/** Who is on duty now; for those who read the rosters the week day by day and swaps. */
export default function RostersPage() {
  const { t } = useWords();
  const mayRead = useMay('document.read');
  usePageTitle(t('nav.rosters'));
  return mayRead ? <Rostered /> : <DutyList />;
}

function Rostered() {
  const organisation = useDocument('organisation', 'main', undefined, 'read');
  const rosters = useDocument('rosters', 'main', none);
  return (
    <Opened found={organisation}>
      {({ published }) =>
        published && (
          <Opened found={rosters}>{(document) => <Duty document={document} organisation={published.body} />}</Opened>
        )
      }
    </Opened>
  );
}

function Duty({ document, organisation }: { document: OpenDocument<'rosters'>; organisation: Organisation }) {
  const { t, language } = useWords();
  const { site } = useWorkplace();
  const now = useNow();
  const opening = useOpening();
  const standing = useStanding(organisation);
  const duties = useDuties(organisation, { rosters: document.body });
  const zone = site?.zone ?? organisation.company.zone;
  const today = localDate(now, zone);
  const [monday, setMonday] = useState(() => mondayOf(today));
  const may = site !== null && standing.site(site.id);
  const { body, change } = document;
  const rows = body.rosters.filter((roster) => roster.site === site?.id);
  const write = (next: Roster) =>
    change((before) => ({
      ...before,
      rosters: before.rosters.map((one) => (one.site === next.site && one.id === next.id ? next : one)),
    }));
  return (
    <div className="page">
      <div className="page-head page-head-row">
        <h1>{t('nav.rosters')}</h1>
        <HistoryButton document={document} name={t('nav.rosters')} />
      </div>
      <div className="toolbar">
        <div className="duty-nav">
          <Button
            icon={<LeftOutlined />}
            aria-label={t('roster.before')}
            onClick={() => setMonday(addDays(monday, -7))}
          />
          <strong aria-live="polite">{weekWords(monday, language)}</strong>
          <Button
            icon={<RightOutlined />}
            aria-label={t('roster.after')}
            onClick={() => setMonday(addDays(monday, 7))}
          />
          {monday !== mondayOf(today) && (
            <Button onClick={() => setMonday(mondayOf(today))}>{t('roster.thisWeek')}</Button>
          )}
        </div>
        {may && (
          <Button icon={<PlusOutlined />} onClick={() => opening.show(NEW)}>
            {t('roster.add')}
          </Button>
        )}
      </div>
      {rows.length === 0 && <Empty title={t('roster.none')} hint={t('roster.noneHint')} />}
      <div className="stack">
        {rows.map((roster) => (
          <section key={roster.id} className="panel roster" aria-label={roster.name[language]}>
            <div className="section-head">
              <h2>{roster.name[language]}</h2>
              <Button onClick={() => opening.show(roster.id)}>{t(may ? 'roster.edit' : 'roster.look')}</Button>
            </div>
            <OnDutyNow roster={roster} zone={zone} duties={duties} />
            <WeekGrid roster={roster} zone={zone} monday={monday} duties={duties} may={may} write={write} />
          </section>
        ))}
      </div>
      {site && (
        <RosterDrawer
          document={document}
          opening={opening}
          organisation={organisation}
          site={site.id}
          rows={rows}
          may={may}
        />
      )}
      <DocumentBar document={document} />
    </div>
  );
}
