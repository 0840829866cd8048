import { backtest } from '#domain/backtest/backtest';
import type { History } from '#domain/backtest/history';
import { historyOf } from '#domain/backtest/history-of';
import { elapsed } from '#domain/limit';
import { DAY, MINUTE } from '#domain/time';
import type { Definition } from '#domain/workflow/definition';
import { at, facts } from '#test/support/estate';
import { liveItem } from '#test/support/lived-items';
import { defaultComplaint } from '#workflows/default-complaint';
import { type Measure, tenths, whole } from './measure.ts';

const ITEMS = 10_000;
const until = at('2026-11-24', '10:00');

/** Complaints of 90 days, each with things that happen to it: acknowledged, promised, handed over, paused, corrected... */
export const livedHistories = (items: number): History[] =>
  Array.from({ length: items }, (_, n) => {
    const start = until - 90 * DAY + Math.floor((n * 89 * DAY) / items / MINUTE) * MINUTE;
    const { item, timeline } = liveItem(n, { definition: defaultComplaint, facts, start, until, acts: 6 });
    return historyOf(item, timeline);
  });

/** Who is asked first has a third of the time, and the head of the department may repeat. */
const draft: Definition = {
  ...defaultComplaint,
  steps: defaultComplaint.steps.map((step) =>
    step.type === 'ask' && step.id === 'accept'
      ? { ...step, levels: step.levels.map((one, n) => (n === 0 ? { ...one, within: elapsed(20), repeat: 1 } : one)) }
      : step,
  ),
};

/** As the panel does it in its workers, on one core. */
export const backtests: Measure = async (say) => {
  say(`${ITEMS} lives`);
  const histories = livedHistories(ITEMS);
  const acts = histories.reduce((all, { events }) => all + events.length, 0);
  const bytes = JSON.stringify(histories).length;
  say('back-test');
  const began = performance.now();
  const { differently } = backtest(histories, {
    draft,
    current: defaultComplaint,
    facts: new Map([['east-lake', facts]]),
    until,
  });
  const seconds = (performance.now() - began) / 1000;
  return [
    {
      what: `Back-test of ${whole(ITEMS)} complaints, one core`,
      value: `${tenths(seconds)} s`,
      how: `draft and version in force; ${tenths(acts / ITEMS)} recorded acts and ${tenths(bytes / ITEMS / 1024)} KB each; ${whole(differently.length)} go differently; the panel uses as many workers as there are cores, 4 at most`,
    },
  ];
};
