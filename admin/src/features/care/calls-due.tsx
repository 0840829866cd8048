import { useId } from 'react';
import { Link } from 'react-router';
import { eventName } from '#domain/care/event-words';
import type { CareHome } from '#http/schemas/care';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { Callees, TellButton } from './callees.tsx';

/** Households that no mail told of what is ahead: to be called before it begins. */
export function CallsDue({ calls, site }: { calls: CareHome['calls']; site: string }) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const when = useWhen(site);
  const headId = useId();
  if (calls.length === 0) return null;
  const events = [...new Map(calls.map(({ event }) => [event.id, event])).values()];
  return (
    <section className="panel" aria-labelledby={headId}>
      <h2 id={headId}>{t('care.calls', { count: calls.length })}</h2>
      {events.map((event) => (
        <div key={event.id}>
          <p>
            <Link to={`/care/events/${event.id}`}>{eventName(event.kind, language)}</Link>
            <span className="quiet"> · {t('care.callBefore', { when: when.at(event.from) })}</span>
          </p>
          <ul className="care-calls">
            {calls
              .filter((call) => call.event.id === event.id)
              .map((call) => {
                const place = names.place({ site, building: call.building, unit: call.unit, place: null });
                return (
                  <li key={call.household}>
                    <Callees row={call} place={place} />
                    <TellButton event={event.id} household={call.household} label={place} />
                  </li>
                );
              })}
          </ul>
        </div>
      ))}
    </section>
  );
}
