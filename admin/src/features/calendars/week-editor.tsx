import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { CalendarDocument, OpenInterval } from '#domain/calendar-document';
import type { Weekday } from '#domain/civil-date';
import { TimeField } from '../../components/time-field.tsx';
import { useWords } from '../../i18n/language.ts';
import { messagesAt } from '../document/problems.ts';
import type { OpenDocument } from '../document/use-document.ts';
import { nextInterval, WEEKDAYS, withWeekday } from './calendar-edit.ts';

const WORKING_DAYS: readonly Weekday[] = [2, 3, 4, 5];

/** Open hours of an ordinary week, several intervals a day. */
export function WeekEditor({ document }: { document: OpenDocument<'calendar'> }) {
  const { t } = useWords();
  const { body, change, editable, problems } = document;
  const whole = problems.week ?? [];
  const copyMonday = () =>
    change((now) => WORKING_DAYS.reduce((next, day) => withWeekday(next, day, now.week[1]), now));
  return (
    <div className="week">
      {WEEKDAYS.map((day) => (
        <DayRow
          key={day}
          label={t(`docField.${day}`)}
          open={body.week[day]}
          editable={editable}
          messages={messagesAt(problems, `week.${day}`)}
          change={(open) => change((now) => withWeekday(now, day, open))}
        >
          {day === 1 && editable && (
            <Button type="link" size="small" onClick={copyMonday}>
              {t('calendar.copyMonday')}
            </Button>
          )}
        </DayRow>
      ))}
      {whole.length > 0 && (
        <p className="field-error" role="alert">
          {whole.join(' ')}
        </p>
      )}
    </div>
  );
}

interface DayRowProps {
  label: string;
  open: CalendarDocument['week'][Weekday];
  editable: boolean;
  messages: readonly string[];
  change: (open: OpenInterval[]) => void;
  children?: ReactNode;
}

function DayRow({ label, open, editable, messages, change, children }: DayRowProps) {
  const { t } = useWords();
  return (
    <div className="week-day">
      <span className="week-name">{label}</span>
      <Intervals label={label} open={open} editable={editable} change={change} wrong={messages.length > 0} />
      {children}
      {open.length === 0 && <span className="quiet">{t('diff.closed')}</span>}
      {messages.length > 0 && <span className="field-error">{messages.join(' ')}</span>}
    </div>
  );
}

interface IntervalsProps {
  /** What the hours are of, for screen readers. */
  label: string;
  open: readonly OpenInterval[];
  editable: boolean;
  wrong?: boolean;
  change: (open: OpenInterval[]) => void;
}

/** From-to pairs in a row; one more and one fewer. */
export function Intervals({ label, open, editable, wrong = false, change }: IntervalsProps) {
  const { t } = useWords();
  const replace = (index: number, part: Partial<OpenInterval>) =>
    change(open.map((one, at) => (at === index ? { ...one, ...part } : one)));
  const next = nextInterval(open);
  return (
    <span className="intervals">
      {open.map((interval, index) => {
        const backwards = interval.from >= interval.to;
        const status = wrong || backwards ? 'error' : '';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an interval is known by its place
          <span key={index} className="interval">
            <TimeField
              label={t('calendar.from', { day: label })}
              value={interval.from}
              status={status}
              disabled={!editable}
              onChange={(from) => replace(index, { from })}
            />
            <span aria-hidden="true">–</span>
            <TimeField
              label={t('calendar.to', { day: label })}
              value={interval.to}
              status={status}
              disabled={!editable}
              onChange={(to) => replace(index, { to })}
            />
            {editable && (
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={t('calendar.removeHours', { day: label, hours: `${interval.from}–${interval.to}` })}
                onClick={() => change(open.filter((_, at) => at !== index))}
              />
            )}
          </span>
        );
      })}
      {editable && next && (
        <Button
          type="dashed"
          size="small"
          icon={<PlusOutlined />}
          aria-label={t('calendar.addHours', { day: label })}
          onClick={() => change([...open, next])}
        />
      )}
    </span>
  );
}
