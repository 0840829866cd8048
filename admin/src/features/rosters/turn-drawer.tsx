import { App, Button, Form } from 'antd';
import { useState } from 'react';
import { epochDay } from '#domain/civil-date';
import { shiftsOn } from '#domain/on-duty';
import { swapTurns, turnsOn, withPerson, withTurns } from '#domain/roster-change';
import { Choice } from '../../components/choice.tsx';
import { dayWords } from '../../components/day-words.ts';
import { Labelled } from '../../components/labelled.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { TimeInput } from '../../components/time-input.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { PersonSelect } from '../organisation/person-select.tsx';
import { useTurnTime } from './turn-time.ts';
import { isPastMidnight, swapChoices, turnKey } from './week.ts';
import type { GridProps } from './week-grid.tsx';

interface TurnDrawerProps extends GridProps {
  place: { date: string; index: number };
  open: boolean;
  close: () => void;
  closed: () => void;
}

/** One turn of duty: somebody else takes it, two people swap, other times; all on this date only. */
export function TurnDrawer({ roster, zone, duties, may, write, place, open, close, closed }: TurnDrawerProps) {
  const { t, language } = useWords();
  const { notification } = App.useApp();
  const now = useNow();
  const timeOf = useTurnTime();
  const [other, setOther] = useState<string>();
  const turn = shiftsOn(roster, zone, epochDay(place.date))[place.index];
  const { organisation } = duties.directory;
  const name = duties.names.of;
  if (turn === undefined) return <SideDrawer open={false} title="" close={close} closed={closed} />;

  const turns = turnsOn(roster, turn.date);
  const over = turn.ends <= now;
  const disabled = !may || over;
  const choices = swapChoices(roster, zone, turn, now);
  const chosen = choices.find((choice) => turnKey(choice) === other);
  const setTime = (patch: { from?: string; to?: string }) =>
    write(
      withTurns(
        roster,
        turn.date,
        turns.map((one, i) => (i === turn.index ? { ...one, ...patch } : one)),
      ),
    );
  const swap = () => {
    if (chosen === undefined) return;
    write(swapTurns(roster, turn, chosen));
    notification.success({
      message: t('roster.swapped', { one: name(turn.person), other: name(chosen.person) }),
      description: t('entity.publishLater'),
    });
    close();
  };
  return (
    <SideDrawer
      open={open}
      close={close}
      closed={closed}
      title={`${roster.name[language]} · ${dayWords(turn.date, language)} ${timeOf(turn)}`}
    >
      <Form layout="vertical" component="div">
        {over && <p className="notice">{t('roster.over')}</p>}
        <Labelled label={t('roster.person')} extra={t('roster.onlyThisDate')}>
          {(id) => (
            <PersonSelect
              id={id}
              organisation={organisation}
              site={roster.site}
              label={t('roster.person')}
              value={turn.person}
              required
              change={(person) => person !== null && write(withPerson(roster, turn, person))}
              disabled={disabled}
            />
          )}
        </Labelled>
        <div className="form-row">
          <Labelled label={t('roster.from')}>
            {(id) => (
              <TimeInput
                id={id}
                label={t('roster.from')}
                value={turn.from}
                disabled={disabled}
                change={(from) => setTime({ from })}
              />
            )}
          </Labelled>
          <Labelled label={t('roster.to')} extra={isPastMidnight(turn) ? t('roster.nextDay') : undefined}>
            {(id) => (
              <TimeInput
                id={id}
                label={t('roster.to')}
                value={turn.to}
                disabled={disabled}
                change={(to) => setTime({ to })}
              />
            )}
          </Labelled>
        </div>
        {!disabled && (
          <section className="drawer-section" aria-label={t('roster.swap')}>
            <h3>{t('roster.swap')}</h3>
            <p className="quiet">{t('roster.swapHint', { person: name(turn.person) })}</p>
            <div className="swap">
              <Choice
                showSearch
                optionFilterProp="label"
                aria-label={t('roster.swapWith')}
                placeholder={t('roster.swapWith')}
                notFoundContent={t('roster.noChoice')}
                value={other}
                onChange={(key: string) => setOther(key)}
                options={choices.map((choice) => ({
                  value: turnKey(choice),
                  label: `${dayWords(choice.date, language)} ${timeOf(choice)} · ${name(choice.person)}`,
                }))}
              />
              <Button type="primary" disabled={chosen === undefined} onClick={swap}>
                {t('roster.swapNow')}
              </Button>
            </div>
          </section>
        )}
        <div className="form-buttons drawer-buttons">
          <Button onClick={close}>{t('entity.done')}</Button>
          {!disabled && turns.length > 1 && (
            <Button
              danger
              onClick={() => {
                write(
                  withTurns(
                    roster,
                    turn.date,
                    turns.filter((_, i) => i !== turn.index),
                  ),
                );
                close();
              }}
            >
              {t('roster.removeTurn')}
            </Button>
          )}
          {!disabled && turn.dated && (
            <Button
              onClick={() => {
                write(withTurns(roster, turn.date, []));
                close();
              }}
            >
              {t('roster.asUsual')}
            </Button>
          )}
        </div>
      </Form>
    </SideDrawer>
  );
}
