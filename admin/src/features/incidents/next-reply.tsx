import { useMemo } from 'react';
import { compileCalendar } from '#domain/calendar';
import { promiseTimes } from '#domain/promise-times';
import { toIso } from '#domain/time';
import { useNow } from '../clock/system-clock.tsx';
import { TimeChoice } from '../complaint/time-choice.tsx';
import { useWorkplace } from '../workplace/workplace.tsx';

interface NextReplyProps {
  site: string;
  label: string;
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
}
const MINUTE = 60_000;

/** The times a single complaint is offered for its next reply, made from the site's calendar. */
export function NextReply({ site, label, id, value, onChange }: NextReplyProps) {
  const { me, directory } = useWorkplace();
  const minute = Math.floor(useNow() / MINUTE) * MINUTE;
  const times = useMemo(() => {
    const used = me.sites.find((one) => one.id === site)?.calendar;
    const calendar = directory.calendars.find((one) => one.id === used);
    return calendar ? promiseTimes(minute, compileCalendar(calendar.body, calendar.id)).map(toIso) : [];
  }, [me, directory, site, minute]);
  return (
    <TimeChoice
      times={times}
      site={site}
      optional
      label={label}
      {...(id !== undefined && { id })}
      value={value}
      {...(onChange && { onChange })}
    />
  );
}
