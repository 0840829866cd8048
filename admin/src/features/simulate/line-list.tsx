import { MailOutlined, StopOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { LineDeadline } from '#domain/simulate/deadlines';
import type { SimulatedMail } from '#domain/simulate/simulated';
import { localDate, localTime } from '#domain/time';
import type { Entry } from '#domain/workflow/entry';
import { dayWords } from '../../components/day-words.ts';
import { useWords } from '../../i18n/language.ts';
import type { LineRow } from './line-rows.ts';
import type { Said } from './use-said.ts';

interface LineListProps {
  rows: readonly LineRow[];
  said: Said;
  selected: number | null;
  select: (turn: number) => void;
  openMail: (mail: SimulatedMail) => void;
  explain: (deadline: LineDeadline) => void;
}

/** The dated line: what happens, who gets which mail, which deadlines begin. */
export function LineList({ rows, said, selected, select, openMail, explain }: LineListProps) {
  const { t, language } = useWords();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (selected === null) return;
    const row = list.current?.querySelector(`[data-turn="${selected}"]`);
    row?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <ol ref={list} className="timeline sim-line" aria-label={t('sim.line')}>
      {rows.map((row, n) => {
        const date = localDate(row.at, said.zone);
        const before = rows[n - 1];
        const newDay = !before || localDate(before.at, said.zone) !== date;
        return (
          <li key={row.turn} data-turn={row.turn} data-tone={toneOf(row)} data-on={row.turn === selected}>
            {newDay && <span className="timeline-day">{dayWords(date, language)}</span>}
            <button type="button" className="sim-time" onClick={() => select(row.turn)}>
              {localTime(row.at, said.zone)}
            </button>
            <span className="timeline-mark" aria-hidden="true" />
            <div className="timeline-text">
              {row.entries.map((entry) => (
                <Happened key={entry.seq} entry={entry} said={said} />
              ))}
              {row.mails.length > 0 && (
                <span className="sim-mails">
                  {row.mails.map((mail) => (
                    <button
                      key={mail.effect.id}
                      type="button"
                      className="sim-mail"
                      data-failed={mail.failed !== null}
                      onClick={() => openMail(mail)}
                    >
                      {mail.failed === null ? <MailOutlined aria-hidden /> : <StopOutlined aria-hidden />}
                      <span>{said.mailTo(mail)}</span>
                      <small>{mail.failed === null ? said.mailAbout(mail) : t('sim.cameBack')}</small>
                    </button>
                  ))}
                </span>
              )}
              {row.deadlines.length > 0 && (
                <span className="sim-deadlines">
                  {row.deadlines.map((deadline) => (
                    <Button
                      key={`${deadline.what}${deadline.at}`}
                      type="link"
                      size="small"
                      onClick={() => explain(deadline)}
                    >
                      {t('sim.due', { clock: said.clock(deadline), when: said.when(deadline.at) })}
                    </Button>
                  ))}
                </span>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Happened({ entry, said }: { entry: Entry; said: Said }) {
  const { title, more } = said.entry(entry);
  return (
    <>
      <span>{title}</span>
      {more.map((words) => (
        <small key={words}>{words}</small>
      ))}
    </>
  );
}

const climbs: ReadonlySet<Entry['type']> = new Set([
  'raised',
  'missed',
  'skipped',
  'exhausted',
  'stuck',
  'callOverdue',
] satisfies Entry['type'][]);

/** As on a complaint's own timeline. */
export function toneOf({ entries, mails }: LineRow): string {
  if (entries.some(({ type }) => type === 'ended')) return 'end';
  if (entries.some(({ type }) => climbs.has(type)) || mails.some(({ failed }) => failed !== null)) return 'climb';
  return entries.some(({ type }) => type === 'acted' || type === 'filed') ? 'act' : 'quiet';
}
