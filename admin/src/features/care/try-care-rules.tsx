import type { HttpError } from '@refinedev/core';
import { useDataProvider } from '@refinedev/core';
import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { type EventKind, eventKinds } from '#domain/care/event';
import { eventName } from '#domain/care/event-words';
import type { CareRules } from '#domain/care/rules';
import { addDays, instantAt, localDate, toIso } from '#domain/time';
import type { EventDetail } from '#http/schemas/care';
import { Choice } from '../../components/choice.tsx';
import { InstantField } from '../../components/instant-field.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { useWorkplace, useZone } from '../workplace/workplace.tsx';
import { CareVisits } from './care-visits.tsx';

type Tried = { visits: EventDetail['care'] } | { problem: string };

/** Which visits the rules as they are being edited would open for an event that is only imagined. */
export function TryCareRules({ rules }: { rules: CareRules }) {
  const { t, language } = useWords();
  const { site, directory } = useWorkplace();
  const provider = useDataProvider()();
  const zone = useZone(site?.id);
  const tomorrow = addDays(localDate(useNow(), zone), 2);
  const [kind, setKind] = useState<EventKind>('waterCut');
  const [buildings, setBuildings] = useState<string[]>([]);
  const [from, setFrom] = useState(() => instantAt(tomorrow, '09:00', zone));
  const [tried, setTried] = useState<Tried | null>(null);
  const [busy, setBusy] = useState(false);
  if (site === null) return null;
  const run = async () => {
    setBusy(true);
    try {
      const payload = { site: site.id, kind, buildings, from: toIso(from), rules };
      const answer = await provider.custom?.({ url: '/api/care/try', method: 'post', payload });
      setTried({ visits: answer?.data as unknown as EventDetail['care'] });
    } catch (thrown) {
      setTried({ problem: (thrown as HttpError).message });
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="panel care-try">
      <p className="quiet">{t('careRules.tryLead')}</p>
      <Form layout="vertical" component="div">
        <div className="form-row">
          <Labelled label={t('careRules.tryEvent')}>
            {(id) => (
              <Choice
                id={id}
                value={kind}
                onChange={setKind}
                options={eventKinds.map((one) => ({ value: one, label: eventName(one, language) }))}
              />
            )}
          </Labelled>
          <Labelled label={t('event.where')}>
            {(id) => (
              <Choice
                id={id}
                mode="multiple"
                allowClear
                placeholder={t('event.wholeSite')}
                value={buildings}
                onChange={setBuildings}
                options={directory.buildings
                  .filter((one) => one.site === site.id)
                  .map((one) => ({ value: one.id, label: one.name[language] }))}
              />
            )}
          </Labelled>
        </div>
        <InstantField
          label={t('careRules.tryAt')}
          zone={zone}
          value={from}
          disabled={false}
          change={setFrom}
          problem={undefined}
          hint={undefined}
        />
        <Button type="primary" loading={busy} onClick={() => void run()}>
          {t('careRules.try')}
        </Button>
      </Form>
      <div aria-live="polite">
        {tried && 'problem' in tried && <Alert type="error" showIcon message={tried.problem} />}
        {tried && 'visits' in tried && <CareVisits care={tried.visits} site={site.id} />}
      </div>
    </section>
  );
}
