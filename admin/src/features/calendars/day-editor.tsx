import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import type { CalendarDocument, OpenInterval } from '#domain/calendar-document';
import type { Text } from '#domain/text';
import { Radios } from '../../components/choice.tsx';
import { dayWords } from '../../components/day-words.ts';
import { useWords } from '../../i18n/language.ts';
import type { OpenDocument } from '../document/use-document.ts';
import { exceptionOn, hoursOn, withDates } from './calendar-edit.ts';
import { Intervals } from './week-editor.tsx';

interface DayEditorProps {
  document: OpenDocument<'calendar'>;
  date: string;
  close: () => void;
}
const WAYS = ['byWeek', 'closed', 'open'] as const;
type Way = (typeof WAYS)[number];
const BOTH = ['zh-CN', 'en'] as const;

/** What a reader may start from; written into the document, so in both languages. */
const USUAL: Record<Exclude<Way, 'byWeek'>, Text> = {
  closed: { 'zh-CN': '休息', en: 'Closed' },
  open: { 'zh-CN': '加开', en: 'Open by exception' },
};

/** One date, or several in a row: as the week says, closed, or open at hours of their own, and why. */
export function DayEditor({ document, date, close }: DayEditorProps) {
  const { t, language } = useWords();
  const { body, change } = document;
  const special = exceptionOn(body, date);
  const [way, setWay] = useState<Way>(special ? (special.open.length > 0 ? 'open' : 'closed') : 'byWeek');
  const [open, setOpen] = useState<OpenInterval[]>(() => usualHours(body, date));
  const [reason, setReason] = useState<Text | null>(special?.reason ?? null);
  const [last, setLast] = useState(date);
  const [asked, setAsked] = useState(false);

  const said = reason ?? (way === 'byWeek' ? null : USUAL[way]);
  const unsaid = BOTH.filter((one) => way !== 'byWeek' && !said?.[one].trim());
  const backwards = way === 'open' && (open.length === 0 || open.some(({ from, to }) => from >= to));
  const wrongEnd = last < date;
  const apply = () => {
    setAsked(true);
    if (unsaid.length > 0 || backwards || wrongEnd) return;
    const hours = way === 'open' ? open : [];
    change((now) => withDates(now, date, last, said === null ? null : { open: hours, reason: said }));
    close();
  };
  return (
    <Form layout="vertical" component="div" className="form day-editor">
      <Radios label={t('calendar.day')} value={way} onChange={({ target }) => setWay(target.value as Way)}>
        {WAYS.map((one) => (
          <Radio key={one} value={one}>
            {t(`dayWay.${one}`)}
          </Radio>
        ))}
      </Radios>
      {way === 'open' && (
        <Form.Item
          label={t('docField.open')}
          {...(asked && backwards && { validateStatus: 'error' as const, help: t('calendar.badHours') })}
        >
          <Intervals
            label={dayWords(date, language)}
            open={open}
            editable
            change={setOpen}
            wrong={asked && backwards}
          />
        </Form.Item>
      )}
      {way !== 'byWeek' &&
        BOTH.map((one) => (
          <Form.Item
            key={one}
            label={t(one === 'en' ? 'calendar.reasonEn' : 'calendar.reasonZh')}
            {...(asked && unsaid.includes(one) && { validateStatus: 'error' as const, help: t('field.required') })}
          >
            <Input
              aria-label={t(one === 'en' ? 'calendar.reasonEn' : 'calendar.reasonZh')}
              value={said?.[one] ?? ''}
              maxLength={80}
              onChange={({ target }) => setReason({ ...(said ?? USUAL.closed), [one]: target.value })}
            />
          </Form.Item>
        ))}
      <Form.Item
        label={t('calendar.until')}
        {...(wrongEnd && { validateStatus: 'error' as const, help: t('calendar.untilWrong') })}
      >
        <Input
          type="date"
          aria-label={t('calendar.until')}
          value={last}
          min={date}
          onChange={({ target }) => setLast(target.value || date)}
        />
      </Form.Item>
      <div className="form-buttons">
        <Button type="primary" onClick={apply}>
          {t('calendar.apply')}
        </Button>
        <Button onClick={close}>{t('history.cancel')}</Button>
      </div>
    </Form>
  );
}

/** The date's own hours, else Monday's as the State Council's make-up days have them. */
function usualHours(body: CalendarDocument, date: string): OpenInterval[] {
  const own = hoursOn(body, date);
  return (own.length > 0 ? own : body.week[1]).map((interval) => ({ ...interval }));
}
