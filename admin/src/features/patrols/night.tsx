import {
  CheckCircleFilled,
  ClockCircleOutlined,
  CloseCircleFilled,
  MinusCircleOutlined,
  PlayCircleFilled,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { localTime } from '#domain/time';
import type { PatrolRowView, PatrolView } from '#http/schemas/patrol';
import { dayWords } from '../../components/day-words.ts';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace, useZone } from '../workplace/workplace.tsx';

type Figures = PatrolRowView['figures'];
type Point = PatrolView['points'][number];

/** "98.6 %", "98.6%"; whole where it is. Rounded down: what is not all is never said to be. */
export const percent = (part: number, whole: number): string => `${Math.floor((part / whole) * 1000) / 10}%`;

/** Times of the night by the site's clock. */
export function useNightTimes(site: string) {
  const zone = useZone(site);
  const at = (instant: string) => localTime(Date.parse(instant), zone);
  return { at, window: ({ from, to }: { from: string; to: string }) => `${at(from)} – ${at(to)}` };
}

/** Which walk it is and how it stands, in one glance. */
export function NightHead({ night, title }: { night: PatrolRowView; title?: ReactNode }) {
  const { t, language } = useWords();
  const times = useNightTimes(night.site);
  return (
    <header className="patrol-head">
      <div>
        <h2>{title ?? <Link to={`/patrols/${night.id}`}>{night.name[language]}</Link>}</h2>
        <p className="quiet">
          {dayWords(night.date, language)} · {times.window({ from: night.starts, to: night.ends })} · {night.number}
        </p>
      </div>
      <NightState night={night} />
      <Progress figures={night.figures} />
      <FiguresLine figures={night.figures} />
      {night.status === 'withdrawn' && <p className="quiet">{t('patrol.calledOff')}</p>}
    </header>
  );
}

export function NightState({ night }: { night: PatrolRowView }) {
  const { t } = useWords();
  const { over, figures } = night;
  const state = !over ? 'running' : figures.missed > 0 ? 'gaps' : 'complete';
  return (
    <span className="patrol-state" data-state={state}>
      {t(`patrol.state.${state}`)}
    </span>
  );
}

function Progress({ figures: { points, walked, missed, late } }: { figures: Figures }) {
  const { t } = useWords();
  const width = (count: number) => ({ width: `${(count / points) * 100}%` });
  return (
    <div className="patrol-progress" role="img" aria-label={t('patrol.walked', { walked, points })}>
      <span data-part="done" style={width(walked - late)} />
      <span data-part="late" style={width(late)} />
      <span data-part="missed" style={width(missed - late)} />
    </div>
  );
}

export function FiguresLine({ figures: { points, walked, missed, lamps } }: { figures: Figures }) {
  const { t } = useWords();
  return (
    <p className="patrol-figures">
      <span>{t('patrol.walked', { walked, points })}</span>
      {missed > 0 && <span className="patrol-bad">{t('patrol.missed', { count: missed })}</span>}
      {lamps && (
        <span className={lamps.lit < lamps.total ? 'patrol-bad' : undefined}>
          {t('patrol.lighting', { ...lamps, rate: percent(lamps.lit, lamps.total) })}
        </span>
      )}
    </p>
  );
}

const MARKS: Record<Point['standing'], ReactNode> = {
  done: <CheckCircleFilled />,
  late: <CheckCircleFilled />,
  open: <PlayCircleFilled />,
  coming: <ClockCircleOutlined />,
  missed: <CloseCircleFilled />,
  skipped: <MinusCircleOutlined />,
};

/** The points of the walk: when each is due, who was there, what was counted. */
export function PointList({ night }: { night: PatrolView }) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const times = useNightTimes(night.site);
  return (
    <ol className="patrol-points">
      {night.points.map((point) => (
        <li key={point.id} data-standing={point.standing}>
          <span className="patrol-mark" aria-hidden>
            {MARKS[point.standing]}
          </span>
          <span className="patrol-where">
            <strong>{point.name[language]}</strong>
            <span className="quiet">
              {times.window(point)}
              {!point.required && ` · ${t('patrol.optional')}`}
            </span>
          </span>
          <span className="patrol-who">
            <span className="patrol-standing">{t(`patrol.standing.${point.standing}`)}</span>
            {point.by && point.at && (
              <span className="quiet">
                {names.person(point.by)} {times.at(point.at)}
                {point.how === 'code' && ` · ${t('patrol.byCode')}`}
              </span>
            )}
          </span>
          {point.countsLamps && (point.lamps || point.standing !== 'coming') && (
            <span className="patrol-lamps" data-dark={point.lamps !== null && point.lamps.lit < point.lamps.total}>
              {point.lamps ? t('patrol.lamps', point.lamps) : t('patrol.lampsNot')}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
