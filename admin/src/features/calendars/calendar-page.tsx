import { ArrowLeftOutlined, CopyOutlined, FlagOutlined } from '@ant-design/icons';
import { type HttpError, useDataProvider, useList } from '@refinedev/core';
import { Alert, App, Button, Form, Input } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { CalendarDocument } from '#domain/calendar-document';
import { epochDay } from '#domain/civil-date';
import { localDate } from '#domain/time';
import { dayWords } from '../../components/day-words.ts';
import { usePageTitle } from '../../components/page-title.ts';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { Failed, PageSkeleton } from '../../components/states.tsx';
import { ZoneSelect } from '../../components/zone-select.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { DocumentBar } from '../document/document-bar.tsx';
import { HistoryButton } from '../document/history-drawer.tsx';
import type { DocumentRow, Version } from '../document/kinds.ts';
import { type OpenDocument, useDocument } from '../document/use-document.ts';
import { useRestore } from '../document/use-restore.ts';
import { useMay } from '../workplace/may.ts';
import { useWorkplace, useZone } from '../workplace/workplace.tsx';
import { newCalendar } from './calendar-edit.ts';
import { DayEditor } from './day-editor.tsx';
import { Holidays } from './holidays.tsx';
import { NewCalendar } from './new-calendar.tsx';
import { PublishPreview } from './publish-preview.tsx';
import { TryIt } from './try-it.tsx';
import { WeekEditor } from './week-editor.tsx';
import { YearView } from './year-view.tsx';

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
  return <Calendar key={id} document={opened.document} today={today} />;
}

/** Days before the horizon from which on the reader is reminded of it. */
const HORIZON_NEAR = 90;

function Calendar({ document, today }: { document: OpenDocument<'calendar'>; today: string }) {
  const { t, language } = useWords();
  const { body, editable } = document;
  const name = body.name[language] || document.id;
  usePageTitle(name);
  const [year, setYear] = useState(() => Number(today.slice(0, 4)));
  const [drawer, setDrawer] = useState<{ open: boolean; date: string | null }>({ open: false, date: null });
  const close = () => setDrawer((now) => ({ ...now, open: false }));
  const horizonNear = epochDay(body.horizon) - epochDay(today) < HORIZON_NEAR;
  const preview = usePreviewedPublish(document);
  return (
    <div className="page">
      <div className="page-head">
        <Link to="/calendars" className="back">
          <ArrowLeftOutlined aria-hidden /> {t('nav.calendars')}
        </Link>
        <div className="page-head-row">
          <h1>{name}</h1>
          <span className="facts-line">
            <HistoryButton document={document} name={name} restore={preview.restore} />
            {document.published && <CopyButton id={document.id} />}
          </span>
        </div>
      </div>
      <div className="stack">
        {!editable && <Alert type="info" showIcon message={t('calendar.readOnly')} />}
        {horizonNear && (
          <Alert
            type="warning"
            showIcon
            message={t('calendar.horizonNear', { date: dayWords(body.horizon, language, true) })}
            description={t('calendar.horizonHint')}
          />
        )}
        <section className="panel" aria-label={t('calendar.year')}>
          <div className="panel-head">
            <h2>{t('calendar.year')}</h2>
            {editable && (
              <Button icon={<FlagOutlined />} onClick={() => setDrawer({ open: true, date: null })}>
                {t('holidays.open')}
              </Button>
            )}
          </div>
          <YearView
            document={document}
            year={year}
            turn={setYear}
            today={today}
            choose={(date) => setDrawer({ open: true, date })}
          />
        </section>
        <div className="detail">
          <div className="detail-main">
            <section className="panel">
              <h2>{t('calendar.week')}</h2>
              <WeekEditor document={document} />
            </section>
          </div>
          <section className="panel" aria-label={t('tryIt.title')}>
            <h2>{t('tryIt.title')}</h2>
            <TryIt body={body} />
          </section>
        </div>
        <section className="panel">
          <h2>{t('calendar.basics')}</h2>
          <Basics document={document} />
        </section>
      </div>
      <DocumentBar document={document} publish={preview.publish} />
      {preview.drawer}
      <SideDrawer
        open={drawer.open}
        close={close}
        title={drawer.date ? dayWords(drawer.date, language, true) : t('holidays.open')}
      >
        {drawer.date ? (
          <DayEditor key={drawer.date} document={document} date={drawer.date} close={close} />
        ) : (
          <Holidays key={year} document={document} year={year} close={close} />
        )}
      </SideDrawer>
    </div>
  );
}

interface Pending {
  /** What is about to be done. */
  act: 'publish' | 'restore';
  body: CalendarDocument;
  publish: () => Promise<boolean>;
  answer: (stands: boolean) => void;
}

/** Publishing, and restoring an old version, show first what they will move; both answer whether it was published. */
function usePreviewedPublish(document: OpenDocument<'calendar'>) {
  const { id, published } = document;
  const { notification } = App.useApp();
  const provider = useDataProvider()();
  const { restore, restoring } = useRestore('calendar', id);
  const [pending, setPending] = useState<Pending | null>(null);
  const show = (act: Pending['act'], body: CalendarDocument, publish: Pending['publish']) =>
    new Promise<boolean>((answer) => setPending({ act, body, publish, answer }));
  const say = ({ message }: HttpError) => notification.error({ message });
  const restoreShown = async (version: number): Promise<boolean> => {
    try {
      const url = `/api/documents/calendar/${id}`;
      const old = await provider.custom?.<Version<'calendar'>>({ url, method: 'get', query: { version } });
      return old ? await show('restore', old.data.body, () => restore(version, published?.version ?? 0)) : false;
    } catch (thrown) {
      say(thrown as HttpError);
      return false;
    }
  };
  const finish = (stands: boolean) => {
    pending?.answer(stands);
    setPending(null);
  };
  return {
    publish: (note: string) => show('publish', document.body, () => document.save(note)),
    restore: restoreShown,
    drawer: pending && (
      <PublishPreview
        id={id}
        act={pending.act}
        body={pending.body}
        saving={document.saving || restoring}
        publish={() => void pending.publish().then(finish)}
        close={() => finish(false)}
        refused={(error) => {
          // A restored version has no form to say it at.
          (pending.act === 'publish' ? document.refuse : say)(error);
          finish(false);
        }}
      />
    ),
  };
}

function CopyButton({ id }: { id: string }) {
  const { t } = useWords();
  const mayPublish = useMay('document.publish');
  const [open, setOpen] = useState(false);
  const { query } = useList<DocumentRow>({
    resource: 'documents',
    errorNotification: false,
    queryOptions: { enabled: open },
  });
  const taken = (query.data?.data ?? []).filter(({ kind }) => kind === 'calendar');
  if (!mayPublish) return null;
  return (
    <>
      <Button type="text" icon={<CopyOutlined />} onClick={() => setOpen(true)}>
        {t('calendar.copy')}
      </Button>
      {taken.length > 0 && <NewCalendar open={open} close={() => setOpen(false)} taken={taken} from={id} />}
    </>
  );
}

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
          <ZoneSelect
            label={t('docField.zone')}
            value={body.zone}
            disabled={!editable}
            change={(zone) => change((now) => ({ ...now, zone }))}
          />
        </Form.Item>
      </div>
    </Form>
  );
}
