import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Calendar } from '#domain/calendar';
import type { LineDeadline } from '#domain/simulate/deadlines';
import { localDate, localTime } from '#domain/time';
import { type Key, useWords } from '../../i18n/language.ts';
import { bandsOf, type Range, ticksOf, wholeRange, within, zoomed } from './axis.ts';
import { toneOf } from './line-list.tsx';
import type { LineRow } from './line-rows.ts';
import type { Said } from './use-said.ts';

interface TimeAxisProps {
  rows: readonly LineRow[];
  calendar: Calendar;
  said: Said;
  selected: number | null;
  select: (turn: number) => void;
}

const LANES = [
  { whats: ['level', 'wait', 'call', 'pause'], label: 'clockName.acknowledge' },
  { whats: ['reply'], label: 'clockName.reply' },
  { whats: ['resolve'], label: 'clockName.resolve' },
] as const satisfies { whats: readonly LineDeadline['what'][]; label: Key }[];
const TOP = 26;
const LANE = 18;
/** Room for the names of the lanes, where there is room at all. */
const gutterOf = (width: number): number => (width > 520 ? 84 : 0);
const HEIGHT = TOP + LANES.length * LANE + 26;

/** The line on an axis of time: moments, deadlines below them, and when the office is closed behind. */
export function TimeAxis({ rows, calendar, said, selected, select }: TimeAxisProps) {
  const { t, language } = useWords();
  const [frame, width] = useWidth();
  const deadlines = rows.flatMap((row) => row.deadlines);
  const first = rows[0]?.at ?? 0;
  const last = Math.max(first, rows.at(-1)?.at ?? 0);
  const whole = wholeRange(first, last);
  const [chosen, setRange] = useState<Range | null>(null);
  const range = chosen === null ? whole : within(chosen, whole);
  const gutter = gutterOf(width);
  const x = (at: number) => gutter + ((at - range.from) / (range.to - range.from)) * (width - gutter);
  const drag = useRef<{ x: number; range: Range } | null>(null);
  const { zone } = calendar;
  const current = rows.findIndex(({ turn }) => turn === selected);

  const go = (index: number) => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))];
    if (!row) return;
    select(row.turn);
    const length = range.to - range.from;
    if (row.at < range.from || row.at > range.to) setRange({ from: row.at - length / 2, to: row.at + length / 2 });
  };
  const zoom = (by: number) => {
    const centre = rows[current]?.at;
    const inside = centre !== undefined && centre >= range.from && centre <= range.to;
    setRange(zoomed(range, by, inside ? centre : range.from + (range.to - range.from) * 0.05, whole));
  };
  const keys = (event: KeyboardEvent) => {
    const act = {
      ArrowLeft: () => go(current - 1),
      ArrowRight: () => go(current + 1),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      '+': () => zoom(0.5),
      '-': () => zoom(2),
      '0': () => setRange(null),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const move = (event: PointerEvent) => {
    if (!drag.current) return;
    const { range: begun, x: from } = drag.current;
    const by = ((from - event.clientX) / Math.max(1, width - gutter)) * (begun.to - begun.from);
    setRange(within({ from: begun.from + by, to: begun.to + by }, whole));
  };
  const dateWords = (at: number) => localDate(at, zone).slice(5).replace('-', '/');
  return (
    <figure className="sim-axis" ref={frame}>
      <figcaption className="sim-axis-head">
        <span className="sim-legend">
          <i data-why="night" /> {t('sim.closed')} <i data-why="holiday" /> {t('sim.holiday')}
        </span>
        <span>
          <Button size="small" icon={<PlusOutlined />} aria-label={t('sim.zoomIn')} onClick={() => zoom(0.5)} />
          <Button size="small" icon={<MinusOutlined />} aria-label={t('sim.zoomOut')} onClick={() => zoom(2)} />
          <Button size="small" disabled={chosen === null} onClick={() => setRange(null)}>
            {t('sim.whole')}
          </Button>
        </span>
      </figcaption>
      <div
        className="sim-axis-frame"
        role="slider"
        tabIndex={0}
        aria-label={t('sim.axis')}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, rows.length - 1)}
        aria-valuenow={Math.max(0, current)}
        aria-valuetext={said.when(rows[Math.max(0, current)]?.at ?? first)}
        onKeyDown={keys}
        onPointerDown={(event) => {
          drag.current = { x: event.clientX, range };
        }}
        onPointerMove={move}
        onPointerUp={() => {
          drag.current = null;
        }}
        onPointerLeave={() => {
          drag.current = null;
        }}
      >
        <svg width={width} height={HEIGHT} aria-hidden="true">
          {bandsOf(calendar.document, zone, range).map((band) => (
            <g key={band.from}>
              <rect
                className="sim-band"
                data-why={band.why}
                x={x(band.from)}
                width={Math.max(0, x(band.to) - x(band.from))}
                y={0}
                height={HEIGHT - 20}
              />
              {band.text && x(band.to) - x(band.from) > 64 && (
                <text className="sim-band-name" x={Math.max(4, x(band.from) + 4)} y={11}>
                  {band.text[language]}
                </text>
              )}
            </g>
          ))}
          {ticksOf(zone, range, Math.max(2, (width - gutter) / 74)).map(({ at, day }) => (
            <g key={at} className="sim-tick" data-day={day}>
              <line x1={x(at)} x2={x(at)} y1={TOP - 8} y2={HEIGHT - 20} />
              <text x={x(at)} y={HEIGHT - 6} textAnchor="middle">
                {day ? dateWords(at) : localTime(at, zone)}
              </text>
            </g>
          ))}
          {LANES.map(({ whats, label }, lane) => (
            <g key={label} transform={`translate(0 ${TOP + lane * LANE})`}>
              {deadlines
                .filter(({ what }) => (whats as readonly string[]).includes(what))
                .map((one) => (
                  <Bar key={`${one.what}${one.start}${one.at}`} deadline={one} x={x} />
                ))}
            </g>
          ))}
          {rows.map((row) => (
            <circle
              key={row.turn}
              className="sim-dot"
              data-tone={toneOf(row)}
              data-on={row.turn === selected}
              cx={x(row.at)}
              cy={TOP - 8}
              r={row.turn === selected ? 7 : 4.5}
              onPointerUp={() => select(row.turn)}
            >
              <title>{said.when(row.at)}</title>
            </circle>
          ))}
          {gutter > 0 && (
            <g>
              <rect className="sim-gutter" width={gutter} height={HEIGHT} />
              {LANES.map(({ label }, lane) => (
                <text key={label} className="sim-lane" x={8} y={TOP + lane * LANE + 13}>
                  {t(label)}
                </text>
              ))}
            </g>
          )}
        </svg>
      </div>
    </figure>
  );
}

/** From where it began to where it ended; the mark stands at the deadline itself. */
function Bar({ deadline, x }: { deadline: LineDeadline; x: (at: number) => number }) {
  const { start, at, ended, outcome } = deadline;
  const end = outcome === 'missed' || outcome === 'running' ? at : Math.min(at, ended ?? at);
  return (
    <g className="sim-bar" data-outcome={outcome}>
      <rect x={x(start)} y={4} width={Math.max(2, x(end) - x(start))} height={10} rx={3} />
      {outcome === 'missed' && <path d={`M${x(at) - 4} 5l8 8m0-8l-8 8`} />}
    </g>
  );
}

function useWidth(): [React.RefObject<HTMLElement | null>, number] {
  const frame = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(600);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [frame, width];
}
