import { Form, Input } from 'antd';
import { useMemo } from 'react';
import { Link, useParams } from 'react-router';
import { localDate } from '#domain/time';
import { Choice } from '../../components/choice.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { Failed, PageSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { DocumentBar } from '../document/document-bar.tsx';
import { HistoryButton } from '../document/history-drawer.tsx';
import { type OpenDocument, useDocument } from '../document/use-document.ts';
import { useWorkplace, useZone } from '../workplace/workplace.tsx';
import { newCalendar } from './calendar-edit.ts';
import { WeekEditor } from './week-editor.tsx';

/** One working calendar (工作日历). */
export default function CalendarPage() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const { site } = useWorkplace();
  const zone = useZone(site?.id);
  const today = localDate(useNow(), zone);
  const empty = useMemo(
    () => newCalendar({ 'zh-CN': t('calendar.new'), en: t('calendar.new') }, zone, today),
    [t, zone, today],
  );
  const opened = useDocument('calendar', id, empty);
  if (opened.state === 'loading') return <PageSkeleton />;
  if (opened.state === 'failed') return <Failed message={opened.error.message} retry={opened.retry} />;
  return <Calendar key={id} document={opened.document} />;
}

function Calendar({ document }: { document: OpenDocument<'calendar'> }) {
  const { t, language } = useWords();
  const { body } = document;
  const name = body.name[language] || document.id;
  usePageTitle(name);
  return (
    <div className="page">
      <div className="page-head">
        <Link to="/calendars" className="back">
          {t('nav.calendars')}
        </Link>
        <div className="page-head-row">
          <h1>{name}</h1>
          <HistoryButton document={document} name={name} />
        </div>
      </div>
      <div className="stack">
        <section className="panel">
          <h2>{t('calendar.basics')}</h2>
          <Basics document={document} />
        </section>
        <section className="panel">
          <h2>{t('calendar.week')}</h2>
          <WeekEditor document={document} />
        </section>
      </div>
      <DocumentBar document={document} />
    </div>
  );
}

const ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }));

function Basics({ document: { body, change, field, editable } }: { document: OpenDocument<'calendar'> }) {
  const { t } = useWords();
  const name = (language: 'zh-CN' | 'en', label: string) => (
    <Form.Item label={label} {...field(`name.${language}`)}>
      <Input
        value={body.name[language]}
        maxLength={80}
        disabled={!editable}
        aria-label={label}
        onChange={({ target }) => change((now) => ({ ...now, name: { ...now.name, [language]: target.value } }))}
      />
    </Form.Item>
  );
  return (
    <Form layout="vertical" component="div" className="form">
      <div className="form-row form-row-3">
        {name('zh-CN', t('field.nameZh'))}
        {name('en', t('field.nameEn'))}
        <Form.Item label={t('docField.zone')} {...field('zone')}>
          <Choice
            showSearch
            value={body.zone}
            options={ZONES}
            disabled={!editable}
            aria-label={t('docField.zone')}
            onChange={(zone: string) => change((now) => ({ ...now, zone }))}
          />
        </Form.Item>
      </div>
    </Form>
  );
}
