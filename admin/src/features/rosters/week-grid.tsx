import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Shift } from '#domain/on-duty';
import type { Roster } from '#domain/organisation';
import { turnsOn, withTurns } from '#domain/roster-change';
import { localDate } from '#domain/time';
import { dayWords } from '../../components/day-words.ts';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import type { Duties } from '../organisation/use-duties.ts';
import { PersonOrDeputy } from './person-or-deputy.tsx';
import { TurnDrawer } from './turn-drawer.tsx';
import { useTurnTime } from './turn-time.ts';
import { daysFrom, turnKey } from './week.ts';

export interface GridProps {
  roster: Roster;
  zone: string;
  monday: string;
  duties: Duties;
  may: boolean;
  write: (next: Roster) => void;
}

/** A week day by day; a turn past midnight stands on the day it starts. Columns on a desk, one below the other on a phone. */
export function WeekGrid(props: GridProps) {
  const { roster, zone, monday, duties, may, write } = props;
  const { t, language } = useWords();
  const now = useNow();
  const timeOf = useTurnTime();
  const today = localDate(now, zone);
  const [shown, setShown] = useState<{ date: string; index: number; open: boolean } | null>(null);
  const days = daysFrom(roster, zone, monday);
  const add = (date: string) => {
    const turns = turnsOn(roster, date);
    const last = turns.at(-1);
    const person = last?.person ?? roster.weekly[0]?.person ?? duties.directory.organisation.people[0]?.id;
    if (person === undefined) return;
    write(withTurns(roster, date, [...turns, { from: last?.to ?? '09:00', to: last?.from ?? '18:00', person }]));
    setShown({ date, index: turns.length, open: true });
  };
  const turn = ({ index, ...shift }: Shift) => (
    <button
      key={index}
      type="button"
      className="turn"
      data-now={now >= shift.begins && now < shift.ends}
      data-past={shift.ends <= now}
      onClick={() => setShown({ date: shift.date, index, open: true })}
    >
      <span className="turn-time">{timeOf(shift)}</span>
      <PersonOrDeputy
        person={shift.person}
        at={Math.max(shift.begins, Math.min(now, shift.ends - 1))}
        duties={duties}
      />
      {shift.dated && <span className="turn-mark">{t('roster.dated')}</span>}
    </button>
  );
  return (
    <>
      <ol className="duty-week">
        {days.map(({ date, shifts }) => (
          <li key={date} data-today={date === today}>
            <span className="duty-day">
              {dayWords(date, language)}
              {date === today && <span className="turn-mark">{t('roster.today')}</span>}
            </span>
            <div className="duty-turns">
              {shifts.length === 0 && <span className="quiet">{t('roster.nobody')}</span>}
              {shifts.map(turn)}
              {may && date >= today && (
                <Button
                  type="text"
                  size="small"
                  className="duty-add"
                  icon={<PlusOutlined />}
                  aria-label={t('roster.addTurnOn', { day: dayWords(date, language) })}
                  onClick={() => add(date)}
                />
              )}
            </div>
          </li>
        ))}
      </ol>
      {shown && (
        <TurnDrawer
          {...props}
          key={turnKey(shown)}
          place={shown}
          open={shown.open}
          close={() => setShown({ ...shown, open: false })}
          closed={() => setShown(null)}
        />
      )}
    </>
  );
}
