import { ArrowLeftOutlined } from '@ant-design/icons';
import { type HttpError, useOne } from '@refinedev/core';
import { App, Button } from 'antd';
import { useId, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { EventDetail } from '#http/schemas/care';
import { usePageTitle } from '../../components/page-title.ts';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { Failed, PageSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import '../../styles/care.css';
import { useNow } from '../clock/system-clock.tsx';
import { CallList } from './call-list.tsx';
import { CareVisits } from './care-visits.tsx';
import { EventForm } from './event-form.tsx';
import { useEventWords } from './event-words.tsx';
import { useSend } from './use-care.ts';

/** One planned event: told to whom, whom to visit before, and whom to call. */
export default function EventPage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const words = useEventWords();
  const { query } = useOne<EventDetail, HttpError>({ resource: 'care/events', id, errorNotification: false });
  const event = query.data?.data;
  usePageTitle(event ? words.name(event) : t('nav.events'));
  if (query.isPending) return <PageSkeleton />;
  if (!event) return <Failed error={query.error} retry={() => void query.refetch()} />;
  return <Event event={event} />;
}

function Event({ event }: { event: EventDetail }) {
  const { t, language } = useWords();
  const words = useEventWords();
  const when = useWhen(event.site);
  const [visitsId, mailsId] = [useId(), useId()];
  const own = event.words[language] || event.words['zh-CN'] || event.words.en;
  return (
    <div className="page">
      <div className="detail-head">
        <Link to="/care/events" className="back">
          <ArrowLeftOutlined aria-hidden /> {t('nav.events')}
        </Link>
        <h1>
          {words.name(event)}
          <span className="detail-where">{words.where(event)}</span>
        </h1>
        <div className="facts-line">
          <strong>{words.when(event)}</strong>
          <span className="quiet">{words.state(event)}</span>
        </div>
        {own && <p className="prose">{own}</p>}
        <EventButtons event={event} />
      </div>
      <div className="stack">
        <section className="panel" aria-labelledby={visitsId}>
          <h2 id={visitsId}>{t('event.visits')}</h2>
          <CareVisits care={event.care} site={event.site} />
        </section>
        <section className="panel" aria-labelledby={mailsId}>
          <h2 id={mailsId}>{t('event.mails')}</h2>
          {event.announcedAt === null ? (
            <p className="quiet">{t('event.notAnnounced')}</p>
          ) : (
            <p>
              {t('event.mailCount', event.mails)}
              <span className="quiet"> · {when.at(event.cancelledAt ?? event.announcedAt)}</span>
            </p>
          )}
        </section>
        {event.announcedAt !== null && <CallList event={event} />}
      </div>
    </div>
  );
}

function EventButtons({ event }: { event: EventDetail }) {
  const { t } = useWords();
  const { modal } = App.useApp();
  const { send, busy } = useSend();
  const [editing, setEditing] = useState(false);
  const now = useNow();
  if (!event.editable || event.cancelledAt !== null || Date.parse(event.to) <= now) return null;
  const ask = (what: 'announce' | 'cancel') =>
    void modal.confirm({
      title: t(`event.ask.${what}`),
      content: t(event.announcedAt === null && what === 'cancel' ? 'event.cancelQuiet' : `event.hint.${what}`),
      okText: t(`event.do.${what}`),
      okButtonProps: { danger: what === 'cancel' },
      cancelText: t('care.notNow'),
      onOk: () => send(`/api/care/events/${event.id}/${what}`, { expected: event.version }, t(`event.done.${what}`)),
    });
  return (
    <div className="head-buttons">
      {event.announcedAt === null && (
        <>
          <Button type="primary" loading={busy} onClick={() => ask('announce')}>
            {t('event.do.announce')}
          </Button>
          <Button onClick={() => setEditing(true)}>{t('care.edit')}</Button>
        </>
      )}
      <Button loading={busy} onClick={() => ask('cancel')}>
        {t('event.do.cancel')}
      </Button>
      <SideDrawer open={editing} title={t('event.change')} close={() => setEditing(false)}>
        {editing && (
          <EventForm site={event.site} event={event} done={() => setEditing(false)} cancel={() => setEditing(false)} />
        )}
      </SideDrawer>
    </div>
  );
}
