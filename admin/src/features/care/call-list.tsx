import { CheckOutlined } from '@ant-design/icons';
import { Select } from 'antd';
import { useId, useState } from 'react';
import type { CallRow, EventDetail } from '#http/schemas/care';
import { useCursorList } from '../../components/cursor-list.ts';
import { Pager } from '../../components/pager.tsx';
import { Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { Callees, TellButton } from './callees.tsx';

/** Households that get no mail, by building: called or rung at, and ticked. */
export function CallList({ event }: { event: EventDetail }) {
  const { t, language } = useWords();
  const { directory, names, me } = useWorkplace();
  const headId = useId();
  const buildings = directory.buildings.filter(
    ({ id, site }) => site === event.site && (event.buildings.length === 0 || event.buildings.includes(id)),
  );
  const own = buildings.find(({ steward }) => steward === me.person.id) ?? buildings[0];
  const [building, setBuilding] = useState(own?.id);
  const list = useCursorList<CallRow>({
    resource: `care/events/${event.id}/calls`,
    filters: { building },
    enabled: building !== undefined,
    pageSize: 100,
  });
  const place = (row: CallRow) => names.place({ ...row, site: event.site, place: null });
  return (
    <section className="panel" aria-labelledby={headId}>
      <div className="section-head">
        <h2 id={headId}>{t('event.calls')}</h2>
        {buildings.length > 1 && (
          <Select
            className="filter"
            aria-label={t('field.building')}
            value={building}
            onChange={setBuilding}
            options={buildings.map(({ id, name }) => ({ value: id, label: name[language] }))}
          />
        )}
      </div>
      {list.loading && <RowsSkeleton />}
      {list.error && <Failed error={list.error} retry={list.retry} />}
      {!list.loading && !list.error && list.rows.length === 0 && <p className="quiet">{t('event.noCalls')}</p>}
      <ul className="care-calls">
        {list.rows.map((row) => (
          <li key={row.household}>
            <Callees row={row} place={place(row)} />
            <Told event={event} row={row} label={place(row)} />
          </li>
        ))}
      </ul>
      <Pager list={list} />
    </section>
  );
}

function Told({ event, row, label }: { event: EventDetail; row: CallRow; label: string }) {
  const { names } = useWorkplace();
  const when = useWhen(event.site);
  if (row.told)
    return (
      <span className="quiet">
        <CheckOutlined aria-hidden /> {names.person(row.told.by)} · {when.at(row.told.at)}
      </span>
    );
  return <TellButton event={event.id} household={row.household} label={label} />;
}
