import { Alert } from 'antd';
import type { PropsWithChildren, ReactNode } from 'react';
import { durationWords } from '#domain/words';
import { useWords } from '../i18n/language.ts';
import { dayWords } from './day-words.ts';
import { Fact } from './fact.tsx';

type Instant = string | number;
interface Span {
  from: Instant;
  to: Instant;
}
/** How a deadline came about; `text` is in the reader's language. */
export interface Explainable {
  start: Instant;
  beyondHorizon: boolean;
  counted: readonly Span[];
  skipped: readonly { date: string; reason: 'weekend' | 'exception'; text: string | null }[];
  opened: readonly { date: string; text: string | null }[];
  pauses: readonly Span[];
}
interface ExplainedProps {
  why: Explainable;
  /** Says an instant in the zone the deadline lies in. */
  at: (instant: Instant) => string;
}

const ms = (instant: Instant): number => (typeof instant === 'number' ? instant : Date.parse(instant));

/** Why a deadline is what it is: `children` are the facts beside its start; then what was counted and what was not. */
export function Explained({ why, at, children }: PropsWithChildren<ExplainedProps>) {
  const { t, language } = useWords();
  const span = ({ from, to }: Span) => (
    <li key={ms(from)}>
      {at(from)} – {at(to)} <span className="quiet">{durationWords(ms(to) - ms(from), language)}</span>
    </li>
  );
  return (
    <div className="why">
      <dl>
        <Fact term={t('why.started')}>{at(why.start)}</Fact>
        {children}
      </dl>
      {why.beyondHorizon && <Alert type="warning" showIcon message={t('why.beyondHorizon')} />}
      <Part title={t('why.counted')} rows={why.counted}>
        {span}
      </Part>
      <Part title={t('why.skipped')} rows={why.skipped}>
        {({ date, reason, text }) => (
          <li key={date}>
            {dayWords(date, language)} <span className="quiet">{text ?? t(`dayOff.${reason}`)}</span>
          </li>
        )}
      </Part>
      <Part title={t('why.opened')} rows={why.opened}>
        {({ date, text }) => (
          <li key={date}>
            {dayWords(date, language)} <span className="quiet">{text ?? t('why.changedDay')}</span>
          </li>
        )}
      </Part>
      <Part title={t('why.pauses')} rows={why.pauses}>
        {span}
      </Part>
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
