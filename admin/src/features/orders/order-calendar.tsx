import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { addDays, localDate } from '#domain/time';
import { ComplaintRows } from '../../components/complaint-rows.tsx';
import { dayWords } from '../../components/day-words.ts';
import { usePhone } from '../../components/media.ts';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { weekWords } from '../rosters/week.ts';
import { useMay } from '../workplace/may.ts';
import { byDay, inUnit, type Span, spanOf, type Turned, turnedBy, UNITS } from './order-days.ts';
import type { OrdersViewProps } from './order-list.tsx';
import { OrderMonth } from './order-month.tsx';
import { OrderAgenda, OrderWeek } from './order-week.tsx';
import { SHOWN, useCalendarRows, useShown } from './use-calendar-rows.ts';
import { type PlannedDays, usePlanned } from './use-planned.ts';

const TURNS = {
  week: { before: 'order.weekBefore', after: 'order.weekAfter' },
  month: { before: 'order.monthBefore', after: 'order.monthAfter' },
} as const;
const NOTHING: PlannedDays = new Map();

interface CalendarProps extends Pick<OrdersViewProps, 'site' | 'filter'> {
  /** As they stand in the address. */
  asked: Record<Turned['unit'], string | null>;
  turn: (to: Turned) => void;
}
interface InSpan extends CalendarProps {
  span: Span;
  today: string;
}

/** Orders and visits by the day they are due or ended, and for those who read plans what is still to come: a month, or a week. */
export default function OrderCalendar(props: CalendarProps) {
  const today = localDate(useNow(), props.site.zone);
  const span = spanOf(props.asked, today, usePhone() ? 'week' : 'month');
  const shown = { ...props, span, today };
  return useMay('document.read') ? (
    <WithPlanned {...shown} />
  ) : (
    <Calendar {...shown} planned={NOTHING} nameOf={String} />
  );
}

function WithPlanned(props: InSpan) {
  const { language } = useWords();
  const { site, filter, span, today } = props;
  const tomorrow = addDays(today, 1);
  const from = span.from > tomorrow ? span.from : tomorrow;
  const { days, plans } = usePlanned(site.id, { from, to: span.to }, filter);
  const nameOf = (id: string) => plans.find((plan) => plan.id === id)?.name[language] ?? id;
  return <Calendar {...props} planned={days} nameOf={nameOf} />;
}

interface Planning {
  planned: PlannedDays;
  nameOf: (plan: string) => string;
}

function Calendar({ site, filter, span, today, turn, planned, nameOf }: InSpan & Planning) {
  const { t, language } = useWords();
  const phone = usePhone();
  const { from, to, weeks } = span;
  const { shown, show } = useShown();
  const { rows, loading, error, cut, retry } = useCalendarRows(site.id, { from, to }, filter, shown);
  const toCome = shown === 'visits' ? NOTHING : planned;
  const [open, setOpen] = useState<string | null>(null);
  const days = byDay(rows, site.zone);
  const drawn = { zone: site.zone, today, days, planned: toCome, nameOf };
  const agenda = weeks.flat().filter((date) => span.unit === 'week' || date.startsWith(span.name));
  return (
    <>
      <Head span={span} today={today} turn={turn} withPlanned={toCome !== NOTHING}>
        <Segmented
          value={shown}
          aria-label={t('order.shown')}
          onChange={show}
          options={SHOWN.map((value) => ({ value, label: t(`order.shown.${value}`) }))}
        />
      </Head>
      {cut && <p className="notice">{t('order.calendarCut')}</p>}
      {error && <Failed message={error.message} retry={retry} />}
      {loading && <RowsSkeleton />}
      {!error && !loading && phone && <OrderAgenda {...drawn} dates={agenda} />}
      {!error && !loading && !phone && span.unit === 'week' && <OrderWeek {...drawn} week={weeks.flat()} />}
      {!error && !loading && !phone && span.unit === 'month' && (
        <OrderMonth {...drawn} weeks={weeks} month={span.name} open={setOpen} />
      )}
      <SideDrawer
        open={open !== null}
        title={open ? dayWords(open, language, true) : ''}
        close={() => setOpen(null)}
        width={720}
      >
        {open && <ComplaintRows rows={days.get(open)?.map(({ row }) => row) ?? []} label={dayWords(open, language)} />}
      </SideDrawer>
    </>
  );
}

interface HeadProps extends Pick<InSpan, 'span' | 'today' | 'turn'> {
  withPlanned: boolean;
  /** What else narrows the calendar down. */
  children: ReactNode;
}

function Head({ span, today, turn, withPlanned, children }: HeadProps) {
  const { t } = useWords();
  const spanWords = useSpanWords();
  const { unit } = span;
  const present = inUnit(spanOf({ week: null, month: null }, today, unit), unit, today);
  return (
    <div className="year-head">
      <span className="year-turn">
        <Button icon={<LeftOutlined />} aria-label={t(TURNS[unit].before)} onClick={() => turn(turnedBy(span, -1))} />
        <strong aria-live="polite">{spanWords(span)}</strong>
        <Button icon={<RightOutlined />} aria-label={t(TURNS[unit].after)} onClick={() => turn(turnedBy(span, 1))} />
        {present.name !== span.name && <Button onClick={() => turn(present)}>{t('order.today')}</Button>}
      </span>
      <Segmented
        value={unit}
        aria-label={t('order.span')}
        onChange={(value) => turn(inUnit(span, value, today))}
        options={UNITS.map((value) => ({ value, label: t(`order.span.${value}`) }))}
      />
      {children}
      <span className="facts-line order-keys">
        <span className="order-key" data-state="open">
          {t('order.dueThen')}
        </span>
        {withPlanned && (
          <Link to="/plans/year" className="order-key" data-state="planned">
            {t('order.planned')}
          </Link>
        )}
        <span className="order-key" data-state="late">
          {t('orderList.overdue')}
        </span>
        <span className="order-key" data-state="done">
          {t('orderList.ended')}
        </span>
      </span>
    </div>
  );
}

function useSpanWords(): (span: Turned) => string {
  const { language } = useWords();
  return ({ unit, name }) => {
    if (unit === 'week') return weekWords(name, language);
    const month = new Date(`${name}-15T00:00:00Z`);
    return new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(month);
  };
}
