import { type HttpError, useCustom } from '@refinedev/core';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { Limit } from '#domain/limit';
import { durationWords, limitWords, severityLabel } from '#domain/words';
import type { ClockView, ComplaintDetail, Why as WhyAnswer } from '#http/schemas/complaint';
import { dayWords } from '../../components/day-words.ts';
import { Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

/** How one deadline came about: rule, limit, what was counted, which days were not and why, make-up days, pauses. */
export default function Why({ complaint, what }: { complaint: ComplaintDetail; what: ClockView['what'] }) {
  const { t, language } = useWords();
  const { at } = useWhen(complaint.site);
  const { directory } = useWorkplace();
  const { query } = useCustom<WhyAnswer & { id?: string }, HttpError>({
    url: `/api/complaints/${complaint.id}/why`,
    method: 'get',
    config: { query: { clock: what } },
    errorNotification: false,
  });
  const why = query.data?.data;
  if (query.isPending) return <RowsSkeleton />;
  if (!why) return <Failed message={query.error?.message ?? ''} retry={() => void query.refetch()} />;

  const limit = isLimit(why.limit) ? limitWords(why.limit, language) : null;
  const [calendarId, calendarVersion = ''] = why.calendar?.split('@') ?? [];
  const calendar = directory.calendars.find(({ id }) => id === calendarId)?.body.name[language] ?? calendarId;
  const length = ({ from, to }: { from: string; to: string }) =>
    durationWords(Date.parse(to) - Date.parse(from), language);
  const day = (date: string) => dayWords(date, language);

  return (
    <div className="why">
      <dl>
        <Fact term={t('why.started')}>{at(why.start)}</Fact>
        {limit && <Fact term={t('why.limit')}>{why.promised ? t('why.promised') : limit}</Fact>}
        <Fact term={t('why.deadline')}>
          <strong>{at(why.deadline)}</strong>
        </Fact>
        <Fact term={t('why.rule')}>
          {t('why.ruleWords', { severity: severityLabel(why.rule.severity, language), version: why.rule.version })}
        </Fact>
        <Fact term={t('why.calendar')}>
          {calendar ? t('why.calendarWords', { name: calendar, version: calendarVersion }) : t('why.roundTheClock')}
        </Fact>
      </dl>
      {why.beyondHorizon && <Alert type="warning" showIcon message={t('why.beyondHorizon')} />}
      <Part title={t('why.counted')} rows={why.counted}>
        {(row) => (
          <li key={row.from}>
            {at(row.from)} – {at(row.to)} <span className="quiet">{length(row)}</span>
          </li>
        )}
      </Part>
      <Part title={t('why.skipped')} rows={why.skipped}>
        {({ date, reason, text }) => (
          <li key={date}>
            {day(date)} <span className="quiet">{text ?? t(`dayOff.${reason}`)}</span>
          </li>
        )}
      </Part>
      <Part title={t('why.opened')} rows={why.opened}>
        {({ date, text }) => (
          <li key={date}>
            {day(date)} <span className="quiet">{text ?? t('why.changedDay')}</span>
          </li>
        )}
      </Part>
      <Part title={t('why.pauses')} rows={why.pauses}>
        {(row) => (
          <li key={row.from}>
            {at(row.from)} – {at(row.to)} <span className="quiet">{length(row)}</span>
          </li>
        )}
      </Part>
    </div>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Part<T>({ title, rows, children }: { title: string; rows: readonly T[]; children: (row: T) => ReactNode }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>{rows.map(children)}</ul>
    </section>
  );
}

/** The API sends a domain limit; the schema on the wire leaves it open. */
function isLimit(value: unknown): value is Limit {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
