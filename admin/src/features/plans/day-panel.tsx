import { HolderOutlined, WarningFilled } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Collision } from '#domain/plan/load';
import { shiftWords } from '#domain/plan/plan-words';
import { dayWords } from '../../components/day-words.ts';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { type DayEntry, entryKey } from './year.ts';
import { dayOff, ordersOn, startDrag, type YearParts } from './year-grid.tsx';

/** What a day holds: each plan's occurrence, whose it is, why it is there, and the ways to another day. */
export function DayPanel(props: YearParts & { day: string }) {
  const { day, days, found, collisions } = props;
  const { t, language } = useWords();
  const entries = days.get(day) ?? [];
  const off = dayOff(found, day, t('year.weekend'), language);
  return (
    <section className="panel day-panel" aria-label={t('year.day')}>
      <h2>{dayWords(day, language, true)}</h2>
      <p className="quiet">
        {[t('year.orders', { count: ordersOn(entries) }), ...(off === null ? [] : [off])].join(' · ')}
      </p>
      <Collisions {...props} of={collisions.get(day) ?? []} />
      {entries.length === 0 ? (
        <p className="quiet">{t('year.nothing')}</p>
      ) : (
        <ul className="day-entries">
          {entries.map((entry) => (
            <Entry key={entryKey(entry)} entry={entry} {...props} />
          ))}
        </ul>
      )}
    </section>
  );
}

export function Collisions({ of, found, plans }: YearParts & { of: readonly Collision[] }) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const planName = (id: string) => plans.find((one) => one.id === id)?.name[language] ?? id;
  if (of.length === 0) return null;
  return (
    <ul className="day-collisions">
      {of.map((one) => (
        <li key={one.kind === 'asset' ? one.asset : one.person}>
          <WarningFilled aria-hidden />
          {one.kind === 'asset'
            ? t('year.twoAt', {
                asset: found.assets.get(one.asset)?.name ?? t('plans.assetGone'),
                plans: one.plans.map(planName).join(language === 'en' ? ', ' : '、'),
              })
            : t('year.tooMany', { person: names.person(one.person), count: one.orders })}
        </li>
      ))}
    </ul>
  );
}

/** `typed`: a day is typed in, where there is no grid to choose one in. */
export function Entry({ entry, typed = false, ...props }: YearParts & { entry: DayEntry; typed?: boolean }) {
  const { found, plans, moving, today } = props;
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const [asking, setAsking] = useState(false);
  const plan = plans.find(({ id }) => id === entry.plan);
  const route = plan?.route ?? null;
  // Every night has its walk: where each day is listed, moving them would only hide what can sensibly be moved.
  const movable = moving.isMovable(entry, today) && !(typed && route !== null);
  const isDragged = entry.shifts.some(({ kind }) => kind === 'dragged');
  const [only] = entry.assets;
  const people = entry.people.flatMap((id) => (id === null ? [] : [names.person(id)]));
  const whose = people.length === 0 ? t('asset.nobody') : people.join(language === 'en' ? ', ' : '、');
  const what = [
    // A walk of points has no facility of its own that somebody answers for.
    ...(only === undefined ? [route ? t('plans.points', { count: route.points.length }) : t('plans.round')] : []),
    ...(entry.assets.length === 1 && only ? [found.assets.get(only)?.name ?? t('plans.assetGone')] : []),
    ...(entry.assets.length > 1 ? [t('plans.assetCount', { count: entry.assets.length })] : []),
    ...(only === undefined && people.length === 0 ? [] : [whose]),
  ];
  return (
    <li
      draggable={movable && !typed}
      data-movable={movable && !typed}
      onDragStart={(event) => startDrag(event, entry, moving)}
    >
      {movable && !typed && <HolderOutlined aria-hidden className="day-entry-grip" />}
      <div className="day-entry">
        <Link to={`/plans/${found.site}/${entry.plan}`}>{plan?.name[language] ?? entry.plan}</Link>
        <span className="quiet">{what.join(' · ')}</span>
        {entry.shifts.map((shift) => (
          <span key={shift.kind} className="quiet">
            {shiftWords(shift, language)}
          </span>
        ))}
        {movable && (
          <span className="day-entry-buttons">
            <Button size="small" onClick={() => (typed ? setAsking(!asking) : moving.carry(entry))}>
              {t('year.move')}
            </Button>
            {isDragged && (
              <Button size="small" onClick={() => moving.back(entry)}>
                {t('year.undo')}
              </Button>
            )}
          </span>
        )}
        {asking && (
          <MoveTo
            date={entry.date}
            today={today}
            put={(to) => {
              setAsking(false);
              moving.put(entry, to);
            }}
          />
        )}
      </div>
    </li>
  );
}

/** Another day, typed in. */
function MoveTo({ date, today, put }: { date: string; today: string; put: (to: string) => void }) {
  const { t } = useWords();
  const [to, setTo] = useState(date);
  return (
    <span className="day-entry-buttons">
      <Input
        type="date"
        className="date-input"
        aria-label={t('year.moveTo')}
        min={today}
        value={to}
        onChange={({ target }) => setTo(target.value)}
      />
      <Button type="primary" disabled={to < today || to === date} onClick={() => put(to)}>
        {t('year.moveTo')}
      </Button>
    </span>
  );
}
