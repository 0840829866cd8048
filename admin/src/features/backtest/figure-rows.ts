import { type Figures, mailsOf } from '#domain/backtest/figures';

export const figureNames = [
  'raised',
  'missedReply',
  'missedResolve',
  'kept',
  'broken',
  'nobodyActed',
  'open',
  'mails',
  'residentMails',
] as const;

/** One figure of both sides; `better`: which way is good, where one is. */
export interface FigureRow {
  name: (typeof figureNames)[number];
  /** Of `raised`: as people count, the first asked are level 1. */
  level?: number;
  draft: number;
  current: number | null;
  better: 'less' | 'more' | null;
}

const FIXED: readonly [Exclude<FigureRow['name'], 'raised'>, FigureRow['better'], (figures: Figures) => number][] = [
  ['missedReply', 'less', ({ missed }) => missed.reply],
  ['missedResolve', 'less', ({ missed }) => missed.resolve],
  ['kept', 'more', ({ promises }) => promises.kept],
  ['broken', 'less', ({ promises }) => promises.broken],
  ['nobodyActed', 'less', ({ nobodyActed }) => nobodyActed],
  ['open', null, ({ open }) => open],
  ['mails', null, mailsOf],
  ['residentMails', null, ({ residentMails }) => residentMails],
];

/** Figures side by side, escalations by level first. */
export function figureRows(draft: Figures, current: Figures | null): FigureRow[] {
  const levels = Math.max(draft.raised.length, current?.raised.length ?? 0, 2);
  const raised = Array.from({ length: levels - 1 }, (_, index): FigureRow => {
    const level = index + 1;
    return {
      name: 'raised',
      level: level + 1,
      draft: draft.raised[level] ?? 0,
      current: current && (current.raised[level] ?? 0),
      better: null,
    };
  });
  const fixed = FIXED.map(
    ([name, better, of]): FigureRow => ({ name, better, draft: of(draft), current: current && of(current) }),
  );
  return [...raised, ...fixed];
}

/** Mails by person, the greatest differences first, then whoever gets most. */
export function personRows(
  draft: Figures,
  current: Figures | null,
): { person: string; draft: number; current: number }[] {
  const people = new Set([...Object.keys(draft.mails), ...Object.keys(current?.mails ?? {})]);
  return [...people]
    .map((person) => ({ person, draft: draft.mails[person] ?? 0, current: current?.mails[person] ?? 0 }))
    .sort(
      (a, b) =>
        Math.abs(b.draft - b.current) - Math.abs(a.draft - a.current) ||
        b.draft - a.draft ||
        (a.person < b.person ? -1 : 1),
    );
}

/** From 22 to 7: when nobody should be woken for little. */
export const atNight = (byHour: readonly number[]): number =>
  byHour.reduce((all, n, hour) => (hour >= 22 || hour < 7 ? all + n : all), 0);

/** The hour with most, the first of several; null where there are none. */
export function busiest(byHour: readonly number[]): number | null {
  const most = Math.max(...byHour);
  return most > 0 ? byHour.indexOf(most) : null;
}
