import { Alert, Form, Input } from 'antd';
import { useState } from 'react';
import { addLimit } from '#domain/add-limit';
import { compileCalendar } from '#domain/calendar';
import type { CalendarDocument } from '#domain/calendar-document';
import { CalendarNeverOpens, UnknownZone } from '#domain/errors';
import type { Limit } from '#domain/limit';
import { instantAt, localDate, localTime } from '#domain/time';
import { Explained } from '../../components/explained.tsx';
import { Fact } from '../../components/fact.tsx';
import { LimitInput } from '../../components/limit-input.tsx';
import { useWhenIn } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';

/** From this moment, this limit: the deadline and why, computed as the system itself will, on the calendar as it stands here. */
export function TryIt({ body }: { body: CalendarDocument }) {
  const { t, language } = useWords();
  const now = useNow();
  const { at } = useWhenIn(body.zone);
  const [moment, setMoment] = useState<string | null>(null);
  const [limit, setLimit] = useState<Limit>({ kind: 'workingHours', minutes: 240 });
  const local = moment ?? `${localDate(now, body.zone)}T${localTime(now, body.zone)}`;
  const result = tried(body, local, limit);
  const said = (text: { 'zh-CN': string; en: string } | null) => text?.[language] ?? null;
  return (
    <div className="try-it">
      <Form layout="vertical" component="div" className="form">
        <Form.Item label={t('tryIt.moment')}>
          <Input
            type="datetime-local"
            aria-label={t('tryIt.moment')}
            value={local}
            onChange={({ target }) => setMoment(target.value || null)}
          />
        </Form.Item>
        <Form.Item label={t('why.limit')}>
          <LimitInput label={t('why.limit')} value={limit} onChange={setLimit} />
        </Form.Item>
      </Form>
      {result === null ? (
        <Alert type="warning" showIcon message={t('tryIt.never')} />
      ) : (
        <Explained
          at={at}
          why={{
            start: result.explanation.start,
            beyondHorizon: result.explanation.beyondHorizon,
            counted: result.explanation.counted,
            skipped: result.explanation.skipped.map((day) => ({ ...day, text: said(day.text) })),
            opened: result.explanation.opened.map((day) => ({ ...day, text: said(day.text) })),
            pauses: [],
          }}
        >
          <Fact term={t('why.deadline')}>
            <strong className="try-it-answer">{at(result.at)}</strong>
          </Fact>
        </Explained>
      )}
    </div>
  );
}

/** Null: the calendar as typed has no open time left, or its zone does not exist. */
function tried(body: CalendarDocument, local: string, limit: Limit): ReturnType<typeof addLimit> | null {
  const [date = '', time = ''] = local.split('T');
  try {
    return addLimit(instantAt(date, time.slice(0, 5), body.zone), limit, compileCalendar(body, 'draft@0'));
  } catch (error) {
    if (error instanceof CalendarNeverOpens || error instanceof UnknownZone) return null;
    throw error;
  }
}
